import { describe, expect, it } from 'vitest';
import { findMemberIds, resolveLimitIds } from '../../../../shared/limits/accounts.ts';
import { toLimitWindows } from '../../../../shared/limits/windows.ts';
import { makeReading, type ReadingPatch } from '../../../support/make-reading.ts';

const nowMs = Date.parse('2026-05-01T12:00:00Z');
const minute = 60_000;
const hour = 60 * minute;
const reading = (patch: ReadingPatch) => makeReading({ resetsAtMs: nowMs + 2 * hour, observedAtMs: nowMs, ...patch });
const accountsOf = (...patches: readonly ReadingPatch[]) =>
  resolveLimitIds(patches.map(reading)).map(({ id }) => id.account);

describe('resolveLimitIds', () => {
  it('gives readings without an account to the only account of that limit', () => {
    expect(accountsOf({ account: 'ada' }, {}, { windowMinutes: 10_080, resetsAtMs: null })).toEqual([
      'ada',
      'ada',
      'ada',
    ]);
    expect(accountsOf({ account: 'ada' }, { provider: 'other' }, { name: 'other' })).toEqual(['ada', null, null]);
    expect(accountsOf({}, {})).toEqual([null, null]);
  });

  it('gives them, of several accounts, to the one whose window resets at the same moment', () => {
    const ben = { account: 'ben', resetsAtMs: nowMs + 3 * hour };
    expect(accountsOf({ account: 'ada' }, ben, { resetsAtMs: nowMs + 3 * hour + minute })).toEqual([
      'ada',
      'ben',
      'ben',
    ]);
    expect(accountsOf({ account: 'ada' }, ben, { resetsAtMs: nowMs + 2 * hour - minute })).toEqual([
      'ada',
      'ben',
      'ada',
    ]);
  });

  it('does not guess where no reset decides, or two do', () => {
    const ben = { account: 'ben', resetsAtMs: nowMs + 3 * hour };
    expect(accountsOf({ account: 'ada' }, ben, { resetsAtMs: nowMs + 4 * hour }).at(-1)).toBeNull();
    expect(accountsOf({ account: 'ada' }, ben, { resetsAtMs: null }).at(-1)).toBeNull();
    expect(accountsOf({ account: 'ada' }, { account: 'ben' }, {}).at(-1)).toBeNull();
    // The reset of another window decides nothing.
    const weekly = { account: 'ben', windowMinutes: 10_080, resetsAtMs: nowMs + hour };
    expect(accountsOf({ account: 'ada' }, weekly, { resetsAtMs: nowMs + hour }).at(-1)).toBeNull();
  });

  it('joins a history with the limit itself', () => {
    expect(resolveLimitIds([reading({ name: 'codex-history', account: 'ada' })])[0]?.id).toMatchObject({
      name: 'codex',
    });
    const readings = [reading({ account: 'ada' }), reading({ name: 'codex-history', account: 'ada' }), reading({})];
    const [window] = toLimitWindows(readings, nowMs);
    expect(findMemberIds(window!.id, readings)).toEqual(readings.map(({ id }) => id));
  });
});

describe('one window found in several places', () => {
  const history = { account: 'ada', name: 'codex-history', resetsAtMs: null } as const;
  const usedAndReset = (...patches: readonly ReadingPatch[]) =>
    toLimitWindows(patches.map(reading), nowMs).map(({ usedPercent, resetsAtMs }) => [usedPercent, resetsAtMs]);

  it('has the newest figure, and the reset of an older one of the same cycle', () => {
    const older = { account: 'ada', usedPercent: 10, observedAtMs: nowMs - hour };
    expect(usedAndReset(older, { ...history, usedPercent: 14 })).toEqual([[14, nowMs + 2 * hour]]);
    // Rounded down elsewhere: no reset.
    expect(usedAndReset(older, { ...history, usedPercent: 9.5 })).toEqual([[9.5, nowMs + 2 * hour]]);
  });

  it('has no reset of a cycle that has ended', () => {
    const older = { account: 'ada', usedPercent: 80, observedAtMs: nowMs - hour };
    expect(usedAndReset(older, { ...history, usedPercent: 2 })).toEqual([[2, null]]);
  });

  it('has the plan that one of them names', () => {
    const [window] = toLimitWindows(
      [reading({ account: 'ada', observedAtMs: nowMs - hour }), reading({ planType: null })],
      nowMs,
    );
    expect(window?.planType).toBe('plus');
  });

  it('is two windows once the person has switched accounts', () => {
    const windows = toLimitWindows(
      [
        reading({ account: 'ada', usedPercent: 100 }),
        reading({ account: 'ben', usedPercent: 3, resetsAtMs: nowMs + 4 * hour }),
        reading({ usedPercent: 5, resetsAtMs: nowMs + 4 * hour, observedAtMs: nowMs + 1 }),
      ],
      nowMs,
    );
    expect(windows.map(({ id, usedPercent }) => [id.account, usedPercent])).toEqual([
      ['ada', 100],
      ['ben', 5],
    ]);
  });
});
