import { describe, expect, it } from 'vitest';
import { toAccounts, toAlert, toHeadline, toVerdict } from '../../../../renderer/features/limits/accounts-view.ts';
import { dayMs, hourMs, minuteMs } from '../../../../shared/domain/instant.ts';
import { toLimitOutlook, type LimitWindow } from '../../../../shared/domain/limit-window.ts';
import type { ActiveBlock } from '../../../../shared/snapshot/app-snapshot.ts';
import { toBlockOutlook } from '../../../../shared/snapshot/outlook.ts';
import { createFakeBlock } from '../../../fakes/fake-sections.ts';
import { makeReading } from '../../../support/make-reading.ts';

const nowMs = Date.parse('2026-05-14T10:20:00Z');
const context = {
  nowMs,
  timeZone: 'UTC',
  thresholdsPercent: [75, 90],
  labelOf: (source: string) => (source === 'codex' ? 'Codex' : source),
  show: { limitFigure: 'left', resetFigure: 'countdown' },
} as const;
const trusted = { trustedUntilMs: nowMs + hourMs, runsOutAtMs: null, pace: null } as const;
const weekly: LimitWindow = {
  ...makeReading({
    windowMinutes: 10_080,
    usedPercent: 71,
    resetsAtMs: nowMs + 3.5 * dayMs,
    observedAtMs: nowMs - minuteMs,
  }),
  ...trusted,
  id: { provider: 'openai', account: null, name: 'codex', scope: '7d' },
  runsOutAtMs: nowMs + dayMs + 3 * hourMs + 40 * minuteMs,
};
const fiveHours: LimitWindow = {
  ...makeReading({ usedPercent: 20, resetsAtMs: nowMs + 2 * hourMs, observedAtMs: weekly.observedAtMs }),
  ...trusted,
};

/** Sentences keep some words together with no-break spaces. */
function plain(text: string | undefined): string | undefined {
  return text?.replaceAll(/\s/g, ' ');
}

function rowsOf(windows: readonly LimitWindow[], changes: Partial<typeof context> = {}, forecasts = []) {
  return toAccounts({ forecasts, windows }, [], { ...context, ...changes }).flatMap(({ rows }) => rows);
}

function headlineOf(windows: readonly LimitWindow[], blocks: readonly ActiveBlock[] = []) {
  return toHeadline({ limits: { forecasts: [], windows }, blocks }, context);
}

describe('the headline', () => {
  it('goes by the block of an agent that reports no limits, and says that it is estimated', () => {
    const block = createFakeBlock(nowMs);
    expect(plain(headlineOf([], [block])?.sentence)).toMatch(/^5-hour limit .*, estimated$/);
    const [account] = toAccounts({ forecasts: [], windows: [] }, [toBlockOutlook(block, nowMs)], context);
    expect(account?.rows[0]).toMatchObject({ isHeadline: true, isBinding: false });
    expect(headlineOf([], [{ ...block, limit: null }])).toBeNull();
  });

  it('says only that a block has ended if it ended while the host was away, by the viewer’s clock', () => {
    const block = createFakeBlock(nowMs);
    const later = block.block.endMs + 2 * dayMs;
    const outlook = toBlockOutlook(block, later);
    const [account] = toAccounts({ forecasts: [], windows: [] }, [outlook], { ...context, nowMs: later });
    expect(account?.rows[0]).toMatchObject({
      ...{ usedPercent: null, figure: null, figureText: 'Not known', markPercent: null },
      ...{ reset: 'has ended', level: 'normal' },
    });
  });

  it('says what stops the person first, and when', () => {
    const headline = headlineOf([fiveHours, weekly]);
    expect(plain(headline?.sentence)).toBe('Weekly limit runs out Fri 2:00 PM');
    expect(headline?.detail).toBe('Codex · plus. In 1 d 3 h at this pace, 2 d 8 h before it resets.');
  });

  it('is about the fullest window when none stops the person, and absent without windows', () => {
    const windows = [fiveHours, { ...weekly, runsOutAtMs: null }];
    expect(headlineOf(windows)?.sentence).toContain('Weekly limit lasts');
    const rows = toAccounts({ forecasts: [], windows }, [], context).flatMap((account) => account.rows);
    expect(rows.filter(({ isHeadline }) => isHeadline).map(({ fullName }) => fullName)).toEqual(['Weekly limit']);
    expect(headlineOf([])).toBeNull();
  });
});

