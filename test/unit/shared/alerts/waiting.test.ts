import { describe, expect, it } from 'vitest';
import { defaultAlertChoices } from '../../../../shared/alerts/alert-choices.ts';
import { mustWait } from '../../../../shared/alerts/waiting.ts';

const at = (hour: number, weekday = 5) => ({ weekday, minute: hour * 60 });
const waits = (choices: object, local = at(12), nowMs = 0) =>
  mustWait('threshold', { ...defaultAlertChoices, ...choices }, local, nowMs);

describe('mustWait', () => {
  it('is false by default', () => expect(waits({})).toBe(false));

  it('is true until a snooze ends', () => {
    expect([waits({ snoozedUntilMs: 10 }, at(12), 9), waits({ snoozedUntilMs: 10 }, at(12), 10)]).toEqual([
      true,
      false,
    ]);
  });

  it('knows quiet hours, over midnight, too', () => {
    const quietHours = { fromMinute: 22 * 60, toMinute: 8 * 60 };
    expect([21, 22, 0, 7, 8].map((hour) => waits({ quietHours }, at(hour)))).toEqual([false, true, true, true, false]);
    const noon = { fromMinute: 12 * 60, toMinute: 13 * 60 };
    expect([11, 12, 13].map((hour) => waits({ quietHours: noon }, at(hour)))).toEqual([false, true, false]);
  });

  it('keeps a rule to its schedule; hours after midnight belong to the day before', () => {
    const schedule = { fromMinute: 20 * 60, toMinute: 2 * 60, weekdays: [5] };
    const threshold = { ...defaultAlertChoices.threshold, schedule };
    const found = [at(19), at(20), at(1, 6), at(2, 6), at(20, 6), at(1, 5)].map((local) => waits({ threshold }, local));
    expect(found).toEqual([true, false, false, true, true, true]);
  });

  it('treats quiet hours that start and end at the same time as none, and such a schedule as all day', () => {
    const noon = { fromMinute: 720, toMinute: 720 };
    expect(waits({ quietHours: noon })).toBe(false);
    const threshold = { ...defaultAlertChoices.threshold, schedule: { ...noon, weekdays: [5] } };
    expect([waits({ threshold }), waits({ threshold }, at(0)), waits({ threshold }, at(12, 6))]).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('counts the hours after midnight on Sunday as part of Saturday', () => {
    const schedule = { fromMinute: 20 * 60, toMinute: 2 * 60, weekdays: [6] };
    const threshold = { ...defaultAlertChoices.threshold, schedule };
    expect([waits({ threshold }, at(1, 0)), waits({ threshold }, at(1, 6))]).toEqual([false, true]);
  });
});
