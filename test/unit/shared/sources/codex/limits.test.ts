import { describe, expect, it } from 'vitest';
import type { LimitReading } from '../../../../../shared/domain/limit-window.ts';
import { codex } from '../../../../../shared/sources/codex/descriptor.ts';
import { parseLimits } from '../../../../../shared/sources/codex/limits.ts';
import { readFixture } from '../../../../support/log-fixtures.ts';

const atMs = Date.parse('2026-05-04T09:00:00Z');
const resets = atMs / 1000 + 3600;
const window = (usedPercent: unknown, minutes: unknown, rest: object = { resets_at: resets }) => ({
  used_percent: usedPercent,
  window_minutes: minutes,
  ...rest,
});

const parse = (value: unknown) => parseLimits(value, { origin: 'log', account: null, observedAtMs: atMs });
const parseLimitReadings = (value: unknown) =>
  parse(value).flatMap((record) => (record.kind === 'limit' ? [record.reading] : []));

describe('Codex limits', () => {
  it('reads each window by its length, not by its slot', () => {
    const limits = { limit_id: 'codex_other', limit_name: 'Other', plan_type: 'pro', primary: window(7.5, 10080) };
    expect(parseLimitReadings({ ...limits, secondary: null })).toEqual<LimitReading[]>([
      {
        id: { provider: 'openai', account: null, name: 'codex_other', scope: '7d' },
        source: 'codex',
        origin: 'log',
        label: 'Other',
        amount: null,
        windowMinutes: 10_080,
        usedPercent: 7.5,
        resetsAtMs: resets * 1000,
        planType: 'pro',
        observedAtMs: atMs,
      },
    ]);
  });

  it('keeps no e-mail address, and still tells limits apart that are named by one', () => {
    const ofPerson = (limit_id: string) =>
      parseLimitReadings({ limit_id, limit_name: limit_id, plan_type: limit_id, primary: window(1, 300) })[0]!;
    const [ann, bob] = [ofPerson('ann@example.com'), ofPerson('bob@example.com')];
    expect(ann).toMatchObject({ label: null, planType: null });
    expect(JSON.stringify([ann, bob])).not.toContain('@');
    expect(new Set([ann.id.name, bob.id.name, 'codex']).size).toBe(3);
  });

  it('rounds to the nominal length and counts seconds from the record, as version 0.47 wrote them', () => {
    const old = {
      primary: window(0, 299, { resets_in_seconds: 120 }),
      secondary: window(100, 10079, { resets_in_seconds: 0 }),
    };
    expect(parseLimitReadings(old)).toMatchObject([
      {
        id: { name: 'codex', scope: '5h' },
        windowMinutes: 300,
        usedPercent: 0,
        resetsAtMs: atMs + 120_000,
        planType: null,
      },
      { id: { name: 'codex', scope: '7d' }, windowMinutes: 10_080, usedPercent: 100, resetsAtMs: atMs },
    ]);
  });

  it.each([290, 1440, 43_000])('keeps or rounds a window of %i minutes', (minutes) => {
    const expected = minutes === 43_000 ? 43_200 : minutes;
    expect(parseLimitReadings({ primary: window(1, minutes) })[0]?.windowMinutes).toBe(expected);
  });

  it.each([
    window(-1, 300),
    window(100.5, 300),
    window(1_780_000_000, 300),
    window('5', 300),
    window(null, 300),
    window(5, 0),
    window(5, 2.5),
    window(5, null),
    window(5, 1e9),
    [],
    null,
    'x',
  ])('refuses %j, and counts it', (primary) => {
    const refused = primary === null ? [] : [{ kind: 'skip', reason: 'bad-limit' }];
    expect(parse({ primary })).toEqual(refused);
  });

  it('does not accept a reset beyond the length of the window, or none', () => {
    for (const rest of [{ resets_at: resets + 6 * 3600 }, { resets_at: 'soon' }, { resets_in_seconds: -5 }, {}]) {
      expect(parseLimitReadings({ primary: window(5, 300, rest) })[0]?.resetsAtMs).toBeNull();
    }
  });

  it('does not count a non-numeric time until the reset as damaged, because newer versions omit it', () => {
    expect(parse({ primary: window(5, 300, { resets_in_seconds: '120' }) })).toHaveLength(1);
  });

  it.each([
    [{ has_credits: true, unlimited: false, balance: '12.5' }, 12.5],
    [{ has_credits: true, unlimited: false, balance: 0 }, 0],
  ])('reads the remaining credits: %j', (credits, remaining) => {
    expect(parseLimitReadings({ primary: window(5, 300), credits, plan_type: 'plus' })[1]).toEqual<LimitReading>({
      id: { provider: 'openai', account: null, name: 'codex', scope: 'credits' },
      source: 'codex',
      origin: 'log',
      label: null,
      windowMinutes: null,
      usedPercent: null,
      amount: { unit: 'credits', used: null, limit: null, remaining },
      resetsAtMs: null,
      planType: 'plus',
      observedAtMs: atMs,
    });
  });

  it.each([
    null,
    { has_credits: false, unlimited: false, balance: '0' },
    { has_credits: true, unlimited: true, balance: '5' },
    { has_credits: true, unlimited: false, balance: null },
    { has_credits: true, unlimited: false },
  ])('finds no credits in %j', (credits) => {
    expect(parse({ credits })).toEqual([]);
  });

  it.each(['', '-1', -12.5, 'much', Infinity, true])('refuses a balance of %j, and counts it', (balance) => {
    const records = parse({ credits: { has_credits: true, unlimited: false, balance } });
    expect(records).toEqual([{ kind: 'skip', reason: 'bad-limit' }]);
  });

  it('is read from counters that are repeated or absent too', () => {
    const readings = readFixture(codex, 'repeated-counter').filter(({ kind }) => kind === 'limit');
    expect(readings).toHaveLength(6);
  });

  it("leaves out the parent's readings that a fork replays with its own time", () => {
    const readings = readFixture(codex, 'fork').flatMap((record) =>
      record.kind === 'limit' ? [record.reading.usedPercent] : [],
    );
    expect(readings).toEqual([9]);
  });
});