describe('accounts', () => {
  it('say that theirs is unknown where others of the agent have one', () => {
    const named = { ...weekly, id: { ...weekly.id, account: 'ada' } };
    const claude = { ...weekly, source: 'claude-code', id: { ...weekly.id, provider: 'anthropic' } };
    const plansOf = (...windows: readonly LimitWindow[]) =>
      toAccounts({ forecasts: [], windows }, [], context).map(({ plan }) => plan);
    expect(plansOf(named, fiveHours)).toEqual(['plus', 'account unknown']);
    expect(plansOf(named, claude)).toEqual(['plus', 'plus']);
    expect(plansOf(fiveHours)).toEqual(['plus']);
    const windows = [named, { ...fiveHours, usedPercent: 100 }];
    expect(headlineOf(windows)?.detail).toContain('Codex · account unknown.');
  });

  it('have their windows on a line each, the shortest first, and the binding one is marked', () => {
    const [account, ...others] = toAccounts({ forecasts: [], windows: [weekly, fiveHours] }, [], context);
    expect(others).toEqual([]);
    expect(account).toMatchObject({ label: 'Codex', plan: 'plus', aside: 'now' });
    expect(account?.rows.map(({ name, isBinding }) => [name, isBinding])).toEqual([
      ['5 h', false],
      ['Week', true],
    ]);
  });

  it('are one for each account of an agent, the one that stops the person first on top', () => {
    const other = { ...fiveHours, id: { ...fiveHours.id, account: 'second' } };
    const accounts = toAccounts({ forecasts: [], windows: [other, weekly] }, [], context);
    expect(accounts.map(({ rows }) => rows.map(({ name }) => name))).toEqual([['Week'], ['5 h']]);
  });

  it('with the same plan show the start of their hashes', () => {
    const of = (account: string, planType: string | null, window = weekly): LimitWindow => ({
      ...window,
      planType,
      id: { ...window.id, account },
    });
    const windows = [of('a1b2c3', 'plus'), of('d4e5f6', 'plus'), of('d4e5f6', null, fiveHours), of('f7a8b9', 'pro')];
    const plans = toAccounts({ forecasts: [], windows }, [], context).map(({ plan }) => plan);
    expect([...plans].sort()).toEqual(['plus · a1b2', 'plus · d4e5', 'pro']);
    expect(headlineOf(windows)?.detail).toContain('Codex · plus · ');
  });

  it('show a block without a limit without a meter: time that has passed is not use', () => {
    const block = { ...toBlockOutlook(createFakeBlock(nowMs), nowMs), limit: null, runsOutAtMs: null };
    const [account] = toAccounts({ forecasts: [], windows: [] }, [block], context);
    expect(account?.rows[0]).toMatchObject({ usedPercent: null, figure: null, markPercent: null });
  });

  it('show the block of an agent that reports no limits, as an estimate', () => {
    const block = toBlockOutlook(createFakeBlock(nowMs), nowMs);
    const accounts = toAccounts({ forecasts: [], windows: [weekly] }, [block], context);
    expect(accounts.map(({ source, aside }) => [source, aside])).toEqual([
      ['codex', 'now'],
      ['claude-code', 'estimated'],
    ]);
    expect(accounts[1]?.rows[0]).toMatchObject({
      name: 'Block',
      figure: '66%',
      reset: '2 h 24 min',
      isUncertain: true,
    });
    const codexBlock = { ...block, source: 'codex' };
    expect(toAccounts({ forecasts: [], windows: [weekly] }, [codexBlock], context)).toHaveLength(1);
  });
});

