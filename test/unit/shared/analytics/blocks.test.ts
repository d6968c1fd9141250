import { array, assert, integer, oneof, option, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildBlocks, findActiveBlock, type BlockOptions } from '../../../../shared/analytics/blocks.ts';
import { createUsageTimeline } from '../../../../shared/analytics/usage-timeline.ts';
import type { Block } from '../../../../shared/domain/block.ts';
import { emptyUsage } from '../../../../shared/domain/token-usage.ts';
import { listPrices } from '../../../support/list-prices.ts';
import { makeCell } from '../../../support/make-cell.ts';

const later = '2026-05-03T00:00:00Z';

/** The blocks of one event at each of these times of 2026-05-01, as `kind from-to (events)`. */
function blocksAt(times: readonly string[], options: Partial<BlockOptions> & { now?: string } = {}): readonly string[] {
  const cells = times.map((time) => makeCell({ at: toInstant(time), usage: { inputTokens: 10 } }));
  const nowMs = Date.parse(options.now ?? later);
  return buildBlocks(cells, { nowMs, book: listPrices, ...options }).map(describeBlock);
}

function toInstant(time: string): string {
  return `2026-05-01T${time.length === 5 ? `${time}:00` : time}Z`;
}

function describeBlock({ kind, startMs, endMs, events, boundary }: Block): string {
  const clock = (atMs: number): string => new Date(atMs).toISOString().slice(11, 16);
  return `${kind} ${clock(startMs)}-${clock(endMs)} (${events})${boundary === 'official' ? ' official' : ''}`;
}

describe('buildBlocks', () => {
  it('has none where nothing was used', () => {
    expect(blocksAt([])).toEqual([]);
  });

  it('starts a block at the full hour and ends it five hours later', () => {
    expect(blocksAt(['10:05', '12:00', '14:59:59.999'])).toEqual(['completed 10:00-15:00 (3)']);
  });

  it('starts a new block with an event exactly at the end, without a gap', () => {
    expect(blocksAt(['10:05', '15:00'])).toEqual(['completed 10:00-15:00 (1)', 'completed 15:00-20:00 (1)']);
  });

  it('has no gap where the next block follows directly, however long nothing happened', () => {
    expect(blocksAt(['10:05', '15:30'])).toEqual(['completed 10:00-15:00 (1)', 'completed 15:00-20:00 (1)']);
  });

  it('has a gap from the end of one block to the start of the next', () => {
    expect(blocksAt(['10:05', '16:10'])).toEqual([
      'completed 10:00-15:00 (1)',
      'gap 15:00-16:00 (0)',
      'completed 16:00-21:00 (1)',
    ]);
  });

  it('estimates the boundaries of blocks and gaps, and a gap holds nothing', () => {
    const cells = ['10:05', '16:10'].map((time) => makeCell({ at: toInstant(time) }));
    const [block, gap, next] = buildBlocks(cells, { nowMs: Date.parse(later), book: listPrices });
    expect([block?.boundary, next?.boundary]).toEqual(['estimated', 'estimated']);
    expect(gap).toEqual({
      source: 'claude-code',
      kind: 'gap',
      startMs: Date.parse(toInstant('15:00')),
      endMs: Date.parse(toInstant('16:00')),
      firstAtMs: null,
      lastAtMs: null,
      events: 0,
      usage: emptyUsage,
      costMicroUsd: 0,
      unpricedModels: [],
      models: [],
      boundary: 'estimated',
    });
  });

  it('accepts cells in any order', () => {
    expect(blocksAt(['16:10', '10:05'])).toEqual(blocksAt(['10:05', '16:10']));
  });

  it('keeps the last block active until its end', () => {
    expect(blocksAt(['10:05', '16:10'], { now: toInstant('20:59:59') }).at(-1)).toBe('active 16:00-21:00 (1)');
    expect(blocksAt(['10:05', '16:10'], { now: toInstant('21:00') }).at(-1)).toBe('completed 16:00-21:00 (1)');
  });

  it('counts events from a clock that is slightly ahead as current, and leaves out those from a broken one', () => {
    expect(blocksAt(['14:50', '15:02'], { now: toInstant('14:58') })).toEqual(['active 14:00-19:00 (2)']);
    expect(blocksAt(['14:50', '22:00'], { now: toInstant('14:58') })).toEqual(['active 14:00-19:00 (1)']);
  });

  it('keeps sources apart', () => {
    const cells = [
      makeCell({ at: toInstant('10:05') }),
      makeCell({ at: toInstant('11:05'), source: 'codex', model: 'gpt-5.5' }),
      makeCell({ at: toInstant('12:00'), usage: { outputTokens: 100 } }),
    ];
    const blocks = buildBlocks(cells, { nowMs: Date.parse(toInstant('12:30')), book: listPrices });
    expect(blocks.map((block) => `${block.source} ${describeBlock(block)}`)).toEqual([
      'claude-code active 10:00-15:00 (2)',
      'codex active 11:00-16:00 (1)',
    ]);
    expect(blocks[0]).toMatchObject({
      models: ['claude-opus-4-8'],
      // 100x25
      costMicroUsd: 2_500,
      firstAtMs: Date.parse(toInstant('10:05')),
      lastAtMs: Date.parse(toInstant('12:00')),
    });
  });

  describe('with a reset reported by the provider', () => {
    const anchored = (reset: string, now = '13:00'): Partial<BlockOptions> & { now: string } => ({
      anchorResetsMs: new Map([['claude-code', [Date.parse(toInstant(reset))]]]),
      now: toInstant(now),
    });

    it('starts the block five hours before it', () => {
      expect(blocksAt(['10:05', '12:40'], anchored('14:40'))).toEqual(['active 09:40-14:40 (2) official']);
    });

    it('starts it there also with an event at that instant', () => {
      expect(blocksAt(['12:10'], anchored('17:10'))).toEqual(['active 12:10-17:10 (1) official']);
      expect(blocksAt(['17:10'], anchored('17:10', '18:00'))).toEqual(['active 17:10-22:10 (1)']);
    });

    it('leaves earlier blocks whole', () => {
      expect(blocksAt(['01:05', '12:40'], anchored('17:10'))).toEqual([
        'completed 01:00-06:00 (1)',
        'gap 06:00-12:10 (0)',
        'active 12:10-17:10 (1) official',
      ]);
    });

    it('shortens the previous block', () => {
      expect(blocksAt(['08:05', '11:59', '12:40'], anchored('17:10'))).toEqual([
        'completed 08:00-12:10 (2)',
        'active 12:10-17:10 (1) official',
      ]);
    });

    it('begins the block after it no earlier than the reset', () => {
      expect(blocksAt(['12:40', '17:20'], anchored('17:10', '18:00'))).toEqual([
        'completed 12:10-17:10 (1) official',
        'active 17:10-22:10 (1)',
      ]);
      expect(blocksAt(['17:20'], anchored('17:10', '18:00'))).toEqual(['active 17:10-22:10 (1)']);
    });

    it('keeps to those of earlier windows, and to a later one from its start on', () => {
      const resets = ['06:20', '14:40', '16:10'].map((reset) => Date.parse(toInstant(reset)));
      const options = { anchorResetsMs: new Map([['claude-code', resets]]), now: toInstant('13:00') };
      expect(blocksAt(['02:00', '06:30', '09:45', '11:05', '11:20'], options)).toEqual([
        'completed 01:20-06:20 (1) official',
        'completed 06:20-09:40 (1)',
        'completed 09:40-11:10 (2) official',
        'active 11:10-16:10 (1) official',
      ]);
    });

    it('does not affect other sources', () => {
      const options = { ...anchored('14:40'), anchorResetsMs: new Map([['codex', [Date.parse(toInstant('14:40'))]]]) };
      expect(blocksAt(['10:05'], options)).toEqual(['active 10:00-15:00 (1)']);
    });
  });

  it('never overlaps, never loses an event and has at most one active block, whatever the times', () => {
    const minutes = integer({ min: 0, max: 3 * 24 * 60 });
    assert(
      property(array(minutes, { maxLength: 40 }), minutes, minutes, (events, reset, now) => {
        const startMs = Date.parse('2026-05-01T00:00:00Z');
        const at = (minute: number): number => startMs + minute * 60_000;
        const past = events.filter((minute) => minute <= now);
        const cells = past.map((minute) => makeCell({ at: new Date(at(minute)).toISOString() }));
        const blocks = buildBlocks(cells, {
          nowMs: at(now),
          book: listPrices,
          anchorResetsMs: new Map([['claude-code', [at(reset)]]]),
        });
        for (const [index, block] of blocks.entries()) {
          expect(block.endMs).toBeGreaterThan(block.startMs);
          if (index > 0) expect(block.startMs).toBe(blocks[index - 1]?.endMs);
          if (block.firstAtMs !== null) expect(block.firstAtMs).toBeGreaterThanOrEqual(block.startMs);
          if (block.lastAtMs !== null) expect(block.lastAtMs).toBeLessThan(block.endMs);
        }
        expect(blocks.reduce((sum, { events: count }) => sum + count, 0)).toBe(past.length);
        expect(blocks.filter(({ kind }) => kind === 'active').length).toBeLessThanOrEqual(1);
      }),
      { seed: 1 },
    );
  });
});

