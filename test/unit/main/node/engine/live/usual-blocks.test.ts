import { shippedPrices } from '../../../../../../shared/pricing/list-prices.ts';
import { describe, expect, it } from 'vitest';
import { createPreferences } from '../../../../../../main/node/engine/preferences.ts';
import { createUsualBlocks } from '../../../../../../main/node/engine/live/usual-blocks.ts';
import { floorTo, hourMs, minuteMs } from '../../../../../../shared/domain/instant.ts';
import { defaultSettings } from '../../../../../../shared/settings/defaults.ts';
import { createMemoryLedger } from '../../../../../fakes/memory-ledger.ts';
import { eventBatchOf, eventOf } from '../../../../../support/ledger-samples.ts';

const nowMs = Date.parse('2026-05-06T12:30:00Z');
const activeFromMs = Date.parse('2026-05-06T12:00:00Z');
const active = [{ source: 'claude-code', startMs: activeFromMs }];

/** One event in each of some blocks, of these many output tokens; the last one began at noon. */
function start(outputs: readonly number[]) {
  const store = createMemoryLedger();
  const add = (key: string, atMs: number, outputTokens: number) =>
    store.apply([eventBatchOf(eventOf({ key: `claude-code:${key}`, atMs, usage: { ...noTokens, outputTokens } }))]);
  outputs.forEach((outputTokens, index) =>
    add(String(index), activeFromMs - (outputs.length - 1 - index) * 6 * hourMs, outputTokens),
  );
  let reads = 0;
  const usual = createUsualBlocks({
    ledger: { store: () => store },
    preferences: createPreferences({ ...defaultSettings, plan: 'p90' }, 'UTC', shippedPrices),
    clock: { nowMs: () => nowMs },
    refreshRollups: () => void (reads += 1),
  });
  const p90 = (blocks = active) =>
    usual.read(blocks).find(({ source, unit }) => source === 'claude-code' && unit === 'tokens-in-out')?.p90;
  return { usual, p90, add, reads: () => reads };
}

const noTokens = {
  inputTokens: 0,
  cacheCreation5mTokens: 0,
  cacheCreation1hTokens: 0,
  cacheReadTokens: 0,
  outputTokens: 0,
  reasoningTokens: 0,
};

describe('what completed blocks usually hold', () => {
  it('is the linear 90th percentile of those that are complete, from five of them on', () => {
    expect(start([10, 20, 30, 40, 50, 9_000]).p90()).toBe(46);
    expect(start([10, 20, 30, 40, 9_000]).p90()).toBeNull();
  });

  it('is read once, until another block is complete', () => {
    const { p90, reads } = start([10, 20, 30, 40, 50, 9_000]);
    p90();
    p90();
    expect(reads()).toBe(1);
    p90([]);
    expect(reads()).toBe(2);
  });

  it('is read again when older usage is found, and not with what the active blocks use', () => {
    const { usual, p90, add, reads } = start([10, 20, 30, 40, 50, 9_000]);
    p90();
    usual.noteChange(add('now', nowMs - minuteMs, 5));
    usual.noteChange('recent');
    p90();
    expect(reads()).toBe(1);
    usual.noteChange(add('old', floorTo(activeFromMs - 6 * hourMs, hourMs), 50));
    expect(p90()).toBe(76);
    usual.noteChange('all');
    p90();
    expect(reads()).toBe(3);
    usual.expire();
    p90();
    expect(reads()).toBe(4);
  });
});
