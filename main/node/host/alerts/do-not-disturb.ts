import { minuteMs } from '../../../../shared/domain/instant.ts';
import type { DoNotDisturbProbe } from '../../../../shared/ports/do-not-disturb-probe.ts';

export { createDoNotDisturbProbe } from '../../probes/do-not-disturb.ts';

/** How often waiting alerts are checked; the system is asked no more often than that. */
const onGoodForMs = 5 * minuteMs;
/** Simultaneous alerts share one answer. */
const offGoodForMs = 5_000;

/** What the system last said. */
interface Answer {
  readonly isOn: boolean;
  readonly atMs: number;
}

/**
 * Whether the system's do-not-disturb mode holds back an alert that would be delivered now. The system is asked only
 * then: until it has answered, the alert waits, and `onAnswer` has it reconsidered. Where the system cannot be asked,
 * nothing waits.
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
