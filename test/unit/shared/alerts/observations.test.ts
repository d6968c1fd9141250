import { describe, expect, it } from 'vitest';
import { toAlertObservations, toNextObservationMs, type LimitedBlock } from '../../../../shared/alerts/observations.ts';
import { buildBlocks } from '../../../../shared/analytics/blocks.ts';
import { toLimitWindows } from '../../../../shared/limits/windows.ts';
import type { Block } from '../../../../shared/domain/block.ts';
import type { LimitReading } from '../../../../shared/domain/limit-window.ts';
import { listPrices } from '../../../support/list-prices.ts';
import { makeCell } from '../../../support/make-cell.ts';
import { makeReading } from '../../../support/make-reading.ts';

const nowMs = Date.parse('2026-05-01T12:00:00Z');
const hour = 3_600_000;

function makeBlock(source: string): Block {
  const [block] = buildBlocks([makeCell({ source, at: '2026-05-01T11:30:00Z' })], { nowMs, book: listPrices });
  if (block === undefined) throw new Error('no block');
  return block;
}

const reading: LimitReading = makeReading({
  source: 'codex',
  name: 'codex',
  label: null,
  windowMinutes: 300,
  usedPercent: 40,
  resetsAtMs: nowMs + 2 * hour,
  planType: null,
  observedAtMs: nowMs - 60_000,
});

/** Without a reset, and in the last case without a percentage: there is nothing to alert about. */
const weekly = { windowMinutes: 10_080, usedPercent: 40, resetsAtMs: null, observedAtMs: nowMs - 60_000 };
const amount = { unit: 'credits', used: null, limit: null, remaining: 5 } as const;

describe('toAlertObservations', () => {
  it('observes blocks with a limit, and trusted windows', () => {
    const windows = toLimitWindows(
      [
        reading,
        makeReading({ ...weekly, label: 'Spark' }),
        makeReading({ ...weekly, windowMinutes: null, usedPercent: null, amount }),
      ],
      nowMs,
    );
    const blocks = [
      { block: makeBlock('claude-code'), limit: { usedPercent: 50 } },
      { block: makeBlock('aider'), limit: null },
    ];
    expect(toAlertObservations(blocks, windows, nowMs)).toEqual([
      {
        key: '["openai",null,"codex","5h"]',
        source: 'codex',
        subject: { kind: 'limit', windowMinutes: 300, scope: '5h', label: null },
        windowMs: 5 * hour,
        usedPercent: 40,
        resetsAtMs: nowMs + 2 * hour,
        observedAtMs: nowMs,
      },
      {
        key: '["openai",null,"codex","7d"]',
        source: 'codex',
        subject: { kind: 'limit', windowMinutes: 10_080, scope: '7d', label: 'Spark' },
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

  it('does not observe stale windows, nor a block whose window the provider reports', () => {
    const stale = toLimitWindows([{ ...reading, observedAtMs: nowMs - hour }], nowMs);
    const block = { block: makeBlock('codex'), limit: { usedPercent: 50 } };
    expect(toAlertObservations([block], stale, nowMs).map(({ key }) => key)).toEqual(['codex:block']);
    const fresh = toLimitWindows([reading], nowMs);
    expect(toAlertObservations([block], fresh, nowMs).map(({ key }) => key)).toEqual(['["openai",null,"codex","5h"]']);
  });

  it('does not observe a window that has reset, or a block that has ended, since the snapshot', () => {
    const resetsAtMs = nowMs + 60_000;
    const windows = toLimitWindows([{ ...reading, usedPercent: 95, resetsAtMs }], nowMs);
    const keysAt = (atMs: number) => toAlertObservations([], windows, atMs).map(({ key }) => key);
    expect(keysAt(resetsAtMs - 1)).toHaveLength(1);
    // Its reading is trusted for ten minutes.
    expect(keysAt(resetsAtMs)).toEqual([]);
    const block = { block: makeBlock('claude-code'), limit: { usedPercent: 95 } };
    expect(toAlertObservations([block], [], block.block.endMs - 1)).toHaveLength(1);
    expect(toAlertObservations([block], [], block.block.endMs)).toEqual([]);
  });

  it('observes a block while the provider reports only windows of another length', () => {
    const windows = toLimitWindows([makeReading(weekly)], nowMs);
    const block = { block: makeBlock('codex'), limit: { usedPercent: 50 } };
    expect(toAlertObservations([block], windows, nowMs).map(({ key }) => key)).toEqual([
      '["openai",null,"codex","7d"]',
      'codex:block',
    ]);
  });
});

describe('toNextObservationMs', () => {
  const block = { block: makeBlock('codex'), limit: { usedPercent: 50 } };
  const next = (blocks: readonly LimitedBlock[], readings: readonly LimitReading[]) =>
    toNextObservationMs(blocks, toLimitWindows(readings, nowMs), nowMs);

  it('is when a trusted window that keeps a block out becomes stale', () => {
    const windows = toLimitWindows([reading], nowMs);
    const nextMs = next([block], [reading]) ?? 0;
    expect(nextMs).toBe(reading.observedAtMs + 600_001);
    expect(toAlertObservations([block], windows, nextMs - 1).map(({ key }) => key)).not.toContain('codex:block');
    expect(toAlertObservations([block], windows, nextMs).map(({ key }) => key)).toEqual(['codex:block']);
  });

  it('is null where no block takes the place of a window', () => {
    expect(next([], [reading])).toBeNull();
    expect(next([{ ...block, limit: null }], [reading])).toBeNull();
    expect(next([{ block: makeBlock('claude-code'), limit: { usedPercent: 50 } }], [reading])).toBeNull();
    expect(next([block], [makeReading(weekly)])).toBeNull();
    expect(next([block], [{ ...reading, observedAtMs: nowMs - hour }])).toBeNull();
  });
});