describe('findActiveBlock', () => {
  /** The active block of one event at each of these minutes; found in a timeline, and among all blocks. */
  const findBoth = (minutes: readonly number[], nowMinute: number, resetMinute: number | null) => {
    const startMs = Date.parse('2026-05-01T00:00:00Z');
    const at = (minute: number): number => startMs + minute * 60_000;
    const cells = [...new Set(minutes)].map((minute) =>
      makeCell({ at: new Date(at(minute)).toISOString(), usage: { inputTokens: 1_000 } }),
    );
    const timeline = createUsageTimeline(() => listPrices);
    for (const cell of cells) timeline.setSlice(cell.startMs, [cell]);
    const options: BlockOptions = {
      nowMs: at(nowMinute),
      book: listPrices,
      ...(resetMinute !== null && { anchorResetsMs: new Map([['claude-code', [at(resetMinute)]]]) }),
    };
    const active = buildBlocks(cells, options).find(({ kind }) => kind === 'active');
    return { found: findActiveBlock('claude-code', timeline, options), expected: active ?? null };
  };

  it('finds the same block as all blocks have, without building them', () => {
    const minutes = integer({ min: 0, max: 2 * 24 * 60 });
    // Many resets and events near now, where the active block is.
    const near = integer({ min: 2_200, max: 2_900 });
    assert(
      property(
        array(oneof(minutes, near), { maxLength: 30 }),
        integer({ min: 2_500, max: 2_600 }),
        option(oneof(minutes, near), { nil: null }),
        (events, now, reset) => {
          const { found, expected } = findBoth(events, now, reset);
          expect(found).toEqual(expected);
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each([
    ['ends now', [0, 10], 300, false],
    ['lasts a minute more', [0, 10], 299, true],
    ['begins five minutes ahead, as a clock may', [305], 300, true],
    ['begins six minutes ahead', [306], 300, false],
  ])('decides by the instant for a block that %s', (_, minutes, now, isActive) => {
    const { found, expected } = findBoth(minutes, now, null);
    expect(found).toEqual(expected);
    expect(found !== null).toBe(isActive);
  });
});
