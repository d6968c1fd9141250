import type { LimitVerdict } from '../../../../shared/domain/limit-verdict.ts';
import type { AnswerCode } from '../command.ts';

/** Exit codes by verdict, as `check` and `budget --check` document them. */
const verdictCodes = { fine: 0, near: 10, exhausted: 11, unknown: 20 } as const satisfies Record<LimitVerdict, number>;
const noDataCode = 30;

/**
 * The exit code of a verdict; null: there was nothing to judge. With `failOpen`, an unknown verdict is not a failure.
 */
export function toVerdictCode(verdict: LimitVerdict | null, failOpen: boolean): AnswerCode {
  const code = verdict === null ? noDataCode : verdictCodes[verdict];
  return failOpen && code >= verdictCodes.unknown ? 0 : code;
}
