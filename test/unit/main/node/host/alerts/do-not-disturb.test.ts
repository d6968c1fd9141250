import { describe, expect, it, vi } from 'vitest';
import { createDoNotDisturb } from '../../../../../../main/node/host/alerts/do-not-disturb.ts';

const minuteMs = 60_000;

/** A system that gives these answers in turn, and a clock. */
function start(...answers: readonly (boolean | null | Error)[]) {
  let asked = 0;
  const clock = { nowMs: 0 };
  const onAnswer = vi.fn<() => void>();
  const read = (): Promise<boolean | null> => {
    const answer = answers[asked] ?? null;
    asked += 1;
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  const keepsBack = createDoNotDisturb({ probe: { read }, nowMs: () => clock.nowMs, onAnswer });
  return { keepsBack, clock, onAnswer, asked: () => asked };
}

const settle = (onAnswer: ReturnType<typeof start>['onAnswer'], times: number): Promise<void> =>
  vi.waitFor(() => expect(onAnswer).toHaveBeenCalledTimes(times));

describe('createDoNotDisturb', () => {
  it('asks nothing before an alert would be delivered, and once for several of them', async () => {
    const { keepsBack, onAnswer, asked } = start(false);
    expect(asked()).toBe(0);
    expect([keepsBack(), keepsBack(), asked()]).toEqual([true, true, 1]);
    await settle(onAnswer, 1);
    expect([keepsBack(), asked()]).toEqual([false, 1]);
  });

  it('keeps alerts back while the mode is on, and asks again after five minutes only', async () => {
    const { keepsBack, clock, onAnswer, asked } = start(true, false);
    keepsBack();
    await settle(onAnswer, 1);
    clock.nowMs = 5 * minuteMs - 1;
    expect([keepsBack(), asked()]).toEqual([true, 1]);
    clock.nowMs = 5 * minuteMs;
    expect([keepsBack(), asked()]).toEqual([true, 2]);
    await settle(onAnswer, 2);
    expect(keepsBack()).toBe(false);
  });

  it('asks again for the next alert when the mode was off, and after the clock was set back', async () => {
    const { keepsBack, clock, onAnswer, asked } = start(false, true, false);
    clock.nowMs = minuteMs;
    keepsBack();
    await settle(onAnswer, 1);
    clock.nowMs = 2 * minuteMs;
    keepsBack();
    await settle(onAnswer, 2);
    expect(keepsBack()).toBe(true);
    clock.nowMs = 0;
    expect([keepsBack(), asked()]).toEqual([true, 3]);
    await settle(onAnswer, 3);
    expect(keepsBack()).toBe(false);
  });

  it.each([[null], [new Error('no bus')]])('keeps nothing back where the system does not tell: %s', async (answer) => {
    const { keepsBack, onAnswer } = start(answer);
    keepsBack();
    await settle(onAnswer, 1);
    expect(keepsBack()).toBe(false);
  });
});
