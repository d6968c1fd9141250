import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../../shared/settings/defaults.ts';
import { parseSettings } from '../../../../shared/settings/parse.ts';

describe('parseSettings', () => {
  it('gives the defaults for an empty file', () => {
    expect(parseSettings({})).toEqual({ settings: defaultSettings, complaints: [] });
  });

  it('keeps what is valid and replaces only what is not', () => {
    const parsed = parseSettings({ theme: 'dark', timeZone: 'Mars/Olympus', plan: 'max-5x', refreshCadence: 7 });
    expect(parsed.settings).toEqual({ ...defaultSettings, theme: 'dark', plan: 'max-5x' });
    expect(parsed.complaints).toHaveLength(2);
    expect(parsed.complaints.join('\n')).toContain('"timeZone"');
  });

  it('sorts thresholds and drops repeats', () => {
    expect(parseSettings({ thresholdsPercent: [90, 50, 90] }).settings.thresholdsPercent).toEqual([50, 90]);
  });

  it('yields valid settings for anything at all', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.jsonValue(), fc.dictionary(fc.constantFrom(...Object.keys(defaultSettings)), fc.jsonValue())),
        (stored) => {
          const { settings } = parseSettings(stored);
          expect(parseSettings(settings)).toEqual({ settings, complaints: [] });
        },
      ),
    );
  });
});
