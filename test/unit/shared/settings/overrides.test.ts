import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../../shared/settings/defaults.ts';
import { overrideSettings } from '../../../../shared/settings/overrides.ts';

describe('settings of one process', () => {
  it('stand above those of the file, each setting of the calendar on its own', () => {
    const stored = { ...defaultSettings, calendar: { dayStartHour: 4, weekStartsOn: 0, clock: '24' } } as const;
    expect(overrideSettings(stored, { costMode: 'auto', calendar: { dayStartHour: 6 } })).toEqual({
      ...stored,
      costMode: 'auto',
      calendar: { dayStartHour: 6, weekStartsOn: 0, clock: '24' },
    });
    expect(overrideSettings(stored, {})).toEqual(stored);
  });
});
