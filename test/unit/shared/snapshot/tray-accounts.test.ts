import { describe, expect, it } from 'vitest';
import { drawPixelText } from '../../../../shared/lib/pixel-text.ts';
import { toLimitWindows } from '../../../../shared/limits/windows.ts';
import { createMessages } from '../../../../shared/messages/catalogue.ts';
import type { AppSnapshot, ScanStatus } from '../../../../shared/snapshot/app-snapshot.ts';
import { describeAccount } from '../../../../shared/snapshot/describe-account.ts';
import { emptySections } from '../../../../shared/snapshot/empty-sections.ts';
import { createSnapshot } from '../../../../shared/snapshot/revisions.ts';
import { toTrayAccounts, withMark } from '../../../../shared/snapshot/tray-accounts.ts';
import { toTrayFigures } from '../../../../shared/snapshot/tray-text.ts';
import { makeReading, type ReadingPatch } from '../../../support/make-reading.ts';

const messages = createMessages();
const nowMs = Date.parse('2026-05-01T12:47:00Z');
const hour = 3_600_000;

function snapshot(readings: readonly ReadingPatch[], scan: Partial<ScanStatus> = {}): AppSnapshot {
  const empty = emptySections('UTC', nowMs);
  const labels = { codex: 'Codex', 'claude-code': 'Claude Code', copilot: 'GitHub Copilot CLI', continue: 'Continue' };
  const { totals } = empty.usage.today;
  const used = { ...totals, events: 3, usage: { ...totals.usage, outputTokens: 900 } };
  const windows = toLimitWindows(
    readings.map((patch) => makeReading({ observedAtMs: nowMs - hour / 60, resetsAtMs: nowMs + 4 * hour, ...patch })),
    nowMs,
  );
  return createSnapshot(
    {
      ...empty,
      scan: { ...empty.scan, phase: 'watching', ...scan },
      sources: Object.entries(labels).map(([source, label]) => ({
        source,
        label,
        isAgent: true,
        roots: [],
        events: 0,
        lastAtMs: null,
        plans: [],
        limitProgram: null,
      })),
      usage: {
        ...empty.usage,
        today: { ...empty.usage.today, totals: used, bySource: [{ ...used, source: 'codex' }] },
      },
      limits: { windows, forecasts: [] },
    },
    nowMs,
  );
}

const claude = { source: 'claude-code', provider: 'anthropic', name: 'session', planType: 'max' } as const;

describe('toTrayAccounts', () => {
  it('gives each account its own windows, in an order that does not follow the figures', () => {
    const quiet = snapshot([{ usedPercent: 10 }, { ...claude, usedPercent: 30 }]);
    const busy = snapshot([{ usedPercent: 97 }, { ...claude, usedPercent: 30 }]);
    for (const [shown, codex] of [
      [quiet, 10],
      [busy, 97],
    ] as const) {
      const accounts = toTrayAccounts(shown);
      expect(accounts.map(({ label, plan, mark }) => [label, plan, mark])).toEqual([
        ['Claude Code', 'max', 'CLA'],
        ['Codex', 'plus', 'COD'],
      ]);
      expect(accounts.map((account) => toTrayFigures(account.snapshot, nowMs).usedPercent)).toEqual([30, codex]);
    }
    expect(toTrayAccounts(quiet).map(({ id }) => id)).toEqual(toTrayAccounts(busy).map(({ id }) => id));
  });

  it("counts an agent's tokens only where it has one account: logs do not say whose they are", () => {
    const one = toTrayAccounts(snapshot([{}, claude]));
    expect(one.map((account) => toTrayFigures(account.snapshot, nowMs).tokensToday)).toEqual([null, 900]);
    const two = toTrayAccounts(snapshot([{ account: 'ada' }, { account: 'bob' }]));
    expect(two.map((account) => toTrayFigures(account.snapshot, nowMs).tokensToday)).toEqual([null, null]);
  });

  it("does not count them either where the agent's other account has no icon for lack of space", () => {
    const others = [...'abcde'].map((account) => ({ ...claude, account }));
    const accounts = toTrayAccounts(snapshot([...others, { account: 'ada' }, { account: 'bob' }]));
    expect(accounts.map(({ label }) => label)).toEqual([...Array<string>(5).fill('Claude Code'), 'Codex']);
    expect(toTrayFigures(accounts[5]!.snapshot, nowMs).tokensToday).toBeNull();
  });

  it('marks accounts so that no two look the same, with letters that can be drawn', () => {
    const marks = toTrayAccounts(
      snapshot([
        { account: 'ada' },
        { account: 'bob' },
        { ...claude, account: 'cyn' },
        { ...claude, source: '---', account: 'eve' },
      ]),
    ).map(({ mark }) => mark);
    expect(marks).toEqual(['1', 'CLA', 'CO1', 'CO2']);
    for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789') {
      expect(drawPixelText([letter], 16, 'none').pixels.some((pixel) => pixel === 1)).toBe(true);
    }
    const drawn = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'].map((letter) =>
      drawPixelText([letter], 16, 'none').pixels.join(''),
    );
    expect(new Set(drawn).size).toBe(36);
  });

  it('numbers accounts of two agents whose names begin with the same two letters', () => {
    const other = { source: 'continue', provider: 'anthropic', name: 'session' } as const;
    const marks = toTrayAccounts(
      snapshot([{ account: 'ada' }, { account: 'bob' }, { ...other, account: 'cyn' }, { ...other, account: 'eve' }]),
    ).map(({ mark }) => mark);
    expect(marks).toEqual(['CO1', 'CO2', 'CO3', 'CO4']);
  });

  it('stops at six icons, and has none without limits', () => {
    expect(toTrayAccounts(snapshot([]))).toEqual([]);
    expect(toTrayAccounts(snapshot([...'abcdefghi'].map((account) => ({ account }))))).toHaveLength(6);
  });
});

describe('withMark', () => {
  it('puts the mark above the first line, or alone', () => {
    expect(withMark({ lines: ['38', '2h'], title: '38% · 2h 03m' }, 'CLA')).toEqual({
      lines: ['CLA', '38'],
      title: 'CLA 38% · 2h 03m',
    });
    expect(withMark(null, 'CLA')).toEqual({ lines: ['CLA'], title: 'CLA' });
  });
});

describe('describeAccount', () => {
  const describeAll = (readings: readonly ReadingPatch[], scan: Partial<ScanStatus> = {}): readonly string[] =>
    toTrayAccounts(snapshot(readings, scan)).map((account) => describeAccount(account, messages, nowMs));

  it('says whose it is and what is left, or what stops this account first', () => {
    expect(describeAll([{ usedPercent: 100 }, { ...claude, usedPercent: 10 }])).toEqual([
      'Fuelgauge: Claude Code · max · 5-hour limit: 90%\u00a0left',
      'Fuelgauge: Codex · plus · 5-hour limit used up, resets in 4 h',
    ]);
    expect(describeAll([{}], { phase: 'paused' })[0]).toContain('Codex · plus · paused · ');
  });

  it('never takes what is old, past or unknown for a figure', () => {
    expect(describeAll([{ observedAtMs: nowMs - 3 * 24 * hour, usedPercent: 20 }])[0]).toMatch(/at\u00a0least 20%/);
    expect(
      describeAll([{ usedPercent: null, amount: { unit: 'credits', used: 1, limit: 9, remaining: 8 } }])[0],
    ).toMatch(/8 credits left$/);
    const past = toTrayAccounts(snapshot([{ usedPercent: 20 }]))[0]!;
    expect(describeAccount(past, messages, nowMs + 5 * hour)).toMatch(/has reset$/);
  });
});
