import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toLimitKey } from '../../../../shared/domain/limit-id.ts';
import type { LimitReading } from '../../../../shared/domain/limit-window.ts';
import { groupByWindow, listInUse, resolveLimitIds } from '../../../../shared/limits/accounts.ts';
import { toLimitWindows } from '../../../../shared/limits/windows.ts';
import { createMemoryLimits } from '../../../fakes/memory-limits.ts';
import { makeReading, type ReadingPatch } from '../../../support/make-reading.ts';

const nowMs = Date.parse('2026-05-01T12:00:00Z');
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const reading = (patch: ReadingPatch) => makeReading({ resetsAtMs: nowMs + 2 * hour, observedAtMs: nowMs, ...patch });
/** A weekly window: of the account `ada` it resets in two days. */
const weekly = (patch: ReadingPatch = {}) =>
  reading({ windowMinutes: 10_080, resetsAtMs: nowMs + 2 * day, observedAtMs: nowMs, ...patch });
const ada = [
  weekly({ account: 'ada', origin: 'file', observedAtMs: nowMs - hour }),
  reading({ account: 'ada', origin: 'file', observedAtMs: nowMs - hour }),
];
const accountsOf = (readings: readonly LimitReading[]) =>
  resolveLimitIds(readings)
    .filter((_, index) => readings[index]!.id.account === null)
    .map(({ id }) => id.account);

describe('resolveLimitIds', () => {
  it('gives what was reported together to the account whose weekly window resets at the same moment', () => {
    const nearly = nowMs + 2 * day - 2 * minute;
    expect(accountsOf([...ada, weekly({ resetsAtMs: nearly }), reading({ resetsAtMs: null })])).toEqual(['ada', 'ada']);
    const credits = reading({ windowMinutes: null, resetsAtMs: null, usedPercent: null });
    expect(accountsOf([...ada, weekly(), credits])).toEqual(['ada', 'ada']);
    expect(accountsOf([...ada, weekly({ resetsAtMs: nowMs + 2 * day - 4 * minute }), reading({})])).toEqual([
      null,
      null,
    ]);
  });

  it('gives nothing to the only account that is named: the person may have logged in as somebody else', () => {
    expect(accountsOf([...ada, weekly({ resetsAtMs: nowMs + 4 * day })])).toEqual([null]);
    expect(accountsOf([...ada, weekly({ resetsAtMs: null })])).toEqual([null]);
    // The desktop app's history names an account and no reset.
    const history = weekly({ account: 'ada', name: 'codex-history', resetsAtMs: null });
    expect(accountsOf([history, weekly()])).toEqual([null]);
    expect(accountsOf([...ada, weekly({ provider: 'other' }), weekly({ name: 'other' })])).toEqual([null, null]);
    expect(accountsOf([weekly(), reading({})])).toEqual([null, null]);
  });

  it('takes no short window for a proof where there are several accounts: those may begin in the same hour', () => {
    expect(accountsOf([...ada, reading({})])).toEqual(['ada']);
    const ben = weekly({ account: 'ben', resetsAtMs: nowMs + 5 * day });
    expect(accountsOf([...ada, ben, reading({})])).toEqual([null]);
    // Long ago, too.
    expect(accountsOf([...ada, { ...ben, resetsAtMs: nowMs - 50 * day }, reading({})])).toEqual([null]);
    const unknown = weekly({ resetsAtMs: nowMs + 5 * day, observedAtMs: nowMs - minute });
    expect(accountsOf([...ada, unknown, reading({})])).toEqual([null, null]);
    expect(accountsOf([...ada, { ...ben, id: { ...ben.id, provider: 'other' } }, reading({})])).toEqual(['ada']);
  });

  it('gives nothing where something that was reported together contradicts', () => {
    expect(accountsOf([...ada, weekly(), reading({ resetsAtMs: nowMs + 3 * hour })])).toEqual([null, null]);
    // A week that is not the account's, or not yet known to be, outweighs five hours that are.
    expect(accountsOf([{ ...ada[0]!, resetsAtMs: nowMs - minute }, ada[1]!, weekly(), reading({})])).toEqual([
      null,
      null,
    ]);
    // The account's five hours are over by then: they say nothing.
    const later = { observedAtMs: nowMs + 3 * hour };
    expect(accountsOf([...ada, weekly(later), reading({ resetsAtMs: nowMs + 7 * hour, ...later })])).toEqual([
      'ada',
      'ada',
    ]);
    // Use does not fall in a window that has not reset.
    expect(accountsOf([...ada, weekly({ usedPercent: 8 })])).toEqual([null]);
    expect(accountsOf([...ada, weekly({ usedPercent: 9 })])).toEqual(['ada']);
    const earlier = { observedAtMs: nowMs - 2 * hour };
    expect(accountsOf([...ada, weekly({ usedPercent: 12, ...earlier })])).toEqual([null]);
    expect(accountsOf([...ada, weekly({ usedPercent: 11, ...earlier })])).toEqual(['ada']);
  });

  it('gives nothing where two accounts match', () => {
    const ben = weekly({ account: 'ben', origin: 'file' });
    expect(accountsOf([...ada, ben, weekly()])).toEqual([null]);
    expect(accountsOf([...ada, { ...ben, usedPercent: 60 }, weekly()])).toEqual(['ada']);
  });

  it('follows a reset that has moved since', () => {
    const moved = weekly({ account: 'ada', origin: 'file', resetsAtMs: nowMs + 3 * day, observedAtMs: nowMs - minute });
    expect(accountsOf([...ada, moved, weekly({ resetsAtMs: nowMs + 3 * day })])).toEqual(['ada']);
  });

  it('joins a history with the limit itself', () => {
    expect(resolveLimitIds([reading({ name: 'codex-history', account: 'ada' })])[0]?.id).toMatchObject({
      name: 'codex',
    });
    const readings = [
      weekly({ account: 'ada' }),
      weekly({ name: 'codex-history', account: 'ada', resetsAtMs: null }),
      weekly({ origin: 'statusline' }),
    ];
    const [window] = toLimitWindows(readings, nowMs);
    expect(groupByWindow(readings).get(toLimitKey(window!.id))).toEqual(readings);
  });
});

