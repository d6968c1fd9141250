import { describe, expect, it } from 'vitest';
import { parseSettings } from '../../../../shared/settings/parse.ts';

describe('the settings of the calendar', () => {
  it('complete what a file leaves out', () => {
    const { settings, complaints } = parseSettings({ calendar: { weekStartsOn: 0 } });
    expect([settings.calendar, complaints]).toEqual([{ dayStartHour: 0, weekStartsOn: 0, clock: 'system' }, []]);
  });

  it.each([{ dayStartHour: 24 }, { dayStartHour: 4.5 }, { weekStartsOn: 7 }, { clock: '13' }, { monday: 1 }])(
    'refuse %j',
    (calendar) => {
      const { settings, complaints } = parseSettings({ calendar });
      expect(settings.calendar.dayStartHour).toBe(0);
      expect(complaints).toMatchObject([{ setting: 'calendar' }]);
    },
  );
});
