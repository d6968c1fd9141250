import { minuteMs } from '../../../shared/domain/instant.ts';
import type { DoNotDisturbProbe } from '../../../shared/ports/do-not-disturb-probe.ts';

export { createDoNotDisturbProbe } from '../probes/do-not-disturb.ts';

/** Waiting alerts are checked this often, so the system is not asked more often. */
const onGoodForMs = 5 * minuteMs;
/** Alerts of one moment need one answer. */
const offGoodForMs = 5_000;

/** What the system last said. */
interface Answer {
  readonly isOn: boolean;
  readonly atMs: number;
}

/**
 * Whether the system's do-not-disturb mode keeps an alert back that would be delivered now. The system is asked only
 * then: until it has answered, the alert waits, and `onAnswer` says that it may be looked at again. Where the system
 * does not tell, nothing waits.
 */
export function createDoNotDisturb(options: {
  readonly probe: DoNotDisturbProbe;
  readonly nowMs: () => number;
  readonly onAnswer: () => void;
}): () => boolean {
  const { probe, nowMs, onAnswer } = options;
  let answer: Answer | null = null;
  let isAsking = false;

  const ask = async (): Promise<void> => {
    isAsking = true;
    const isOn = await probe.read().catch(() => null);
    isAsking = false;
    answer = { isOn: isOn ?? false, atMs: nowMs() };
    onAnswer();
  };
  return () => {
    if (answer !== null && isFresh(answer, nowMs())) return answer.isOn;
    if (!isAsking) void ask();
    return true;
  };
}

/** An answer from the future means that the clock was set back. */
function isFresh({ isOn, atMs }: Answer, nowMs: number): boolean {
  return nowMs >= atMs && nowMs - atMs < (isOn ? onGoodForMs : offGoodForMs);
}
