import { minuteMs } from '../domain/instant.ts';
import { isUsedUp } from '../domain/limit-window.ts';
import type { AlertInput } from './alert-rule.ts';
import { toNextObservationMs } from './observations.ts';
import { toMinutesUntilDigest } from './rules/digest.ts';

/** How long a projection must hold, see the rule `runs-out`. */
const confirmMs = 5 * minuteMs;

/** When time alone may raise an alert, UTC milliseconds: the facts must then be evaluated again. Null: never. */
export function toNextEvaluationMs(input: AlertInput): number | null {
  const { blocks, windows, projected, agents, orphans, nowMs, choices } = input;
  const untilDigest = toMinutesUntilDigest(input);
  const resets = windows.filter(isUsedUp).map(({ resetsAtMs }) => resetsAtMs);
  const candidates = [
    toNextObservationMs(blocks, windows, nowMs),
    ...resets,
    projected.some(({ runsOutAtMs }) => runsOutAtMs !== null) ? nowMs + confirmMs : null,
    choices['busy-agent'].isOn && agents.length > 0 ? nowMs + minuteMs : null,
    choices.orphan.isOn && orphans.length > 0 ? nowMs + minuteMs : null,
    choices.digest.isOn && untilDigest > 0 ? nowMs + untilDigest * minuteMs : null,
  ];
  const future = candidates.filter((atMs) => atMs !== null).filter((atMs) => atMs > nowMs);
  return future.length === 0 ? null : Math.min(...future);
}
