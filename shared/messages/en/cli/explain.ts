import type { PlanChange } from '../../../domain/limit-change.ts';
import type { CostMode } from '../../../domain/price-choices.ts';
import { cleanText } from '../../../lib/clean-text.ts';
import type { Formats } from '../../format/formats.ts';
import { createExplainRules } from '../explain-rules.ts';

/** What the commands `explain` and `blocks` say about where a number comes from. */
export function createExplainMessages(format: Formats) {
  return {
    ...createExplainRules(format),
    what: (choices: readonly string[]): string => `what to explain: ${format.list(choices)}`,
    id: 'which one: any part of the name that the answer gives; all when left out',
    nothing: 'No limit of that name is known now. "fuelgauge limits" shows all of them.',
    noBlock: 'No block of that name is known. "fuelgauge blocks" shows all of them.',
    noForecast: 'No forecast of that name is known. "fuelgauge forecast" shows all of them.',
    noCost: (day: string): string => `No usage on ${day}.`,

    limit: (name: string, id: string): string => `${name} (${id})`,
    planChange: ({ source, from, to }: PlanChange, moment: string): string =>
      `${source}: the plan changed from ${cleanText(from)} to ${cleanText(to)}; first seen ${moment}.`,
    allowanceChanged: (source: string, name: string, sentence: string): string => `${source}, ${name}: ${sentence}`,
    place: 'Found in',
    role: 'Role',
    used: 'figure',
    givesReset: 'reset',

    block: (source: string, id: string): string => `Block of ${source} (${id})`,
    cost: (day: string, mode: CostMode): string =>
      mode === 'calculate'
        ? `API-equivalent cost of ${day}, from tokens and list prices.`
        : `API-equivalent cost of ${day}, as recorded in the logs where they have a cost.`,
    costRule: 'The price of a model, and where it comes from: fuelgauge prices explain MODEL.',
    model: 'Model',
    input: 'Input',
    cacheWrites: 'Cache writes',
    cacheReads: 'Cache reads',
    output: 'Output',
  };
}
