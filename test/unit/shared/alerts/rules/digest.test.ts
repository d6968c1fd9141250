import { describe, expect, it } from 'vitest';
import { defaultAlertChoices, type AlertChoices } from '../../../../../shared/alerts/alert-choices.ts';
import type { AlertInput } from '../../../../../shared/alerts/alert-rule.ts';
import { digestRule } from '../../../../../shared/alerts/rules/digest.ts';
import { addDays, toWeekStart } from '../../../../../shared/domain/calendar-day.ts';
import { playRule } from '../../../../support/play-rule.ts';

const startMs = Date.parse('2026-05-01T00:00:00Z');
const choose = (digest: Partial<AlertChoices['digest']>): AlertChoices => ({
  ...defaultAlertChoices,
  digest: { ...defaultAlertChoices.digest, ...digest },
});

describe('digest', () => {
  const periods = (day: string, week: string) => [
    {
      period: 'day' as const,
      since: day,
      endsAtMs: startMs,
      tokens: 5,
      responses: 1,
      costMicroUsd: null,
      isCostPartial: false,
    },
    {
      period: 'week' as const,
      since: week,
      endsAtMs: startMs,
      tokens: 9,
      responses: 2,
      costMicroUsd: null,
      isCostPartial: false,
    },
  ];

  it('sums up each day at its hour and each week on its last day, once; nothing that was due before the first start', () => {
    const play = playRule(digestRule);
    const at = (day: string, weekday: number, hour: number) =>
      play
        .see({ local: { weekday, minute: hour * 60 }, periods: periods(day, '2026-04-27') })
        .map(({ parameters }) => parameters.period);
    expect([at('2026-05-01', 5, 19), at('2026-05-01', 5, 20)]).toEqual([[], []]);
    expect([at('2026-05-02', 6, 17), at('2026-05-02', 6, 18), at('2026-05-02', 6, 19)]).toEqual([[], ['day'], []]);
    play.restart();
    expect([at('2026-05-02', 6, 20), at('2026-05-03', 0, 18), at('2026-05-03', 0, 23)]).toEqual([
      [],
      ['day', 'week'],
      [],
    ]);
  });

  it('sums up a day that begins after midnight at its end, not when it has just begun', () => {
    const choices = choose({ atMinute: 60 });
    const play = playRule(digestRule);
    const at = (day: string, weekday: number, hour: number) =>
      play
        .see({ choices, dayStartHour: 4, local: { weekday, minute: hour * 60 }, periods: periods(day, '2026-04-27') })
        .map(({ parameters }) => parameters.period);
    expect([at('2026-05-01', 5, 12), at('2026-05-01', 6, 0), at('2026-05-01', 6, 1)]).toEqual([[], [], ['day']]);
    expect([at('2026-05-02', 6, 4), at('2026-05-02', 6, 23), at('2026-05-02', 0, 2)]).toEqual([[], [], ['day']]);
    expect([at('2026-05-03', 0, 9), at('2026-05-03', 1, 1)]).toEqual([[], ['day', 'week']]);
  });

  /** Sees days at an hour, each after the whole of the day and the week before. */
  function playDays() {
    const play = playRule(digestRule);
    return (day: string, hour: number, patch: Partial<AlertInput> = {}) =>
      play
        .see({
          local: { weekday: 0, minute: hour * 60 },
          periods: periods(day, toWeekStart(day, { weekStartsOn: 1 })),
          endedPeriods: periods(addDays(day, -1), addDays(toWeekStart(day, { weekStartsOn: 1 }), -7)),
          ...patch,
        })
        .map(({ parameters: { since, upTo } }) => [since, upTo === undefined]);
  }

  it('sums up the whole of a day and a week whose hour was slept through, once', () => {
    const at = playDays();
    expect([at('2026-05-01', 9), at('2026-05-01', 18)]).toEqual([[], [['2026-05-01', false]]]);
    expect(at('2026-05-02', 9)).toEqual([]);
    // Asleep from the second to the fourth, a Monday.
    expect(at('2026-05-04', 9)).toEqual([
      ['2026-05-03', true],
      ['2026-04-27', true],
    ]);
    expect([at('2026-05-04', 10), at('2026-05-04', 18)]).toEqual([[], [['2026-05-04', false]]]);
  });

  it('leaves out what was missed where nothing was used, or when its own hour has come', () => {
    const at = playDays();
    at('2026-05-01', 9);
    const idle = periods('2026-05-01', '2026-04-20').map((each) => ({ ...each, responses: 0 }));
    expect([at('2026-05-02', 9, { endedPeriods: idle }), at('2026-05-02', 10)]).toEqual([[], []]);
    expect(at('2026-05-06', 19)).toEqual([
      ['2026-05-06', false],
      ['2026-04-27', true],
    ]);
  });

  it('announces nothing old when turned on', () => {
    const at = playDays();
    const choices = choose({ daily: false, weekly: false });
    for (const day of ['2026-05-01', '2026-05-02', '2026-05-05']) at(day, 12, { choices });
    expect([at('2026-05-05', 13), at('2026-05-06', 9)]).toEqual([[], [['2026-05-05', true]]]);
  });

  it('says up to when it counts', () => {
    const play = playRule(digestRule);
    const see = (minute: number) =>
      play.see({ local: { weekday: 0, minute }, periods: periods('2026-05-03', '2026-04-27') });
    see(0);
    const upTo = { day: '2026-05-03', minute: 1_085 };
    expect(see(1_085).map(({ parameters }) => parameters.upTo)).toEqual([upTo, upTo]);
  });

  it('is of the day, of the week or of both, as the person chose', () => {
    const kindsOf = (choice: Partial<AlertChoices['digest']>): readonly string[] => {
      const play = playRule(digestRule);
      const see = (minute: number) =>
        play.see({
          ...{ choices: choose(choice), local: { weekday: 0, minute } },
          periods: periods('2026-05-03', '2026-04-27').map((each) => ({
            ...each,
            isCostPartial: each.period === 'day',
          })),
        });
      see(0);
      return see(1_085).map(({ kind, key, parameters }) => `${kind} ${key} ${parameters.isCostPartial === true}`);
    };
    expect(kindsOf({})).toEqual(['digest digest:day true', 'digest digest:week false']);
    expect(kindsOf({ weekly: false })).toEqual(['digest digest:day true']);
    expect(kindsOf({ daily: false })).toEqual(['digest digest:week false']);
  });
});