const mostly = fc.nat(3).map((value) => value > 0);
/** Accounts that log in one after another; their weeks never begin in the same hour of the week. */
const people = fc.uniqueArray(fc.record({ weekHour: fc.nat(167), sessionHour: fc.nat(4), isNamed: mostly }), {
  selector: ({ weekHour }) => weekHour,
  minLength: 1,
  maxLength: 4,
});
const uses = fc.array(
  fc.record({
    person: fc.nat(3),
    atMinute: fc.nat(9 * 24 * 60),
    isFile: fc.boolean(),
    hasSession: mostly,
    hasWeek: mostly,
    hasReset: mostly,
  }),
  { minLength: 5, maxLength: 40 },
);
type Use = typeof uses extends fc.Arbitrary<readonly (infer Each)[]> ? Each : never;
type Person = typeof people extends fc.Arbitrary<readonly (infer Each)[]> ? Each : never;

/** What a place shows of an account at a moment. Windows fill evenly, and begin anew at their hour. */
function observe({ atMinute, isFile, hasSession, hasWeek, hasReset }: Use, person: Person, name: string) {
  const observedAtMs = nowMs + atMinute * minute;
  const see = (windowMinutes: number, firstHour: number) => {
    const lengthMs = windowMinutes * minute;
    const firstMs = nowMs + firstHour * hour;
    const resetsAtMs = firstMs + (Math.floor((observedAtMs - firstMs) / lengthMs) + 1) * lengthMs;
    return reading({
      account: isFile && person.isNamed ? name : null,
      origin: isFile ? 'file' : 'statusline',
      windowMinutes,
      observedAtMs,
      usedPercent: Math.floor(100 - (100 * (resetsAtMs - observedAtMs)) / lengthMs),
      resetsAtMs: hasReset ? resetsAtMs : null,
    });
  };
  return [...(hasSession ? [see(300, person.sessionHour)] : []), ...(hasWeek ? [see(10_080, person.weekHour)] : [])];
}

describe('readings of several accounts in turn', () => {
  it.each([
    ['whose short windows may reset together, reported with the weekly one', true],
    ['whose short windows are reported alone, too, and reset apart', false],
  ])('never has a reading under an account that it is not of: accounts %s', (_, isWhole) => {
    let given = 0;
    const check = (accounts: readonly Person[], observations: readonly Use[]) => {
      // Two that report in the same place and the same millisecond are one observation.
      fc.pre(new Set(observations.map(({ atMinute, isFile }) => `${atMinute} ${isFile}`)).size === observations.length);
      fc.pre(isWhole || new Set(accounts.map(({ sessionHour }) => sessionHour)).size === accounts.length);
      const found = observations.flatMap((use) => {
        const index = use.person % accounts.length;
        const seen = observe({ ...use, hasWeek: isWhole || use.hasWeek }, accounts[index]!, `account ${index}`);
        return seen.map((each) => ({ reading: each, owner: `account ${index}` }));
      });
      for (const [index, { id }] of resolveLimitIds(found.map(({ reading: each }) => each)).entries()) {
        if (found[index]!.reading.id.account === null && id.account !== null) given++;
        expect([found[index]!.owner, null]).toContain(id.account);
      }
    };
    fc.assert(fc.property(people, uses, check), { numRuns: 300 });
    expect(given).toBeGreaterThan(50);
  });
});

