import type { LimitVerdict } from '../../../domain/limit-verdict.ts';
import type { LimitTitle } from '../../../domain/limit-window.ts';
import type { Formats } from '../../format/formats.ts';
import { createUnitMessages } from '../units.ts';

/** What `fuelgauge check` says. */
export function createCliCheckMessages(format: Formats) {
  const units = createUnitMessages(format);
  const verdicts: Readonly<Record<LimitVerdict, string>> = {
    exhausted: 'used up',
    near: 'nearly used up',
    unknown: 'not known now',
    fine: 'enough left',
  };
  return {
    /** `left` is null where the provider gives no figure, `resetsInMs` where it does not say. */
    window: (facts: {
      readonly agent: string;
      readonly title: LimitTitle;
      readonly verdict: LimitVerdict;
      readonly left: string | null;
      readonly resetsInMs: number | null;
      /** The limit is a plan's as it is believed to be, not the provider's figure. */
      readonly isEstimated: boolean;
      /** Age of an old reading; null when it is recent. */
      readonly staleAgeMs: number | null;
    }): string =>
      [
        `${facts.agent}, ${units.limitWindow(facts.title)}: ${verdicts[facts.verdict]}`,
        ...(facts.left === null ? [] : [`${facts.left} left`]),
        ...(facts.resetsInMs === null ? [] : [`resets ${units.until(facts.resetsInMs)}`]),
        ...(facts.isEstimated ? ['estimated'] : []),
        ...(facts.staleAgeMs === null ? [] : [`read ${units.ago(facts.staleAgeMs)}`]),
      ].join(', '),
    nothing: (wanted: string | null): string =>
      wanted === null
        ? 'No limit is known. Where an agent writes none to the disk, choose its plan or a limit of your own in the settings.'
        : `No limit "${wanted}" is known. "fuelgauge limits" lists those that are.`,
  };
}

/** What the help says about its options. */
export const checkHelp = {
  window: 'only this limit, by its length (5h, 7d), what it covers (credits), or its name; can be repeated',
  minRemaining: 'how many percent must be left',
  failOpen: 'exit with 0 also where no limit is known, or its reading is too old',
};
