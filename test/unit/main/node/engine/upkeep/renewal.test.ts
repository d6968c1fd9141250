import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRenewal } from '../../../../../../main/node/engine/upkeep/renewal.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

describe('the renewal of snapshots', () => {
  it('makes one of many changes', () => {
    const renew = vi.fn();
    const renewal = createRenewal(renew, () => 250);
    renewal.now();
    for (let change = 0; change < 10; change++) renewal.soon();
    vi.advanceTimersByTime(250);
    expect(renew).toHaveBeenCalledTimes(2);
  });

  it('renews nothing after it was stopped, whoever still asks', () => {
    const renew = vi.fn();
    const renewal = createRenewal(renew, () => 250);
    renewal.soon();
    renewal.stop();
    renewal.soon();
    renewal.now();
    vi.advanceTimersByTime(1_000);
    expect(renew).not.toHaveBeenCalled();
  });
});