describe('accounts that the person switches between', () => {
  const weekHours = { ada: 30, ben: 75, cem: 140 };
  const names = ['ada', 'ben', 'cem'] as const;
  const sight = fc.record({ person: fc.nat(2), minutes: fc.integer({ min: 6, max: 90 }), isNamed: fc.boolean() });

  it('each show the newest that was read of them, whether it names them or not', () => {
    let hidden = 0;
    const check = (sights: readonly { person: number; minutes: number; isNamed: boolean }[]) => {
      const store = createMemoryLimits();
      const seen = new Map<string, { readonly percent: number; readonly isNamed: boolean }>();
      let atMs = nowMs;
      let last = '';
      const see = (name: (typeof names)[number], isNamed: boolean) => {
        atMs += 7 * minute;
        const percent = Math.floor((atMs - nowMs) / hour);
        const patch = { account: isNamed ? name : null, observedAtMs: atMs, usedPercent: percent } as const;
        // Resets move by seconds, and the sessions of all begin in the same hour.
        const resetsAtMs = nowMs + weekHours[name] * hour + (atMs % 110_000);
        store.add([weekly({ ...patch, resetsAtMs }), reading({ ...patch, resetsAtMs: nowMs + 29 * hour })]);
        seen.set(name, { percent, isNamed });
        last = name;
      };
      for (const name of names) see(name, true);
      for (const { person, minutes, isNamed } of sights) {
        atMs += minutes * minute;
        see(names[person]!, isNamed);
      }
      fc.pre(atMs < nowMs + 29 * hour);
      hidden += [...seen].filter(([name, { isNamed }]) => name !== last && !isNamed).length;
      const windows = toLimitWindows(store.latestLimitReadings(atMs), atMs);
      const expected = names.flatMap((name) => [
        [name, '5h', seen.get(name)!.percent],
        [name, '7d', seen.get(name)!.percent],
      ]);
      expect(windows.map(({ id, usedPercent }) => [id.account, id.scope, usedPercent])).toEqual(expected);
    };
    fc.assert(fc.property(fc.array(sight, { maxLength: 20 }), check), { numRuns: 60 });
    expect(hidden).toBeGreaterThan(10);
  });

  it('have nothing to do with a window whose account stays unknown', () => {
    const unknown = weekly({ resetsAtMs: null, planType: null, observedAtMs: nowMs + minute });
    const contradicts = weekly({ usedPercent: 1, planType: 'pro', observedAtMs: nowMs });
    const windows = toLimitWindows([...ada, contradicts, unknown], nowMs + minute);
    expect(windows.find(({ id }) => id.account === null)).toMatchObject({ planType: null, resetsAtMs: null });
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
    const [window, ...others] = toLimitWindows(
      [weekly({ account: 'ada', observedAtMs: nowMs - hour }), weekly({ planType: null })],
      nowMs,
    );
    expect(others).toEqual([]);
    expect(window?.planType).toBe('plus');
  });

  it('is two windows once the person has switched accounts, and a third while the account is unknown', () => {
    const windowsOf = (resetsAtMs: number) =>
      toLimitWindows(
        [
          weekly({ account: 'ada', usedPercent: 100 }),
          weekly({ account: 'ben', usedPercent: 3, resetsAtMs: nowMs + 4 * day }),
          weekly({ usedPercent: 5, resetsAtMs, observedAtMs: nowMs + 1 }),
        ],
        nowMs,
      ).map(({ id, usedPercent }) => [id.account, usedPercent]);
    expect(windowsOf(nowMs + 4 * day)).toEqual([
      ['ada', 100],
      ['ben', 5],
    ]);
    expect(windowsOf(nowMs + 5 * day)).toHaveLength(3);
    expect(windowsOf(nowMs + 5 * day)).toContainEqual([null, 5]);
  });
});

describe('listInUse', () => {
  it('has the windows of the account that was read last, of each agent', () => {
    const ben = { account: 'ben', observedAtMs: nowMs + minute };
    const claude = reading({ source: 'claude-code', provider: 'anthropic', account: 'ada' });
    expect(
      listInUse([...ada, reading(ben), weekly(ben), claude])
        .map(({ source, id }) => `${source} ${id.account}`)
        .sort(),
    ).toEqual(['claude-code ada', 'codex ben', 'codex ben']);
  });
});
