import type { LimitId } from '../../../domain/limit-id.ts';
import type { Formats } from '../../format/formats.ts';
import { createExplainForecastRules } from '../explain-forecast.ts';

/** What `explain forecast` says. */
export function createExplainForecastMessages(format: Formats) {
  return {
    ...createExplainForecastRules(format),
    limit: (agent: string, { name, scope, account }: LimitId): string =>
      `Limit ${name} ${scope} of ${agent}${account === null ? '' : `, account ${account}`}`,
  };
}
