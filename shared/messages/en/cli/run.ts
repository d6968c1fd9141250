import type { Formats } from '../../format/formats.ts';
import { tokenWords } from '../count-words.ts';
import { createUnitMessages } from '../units.ts';

/** What `fuelgauge run` says after the command. */
export function createCliRunMessages(format: Formats) {
  const { duration } = createUnitMessages(format);
  const seconds = (ms: number): string => (ms < 60_000 ? `${(ms / 1_000).toFixed(1)} s` : duration(ms));
  return {
    /** `cost` is null where costs are left out; `unpriced` are models without a price. */
    usage: (facts: {
      readonly responses: number;
      readonly sessions: number;
      readonly tokens: number;
      readonly cost: string | null;
      readonly unpriced: readonly string[];
    }): string => {
      if (facts.responses === 0 && facts.tokens === 0)
        return 'This run: no usage of an agent was logged in this folder.';
      const count = format.plural(facts.responses, { one: 'response', other: 'responses' });
      const sessions = format.plural(facts.sessions, { one: 'session', other: 'sessions' });
      return (
        `This run: ${format.compact(facts.tokens)} ${format.plural(facts.tokens, tokenWords)} in ${facts.responses} ${count} of ${facts.sessions} ${sessions}` +
        `${facts.cost === null ? '' : `, ${facts.cost} API-equivalent`}` +
        `${facts.unpriced.length === 0 ? '' : `, no price for ${facts.unpriced.join(', ')}`}.`
      );
    },
    /** Null where it is not known. `isEstimated`: from samples alone. */
    machine: (facts: {
      readonly tookMs: number;
      readonly cpuMs: number | null;
      readonly isEstimated: boolean;
      readonly memory: string | null;
    }): string =>
      `It took ${seconds(facts.tookMs)}, CPU time ${facts.cpuMs === null ? 'unknown' : seconds(facts.cpuMs)}` +
      `${facts.isEstimated ? ' (sampled)' : ''}, peak memory ${facts.memory === null ? 'unknown' : `${facts.memory} (sampled)`}.`,
    elsewhere: (tokens: number): string =>
      `Not counted: ${format.compact(tokens)} ${format.plural(tokens, tokenWords)} of sessions in other folders at the same time. --anywhere counts them.`,
    notStarted: (program: string, code: string): string => `"${program}" cannot be started (${code}).`,
  };
}

/** What the help says about its arguments and options. */
export const runHelp = {
  command: 'the command and its arguments, after --',
  anywhere: 'count the usage of every folder, not only of this one and those below it',
  output: 'write the JSON into this file',
};