describe('a row', () => {
  it('shows what is left or used, and when it resets in two ways; its level stays', () => {
    const show = (limitFigure: 'left' | 'used', resetFigure: 'countdown' | 'clock') =>
      rowsOf([weekly], { show: { limitFigure, resetFigure } } as never).map(({ figure, reset, level }) => [
        figure,
        reset,
        level,
      ])[0];
    expect(show('left', 'countdown')).toEqual(['29%', '3 d 12 h', 'warning']);
    expect(show('used', 'clock')).toEqual(['71%', 'Sun 10:20 PM', 'warning']);
  });

  it('marks where even use would be, and where the forecast ends', () => {
    expect(rowsOf([weekly])[0]?.markPercent).toBeCloseTo(50);
    expect(rowsOf([{ ...weekly, resetsAtMs: null }])[0]).toMatchObject({ markPercent: null, reset: null });
    const forecast = {
      id: weekly.id,
      source: 'codex',
      asOfMs: nowMs,
      endMs: weekly.resetsAtMs ?? 0,
      observedAtMs: nowMs,
      usedPercent: 71,
      percent: { p10: 74, p25: 80, p50: 88, p75: 95, p90: 104 },
      interval: { from: 73, to: 106 },
      runOut: { probability: 0.2, earlyMs: null, medianMs: null, lateMs: null },
    } as const;
    const [account] = toAccounts({ forecasts: [forecast], windows: [weekly] }, [], context);
    expect(account?.rows[0]).toMatchObject({ forecastPercent: 88, level: 'normal' });
    expect(account?.rows[0]?.title).toContain('Forecast: 73% to 100% used when it resets');
  });

  it('says its kind and age, and claims no more than an old reading shows', () => {
    expect(rowsOf([weekly])[0]?.title).toContain('official, 1 min ago. Reported by the provider.');
    const old = { ...weekly, trustedUntilMs: nowMs - 1, observedAtMs: nowMs - 3 * hourMs };
    const [row] = rowsOf([old]);
    expect(row?.isUncertain).toBe(true);
    expect(plain(row?.title)).toContain('Weekly limit: at least 71% used');
    expect(toAccounts({ forecasts: [], windows: [old] }, [], context)[0]?.aside).toBe('3 h ago');
  });

  it('does not show a window as current that has since reset', () => {
    const full = { ...weekly, usedPercent: 97, resetsAtMs: nowMs - minuteMs };
    expect(rowsOf([full])[0]).toMatchObject({
      usedPercent: null,
      markPercent: null,
      level: 'normal',
      figure: null,
      figureText: 'Not known',
      reset: 'has reset',
      isNear: false,
    });
    expect(rowsOf([full])[0]?.title).toContain('Weekly limit has reset');
  });

  it('of credits shows the amount, and no meter', () => {
    const amount = { unit: 'credits', used: null, limit: null, remaining: 1_250 } as const;
    const credits = { ...makeReading({ windowMinutes: null, usedPercent: null, amount }), ...trusted };
    expect(rowsOf([credits])[0]).toMatchObject({
      usedPercent: null,
      figure: '1.3K',
      figureText: '1.3K credits left',
      level: 'normal',
    });
  });
});

describe('the verdict', () => {
  const verdictOf = (changes: Partial<LimitWindow>, runOut = null as Parameters<typeof toLimitOutlook>[2]) =>
    toVerdict(toLimitOutlook({ ...weekly, runsOutAtMs: null, ...changes }, nowMs, runOut), context);
  const pace = { elapsedPercent: 50, deltaPercent: 4, band: 'slightly-above' } as const;

  it('is what the forecast says', () => {
    expect(verdictOf({ runsOutAtMs: nowMs + hourMs })).toBe('warning');
    expect(verdictOf({ runsOutAtMs: nowMs + 29 * minuteMs })).toBe('critical');
    expect(verdictOf({ usedPercent: 100 })).toBe('critical');
    expect(verdictOf({ usedPercent: 92, pace })).toBe('normal');
  });

  it('is what is used where nothing can be forecast', () => {
    const levels = [74, 75, 89.9, 90].map((usedPercent) => verdictOf({ usedPercent }));
    expect(levels).toEqual(['normal', 'warning', 'warning', 'critical']);
    expect(verdictOf({ usedPercent: 92, pace, trustedUntilMs: nowMs - 1 })).toBe('critical');
  });
});

it('announces windows that are nearly used up, and nothing otherwise', () => {
  const alertOf = (usedPercent: number) =>
    toAlert(toAccounts({ forecasts: [], windows: [{ ...weekly, usedPercent }] }, [], context));
  expect(alertOf(71)).toBe('');
  expect(alertOf(92)).toBe('Codex: Weekly limit, 92% used.');
});
