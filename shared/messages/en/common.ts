import type { Provenance } from '../../domain/provenance.ts';
import { cleanText } from '../../lib/clean-text.ts';
import type { Formats } from '../format/formats.ts';
import { responseWords, tokenWords } from './count-words.ts';
import { createJoiners } from '../join-parts.ts';

/** A word for where a number comes from, and the sentence that explains it. */
interface ProvenanceText {
  readonly label: string;
  readonly title: string;
}

const provenance = {
  official: { label: 'official', title: 'Reported by the provider.' },
  measured: { label: 'measured', title: 'Added up from the logs on this computer.' },
  estimated: { label: 'estimated', title: 'Estimated from the logs; the provider does not publish this number.' },
  stale: { label: 'stale', title: 'Reported by the provider a while ago; it may have changed since.' },
  unknown: { label: 'unknown', title: 'Not known.' },
} as const satisfies Record<Provenance, ProvenanceText>;

/** How many names a list shows before it only counts. */
const maxNames = 5;

/** Words that several surfaces share. */
export function createCommonMessages(format: Formats) {
  return {
    provenance,
    unknown: 'Not known',
    noProject: 'No project',
    noProjectReason: 'The log does not say in which folder it ran.',
    apiEquivalentCost: 'API-equivalent cost',
    noCostKnown: 'No cost is known',
    tryAgain: 'Try again',
    noAnswer: 'Fuelgauge is not responding.',
    /** A link, perhaps of another version, names an agent that is not in our list. */
    unknownAgent: (name: string): string =>
      `Fuelgauge knows no agent called “${name}”. Check the link; if it is from a newer version, update Fuelgauge.`,
    tokens: (count: number): string => `${format.integer(count)} ${format.plural(count, tokenWords)}`,
    tokensInResponses: (tokens: number, responses: number): string =>
      `${format.integer(tokens)} ${format.plural(tokens, tokenWords)} in ` +
      `${format.integer(responses)} ${format.plural(responses, responseWords)}`,
    ...createJoiners(),
    /** The first few names and how many more there are, e.g. `a, b, c, d, e, and 12 more`. */
    someOf(names: readonly string[]): string {
      const first = names.slice(0, maxNames).map(cleanText);
      const more = names.length - maxNames;
      return format.list(more <= 0 ? first : [...first, `${format.integer(more)} more`]);
    },
    /** What icons and states say to a screen reader. */
    severity: { warning: 'Warning', error: 'Error', critical: 'Critical' },
    spoken: (word: string): string => `${word}: `,
    subagents: (count: number): string => `${format.integer(count)} ${format.plural(count, subagentWords)}`,
    unnamedSubagents: 'subagents, not named in the log',
    on: 'On',
    off: 'Off',
    evenUseMark: (percent: number): string =>
      `The mark shows the time that has passed (${format.percent(percent)}): with even use, the bar would reach it.`,
  };
}

const subagentWords = { one: 'subagent', other: 'subagents' };
