import { describe, expect, it } from 'vitest';
import { buildBlocks } from '../../../../shared/analytics/blocks.ts';
import { toLimitWindows } from '../../../../shared/limits/windows.ts';
import { sumTotals } from '../../../../shared/analytics/totals.ts';
import type { LimitReading } from '../../../../shared/domain/limit-window.ts';
import { createProblem } from '../../../../shared/domain/problem.ts';
import { createMessages } from '../../../../shared/messages/catalogue.ts';
import { listPrices } from '../../../support/list-prices.ts';
import type {
  ActiveBlock,
  AppSnapshot,
  ScanStatus,
  SnapshotSections,
} from '../../../../shared/snapshot/app-snapshot.ts';
import { describeTooltip } from '../../../../shared/snapshot/describe-tooltip.ts';
import { emptySections } from '../../../../shared/snapshot/empty-sections.ts';
import { createSnapshot } from '../../../../shared/snapshot/revisions.ts';
import { toTrayFigures } from '../../../../shared/snapshot/tray-text.ts';
import { toTrayState } from '../../../../shared/snapshot/tray-state.ts';
import { makeCell } from '../../../support/make-cell.ts';
import { makeReading, type ReadingPatch } from '../../../support/make-reading.ts';

const messages = createMessages();
const nowMs = Date.parse('2026-05-01T12:47:00Z');
const hour = 3_600_000;
/** 136,000 output tokens of Opus ($3.40), and cache reads of a model without a price. */
const cells = [
  makeCell({ at: '2026-05-01T10:30:00Z', usage: { outputTokens: 136_000 } }),
  makeCell({ at: '2026-05-01T10:31:00Z', model: 'mimo', usage: { cacheReadTokens: 1_064_000 } }),
];

function snapshot(patch: Partial<SnapshotSections> = {}, scan: Partial<ScanStatus> = {}): AppSnapshot {
  const empty = emptySections('UTC', nowMs);
  return createSnapshot({ ...empty, scan: { ...empty.scan, phase: 'watching', ...scan }, ...patch }, nowMs);
}

function activeBlocks(usedPercent: number | null): readonly ActiveBlock[] {
  return buildBlocks(cells, { nowMs, book: listPrices }).map((block) => ({
    source: block.source,
    block,
    forecast: null,
    limit: usedPercent === null ? null : { unit: 'usd', value: 18, usedPercent, plan: 'pro', provenance: 'estimated' },
  }));
}

function limits(patch: ReadingPatch): SnapshotSections['limits'] {
  const reading: LimitReading = makeReading({
    source: 'codex',
    name: 'codex',
    label: 'A very long label of the provider for this limit',
    windowMinutes: 10_080,
    usedPercent: 40,
    resetsAtMs: nowMs + 48 * hour,
    planType: null,
    observedAtMs: nowMs,
    ...patch,
  });
  return { windows: toLimitWindows([reading], nowMs), forecasts: [] };
}

const used = (): SnapshotSections['usage'] => {
  const { usage } = emptySections('UTC', nowMs);
  return { ...usage, today: { ...usage.today, totals: sumTotals(cells, listPrices) } };
};

describe('toTrayState', () => {
  const thresholds = [75, 90];

  it.each([
    [74.9, 'normal'],
    [75, 'warning'],
    [89, 'warning'],
    [90, 'critical'],
    [130, 'critical'],
  ])('is, with %d%% of a block used, %s', (usedPercent, state) => {
    expect(toTrayState(snapshot({ blocks: activeBlocks(usedPercent) }), thresholds, nowMs)).toBe(state);
  });

  it('follows the nearest limit, even if its reading is old', () => {
    const stale = limits({ usedPercent: 91, windowMinutes: 300, resetsAtMs: nowMs + hour, observedAtMs: nowMs - hour });
    expect(stale.windows[0]?.trustedUntilMs).toBeLessThan(nowMs);
    expect(toTrayState(snapshot({ blocks: activeBlocks(10), limits: stale }), thresholds, nowMs)).toBe('critical');
  });

  it('no longer follows a limit or a block that has ended since', () => {
    const [resetsAtMs, silent] = [nowMs + hour, { usedPercent: 95, windowMinutes: 300, resetsAtMs: null }];
    const stateAt = (patch: Partial<SnapshotSections>, atMs: number) => toTrayState(snapshot(patch), thresholds, atMs);
    const [named, unnamed] = [limits({ usedPercent: 95, resetsAtMs }), limits(silent)];
    expect(stateAt({ limits: named }, resetsAtMs - 1)).toBe('critical');
    expect(stateAt({ limits: named }, resetsAtMs)).toBe('normal');
    // At the latest one length after the reading.
    expect([
      stateAt({ limits: unnamed }, nowMs + 5 * hour - 1),
      stateAt({ limits: unnamed }, nowMs + 5 * hour),
    ]).toEqual(['critical', 'normal']);
    const blocks = activeBlocks(95);
    expect([stateAt({ blocks }, blocks[0]!.block.endMs - 1), stateAt({ blocks }, blocks[0]!.block.endMs)]).toEqual([
      'critical',
      'normal',
    ]);
  });

  it('is normal without a limit', () => {
    expect(toTrayState(snapshot({ blocks: activeBlocks(null) }), thresholds, nowMs)).toBe('normal');
  });

  it('does not warn without thresholds, but shows what is used up', () => {
    expect(toTrayState(snapshot({ limits: limits({ usedPercent: 99 }) }), [], nowMs)).toBe('normal');
    expect(toTrayState(snapshot({ limits: limits({ usedPercent: 100 }) }), [], nowMs)).toBe('critical');
  });

  it('puts errors before a pause, and both before limits', () => {
    const full = { limits: limits({ usedPercent: 100 }) };
    expect(toTrayState(snapshot(full, { phase: 'paused' }), thresholds, nowMs)).toBe('paused');
    expect(toTrayState(snapshot(full, { phase: 'failed' }), thresholds, nowMs)).toBe('error');
    const broken = { health: { problems: [createProblem('engine-stopped', { detail: null })] } };
    expect(toTrayState(snapshot(broken, { phase: 'paused' }), thresholds, nowMs)).toBe('error');
    const warned = { health: { problems: [createProblem('no-tray', {})] } };
    expect(toTrayState(snapshot(warned), thresholds, nowMs)).toBe('normal');
  });
});

