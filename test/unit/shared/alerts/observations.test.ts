import { describe, expect, it } from 'vitest';
import { toAlertObservations } from '../../../../shared/alerts/observations.ts';
import { buildBlocks } from '../../../../shared/analytics/blocks.ts';
import { toLimitWindows } from '../../../../shared/analytics/limits.ts';
import type { Block } from '../../../../shared/domain/block.ts';
import type { LimitReading } from '../../../../shared/domain/limit-window.ts';
import { listPrices } from '../../../../shared/pricing/list-prices.ts';
import { makeCell } from '../../../support/make-cell.ts';

const nowMs = Date.parse('2026-05-01T12:00:00Z');
const hour = 3_600_000;

function makeBlock(source: string): Block {
  const [block] = buildBlocks([makeCell({ source, at: '2026-05-01T11:30:00Z' })], { nowMs, book: listPrices });
  if (block === undefined) throw new Error('no block');
  return block;
}

const reading: LimitReading = {
  source: 'codex',
  limitId: 'codex',
  limitName: null,
  windowMinutes: 300,
  usedPercent: 40,
  resetsAtMs: nowMs + 2 * hour,
  planType: null,
  observedAtMs: nowMs - 60_000,
};

describe('toAlertObservations', () => {
  it('looks at blocks with a limit, and at trusted windows', () => {
    const windows = toLimitWindows(
      [reading, { ...reading, limitName: 'Spark', windowMinutes: 10_080, resetsAtMs: null }],
      nowMs,
    );
    const blocks = [
      { block: makeBlock('claude-code'), limit: { usedPercent: 50 } },
      { block: makeBlock('aider'), limit: null },
    ];
    expect(toAlertObservations(blocks, windows, nowMs)).toEqual([
      {
        key: 'codex:codex:300',
        source: 'codex',
        subject: { kind: 'limit', windowMinutes: 300, limitName: null },
        windowMs: 5 * hour,
        usedPercent: 40,
        resetsAtMs: nowMs + 2 * hour,
        observedAtMs: nowMs,
      },
      {
        key: 'codex:codex:10080',
        source: 'codex',
        subject: { kind: 'limit', windowMinutes: 10_080, limitName: 'Spark' },
        windowMs: 168 * hour,
        usedPercent: 40,
        resetsAtMs: null,
        observedAtMs: nowMs,
      },
      {
        key: 'claude-code:block',
        source: 'claude-code',
        subject: { kind: 'block' },
        windowMs: 5 * hour,
        usedPercent: 50,
        resetsAtMs: Date.parse('2026-05-01T16:00:00Z'),
        observedAtMs: nowMs,
      },
    ]);
  });

  it('does not look at stale windows, nor at a block whose window the provider tells', () => {
    const stale = toLimitWindows([{ ...reading, observedAtMs: nowMs - hour }], nowMs);
    const block = { block: makeBlock('codex'), limit: { usedPercent: 50 } };
    expect(toAlertObservations([block], stale, nowMs).map(({ key }) => key)).toEqual(['codex:block']);
    const fresh = toLimitWindows([reading], nowMs);
    expect(toAlertObservations([block], fresh, nowMs).map(({ key }) => key)).toEqual(['codex:codex:300']);
  });
});