describe('describeTooltip', () => {
  it('shows today’s usage, and when the block resets', () => {
    expect(describeTooltip(snapshot({ usage: used(), blocks: activeBlocks(null) }), messages, nowMs)).toBe(
      'Fuelgauge: 1.2M tokens today, $3.40+ API-equivalent · block resets in 2 h 13 min',
    );
  });

  it('says of a used-up limit only that it has reset, once it has', () => {
    const usedUp = snapshot({ usage: used(), limits: limits({ usedPercent: 100, resetsAtMs: nowMs + hour }) });
    expect(describeTooltip(usedUp, messages, nowMs + hour - 1)).toContain('weekly limit used up');
    expect(describeTooltip(usedUp, messages, nowMs + hour)).toMatch(/ · Weekly limit has reset$/);
    expect(toTrayFigures(usedUp, nowMs + hour - 1)).toMatchObject({ usedPercent: 100, resetsInMs: 1 });
    expect(toTrayFigures(usedUp, nowMs + hour)).toMatchObject({ usedPercent: null, resetsInMs: null });
  });

  it('says nothing of the limit of a block that has ended', () => {
    const full = snapshot({ usage: used(), blocks: activeBlocks(100) });
    const endMs = activeBlocks(100)[0]!.block.endMs;
    expect(describeTooltip(full, messages, endMs - 1)).toContain('5-hour limit used up');
    expect(describeTooltip(full, messages, endMs)).toBe('Fuelgauge: 1.2M tokens today, $3.40+ API-equivalent');
  });

  it('no longer shows when a limit runs out once its reading is old', () => {
    const runningOut = snapshot({ usage: used(), limits: limits({ usedPercent: 80 }) });
    const trustedMs = 336 * 60_000;
    expect(describeTooltip(runningOut, messages, nowMs + trustedMs)).toContain('weekly limit runs out in 1 d');
    expect(describeTooltip(runningOut, messages, nowMs + trustedMs + 1)).toBe(
      'Fuelgauge: 1.2M tokens today, $3.40+ API-equivalent · Weekly limit: at\u00a0least 80%\u00a0used',
    );
  });

  it('shows costs in the currency of the snapshot', () => {
    const usage = { ...used(), currency: { code: 'EUR', perUsd: 0.92 } };
    expect(describeTooltip(snapshot({ usage }), messages, nowMs)).toBe(
      'Fuelgauge: 1.2M tokens today, €3.13+ API-equivalent',
    );
  });

  it('shows which limit runs out instead, when one does', () => {
    // 80 % in 5 of 7 days: the rest takes 30 hours
    const runningOut = snapshot({ usage: used(), blocks: activeBlocks(null), limits: limits({ usedPercent: 80 }) });
    expect(describeTooltip(runningOut, messages, nowMs)).toBe(
      'Fuelgauge: 1.2M tokens today, $3.40+ API-equivalent · weekly limit runs out in 1 d 6 h',
    );
    const usedUp = snapshot({ usage: used(), limits: limits({ usedPercent: 100 }) });
    expect(describeTooltip(usedUp, messages, nowMs)).toBe(
      'Fuelgauge: 1.2M tokens today, $3.40+ API-equivalent · weekly limit used up, resets in 2 d',
    );
    expect(describeTooltip(usedUp, messages, nowMs).length).toBeLessThanOrEqual(127);
  });

  it('shows how much is left of the nearest limit where none runs out, not how long a block lasts', () => {
    const lasting = snapshot({ usage: used(), blocks: activeBlocks(null), limits: limits({ usedPercent: 40 }) });
    expect(describeTooltip(lasting, messages, nowMs)).toBe(
      'Fuelgauge: 1.2M tokens today, $3.40+ API-equivalent · Weekly limit: 60%\u00a0left',
    );
  });

  it('goes by the plan or limit in the settings where the provider reports none', () => {
    const text = (usedPercent: number, patch: Partial<SnapshotSections> = {}) =>
      describeTooltip(snapshot({ blocks: activeBlocks(usedPercent), ...patch }), messages, nowMs);
    expect(text(56)).toBe('Fuelgauge: nothing used today · 5-hour limit: 44%\u00a0left, estimated');
    expect(text(100)).toMatch(/ · 5-hour limit used up, resets in 2 h 13 min, estimated$/);
    const codex = limits({ usedPercent: 70, resetsAtMs: nowMs + 4 * hour });
    expect(text(56, { limits: codex })).toMatch(/ · codex: Weekly limit: 30%\u00a0left$/);
    expect(text(99, { limits: codex })).toMatch(/ · claude-code: 5-hour limit: 1%\u00a0left, estimated$/);
    // The provider's own figure of the same agent is the better one.
    const own = limits({ source: 'claude-code', usedPercent: 10 });
    expect(text(99, { limits: own })).toMatch(/ · Weekly limit: 90%\u00a0left$/);
  });

  it('says whose limit it is where several agents have some', () => {
    const [codex, other] = [limits({ usedPercent: 100 }), limits({ source: 'claude-code', usedPercent: 10 })];
    const shared = { windows: [...codex.windows, ...other.windows], forecasts: [] };
    expect(describeTooltip(snapshot({ limits: shared }), messages, nowMs)).toContain(
      'codex: weekly limit used up, resets in 2 d',
    );
  });

  it('counts down without a new snapshot', () => {
    const unchanged = snapshot({ usage: used(), blocks: activeBlocks(null) });
    expect(describeTooltip(unchanged, messages, nowMs + hour)).toMatch(/block resets in 1 h 13 min$/);
  });

  it('does not count down a block that has ended', () => {
    const ended = snapshot({ usage: used(), blocks: activeBlocks(null) });
    expect(describeTooltip(ended, messages, nowMs + 48 * hour)).not.toContain('block');
  });

  it('does not take the figures of an earlier day for those of today', () => {
    const before = snapshot({ usage: used() });
    const midnightMs = Date.parse('2026-05-02T00:00:00Z');
    expect(describeTooltip(before, messages, midnightMs - 1)).toContain('1.2M tokens today');
    expect(describeTooltip(before, messages, midnightMs)).toBe('Fuelgauge: nothing read yet today');
    const paused = snapshot({ usage: used() }, { phase: 'paused' });
    expect(describeTooltip(paused, messages, midnightMs)).toBe('Fuelgauge: paused · nothing read yet today');
    // Days begin when and where the person says.
    const late = { ...used(), calendar: { ...used().calendar, dayStartHour: 4 } };
    expect(describeTooltip(snapshot({ usage: late }), messages, midnightMs)).toContain('1.2M tokens today');
    const west = { ...used(), timeZone: 'America/New_York' };
    expect(describeTooltip(snapshot({ usage: west }), messages, midnightMs)).toContain('1.2M tokens today');
  });

  it('leaves out unknown costs', () => {
    const { today, ...rest } = used();
    const unpriced = { ...rest, today: { ...today, totals: { ...today.totals, costMicroUsd: null } } };
    expect(describeTooltip(snapshot({ usage: unpriced }), messages, nowMs)).toBe('Fuelgauge: 1.2M tokens today');
  });

  it.each([
    [{ phase: 'starting' }, 'Fuelgauge: starting'],
    [{ phase: 'scanning', percent: 45 }, 'Fuelgauge: reading logs, 45% · nothing used today'],
    [{ phase: 'paused' }, 'Fuelgauge: paused · nothing used today'],
    [{ phase: 'failed' }, 'Fuelgauge: stopped by an error · nothing used today'],
    [{ phase: 'watching' }, 'Fuelgauge: nothing used today'],
    [{ phase: 'following' }, 'Fuelgauge: nothing used today'],
  ] as const)('says what it is doing: %j', (scan, text) => {
    expect(describeTooltip(snapshot({}, scan), messages, nowMs)).toBe(text);
  });

  it('points at an error', () => {
    const health = { problems: [createProblem('engine-stopped', { detail: null })] };
    expect(describeTooltip(snapshot({ health }), messages, nowMs)).toBe(
      'Fuelgauge: needs attention · nothing used today',
    );
    const warned = { problems: [createProblem('no-tray', {})] };
    expect(describeTooltip(snapshot({ health: warned }), messages, nowMs)).toBe('Fuelgauge: nothing used today');
  });

  it('shows the block that resets first', () => {
    const [block] = activeBlocks(null);
    const later = block && { ...block, block: { ...block.block, endMs: block.block.endMs + hour } };
    const blocks = [later, block].filter((each) => each !== undefined);
    expect(describeTooltip(snapshot({ blocks }), messages, nowMs)).toMatch(/block resets in 2 h 13 min$/);
  });

  it('says of a limit without a reset only that it is used up', () => {
    const usedUp = snapshot({ limits: limits({ usedPercent: 100, resetsAtMs: null }) });
    expect(describeTooltip(usedUp, messages, nowMs)).toBe('Fuelgauge: nothing used today · weekly limit used up');
  });
});
