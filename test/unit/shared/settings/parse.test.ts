import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../../shared/settings/defaults.ts';
import { listPlans } from '../../../../shared/sources/list-plans.ts';
import { parseSettings } from '../../../../shared/settings/parse.ts';

describe('parseSettings', () => {
  it('gives the defaults for an empty file', () => {
    expect(parseSettings({})).toEqual({ settings: defaultSettings, complaints: [] });
  });

  it.each([undefined, null, 'text', 7, []])('gives the defaults for %j, which holds no settings', (stored) => {
    expect(parseSettings(stored)).toEqual({ settings: defaultSettings, complaints: [] });
  });

  it('keeps what is valid and replaces only what is not', () => {
    const parsed = parseSettings({ theme: 'dark', timeZone: 'Mars/Olympus', plan: 'max-5x', refreshCadence: 7 });
    expect(parsed.settings).toEqual({ ...defaultSettings, theme: 'dark', plan: 'max-5x' });
    expect(parsed.complaints).toEqual([
      { setting: 'refreshCadence', place: null, expected: '"auto" | 5 | 15 | 30 | 60', received: '7' },
      { setting: 'timeZone', place: null, expected: null, received: '"Mars/Olympus"' },
    ]);
  });

  it('says of a missing member what to add, and of an unknown one that it is not known', () => {
    const { limitFigure, ...popover } = defaultSettings.popover;
    const { order, ...unordered } = defaultSettings.popover;
    expect(parseSettings({ popover }).complaints).toEqual([
      { setting: 'popover', place: 'limitFigure', expected: `"limitFigure": "${limitFigure}"`, received: 'undefined' },
    ]);
    expect(parseSettings({ popover: unordered }).complaints).toMatchObject([
      { expected: `"order": ${JSON.stringify(order)}` },
    ]);
    expect(parseSettings({ popover: { ...defaultSettings.popover, hue: 7 } }).complaints).toMatchObject([
      { setting: 'popover', place: 'hue', expected: 'never' },
    ]);
  });

  it('has no example of a missing member that the defaults do not have', () => {
    expect(parseSettings({ priceOverrides: [{ model: 'x' }] }).complaints).toMatchObject([
      { setting: 'priceOverrides', expected: null, received: 'undefined' },
    ]);
  });

  it('knows the plans of every source, and complains about any other', () => {
    for (const { id } of listPlans()) expect(parseSettings({ plan: id }).settings.plan).toBe(id);
    for (const plan of ['custom', 'p90', 'unknown']) expect(parseSettings({ plan })).toMatchObject({ complaints: [] });
    const { settings, complaints } = parseSettings({ plan: 'gold' });
    expect(settings.plan).toBe('unknown');
    expect(complaints).toMatchObject([{ setting: 'plan', received: '"gold"' }]);
  });

  it('keeps single requests forever unless another period is set', () => {
    expect(parseSettings({}).settings.detailRetention).toBe('forever');
    for (const days of [30, 90, 365, 'forever'] as const) {
      expect(parseSettings({ detailRetention: days })).toMatchObject({
        settings: { detailRetention: days },
        complaints: [],
      });
    }
    // A short span would compact what agents still append to.
    for (const wrong of [0, 1, 29, '30', -1, null, 'never', Infinity]) {
      const parsed = parseSettings({ detailRetention: wrong });
      expect(parsed.settings.detailRetention).toBe('forever');
      expect(parsed.complaints).toHaveLength(1);
    }
  });

  it('sorts thresholds and drops repeats', () => {
    expect(parseSettings({ thresholdsPercent: [90, 50, 90] }).settings.thresholdsPercent).toEqual([50, 90]);
  });

  it('keeps own prices, aliases, the cost mode and the currency', () => {
    const stored = {
      costMode: 'auto',
      currency: { code: ' eur', perUsd: 0.92 },
      priceOverrides: [
        { model: ' my-model ', inputUsdPerMillion: 0, outputUsdPerMillion: 0.003625, cacheReadUsdPerMillion: 1 },
      ],
      modelAliases: [{ model: 'a', pricedAs: 'a' }],
    };
    const { settings, complaints } = parseSettings(stored);
    expect(complaints).toEqual([]);
    expect(settings).toEqual({
      ...defaultSettings,
      ...stored,
      currency: { code: 'EUR', perUsd: 0.92 },
      priceOverrides: [{ ...stored.priceOverrides[0], model: 'my-model' }],
    });
  });

  it.each([
    ['costMode', 'guess'],
    ['currency', { code: 'EURO', perUsd: 1 }],
    ['currency', { code: 'EUR', perUsd: 0 }],
    ['currency', { code: 'EUR', perUsd: -1 }],
    ['currency', { code: 'EUR' }],
    // It would show dollars that are not dollars.
    ['currency', { code: 'USD', perUsd: 0.92 }],
    ['priceOverrides', [{ model: 'm', inputUsdPerMillion: 1 }]],
    ['priceOverrides', [{ model: 'm', inputUsdPerMillion: 1, outputUsdPerMillion: -1 }]],
    ['priceOverrides', [{ model: ' ', inputUsdPerMillion: 1, outputUsdPerMillion: 1 }]],
    ['priceOverrides', Array(101).fill({ model: 'm', inputUsdPerMillion: 1, outputUsdPerMillion: 1 })],
    ['modelAliases', [{ model: 'a', pricedAs: '' }]],
    ['modelAliases', [{ model: 'a', pricedAs: 'b', also: 'c' }]],
    ['modelAliases', Array(101).fill({ model: 'a', pricedAs: 'b' })],
  ] as const)('replaces a bad %s, %j', (name, value) => {
    const { settings, complaints } = parseSettings({ [name]: value });
    expect(settings).toEqual(defaultSettings);
    expect(complaints).toHaveLength(1);
  });

  it('keeps the machine of an extra folder, which may be left out but not empty', () => {
    const parse = (device: unknown) =>
      parseSettings({ extraLogFolders: [{ source: 'codex', path: '/mnt/x', device }] }).settings.extraLogFolders;
    expect(parse(' old laptop ')).toEqual([{ source: 'codex', path: '/mnt/x', device: 'old laptop' }]);
    expect(parse(undefined)).toMatchObject([{ source: 'codex', path: '/mnt/x' }]);
    for (const wrong of ['', ' ', 'x'.repeat(101), 7, null]) expect(parse(wrong)).toEqual([]);
  });

  it('says which entry of a list is wrong', () => {
    const good = { model: 'm', inputUsdPerMillion: 1, outputUsdPerMillion: 1 };
    const { complaints } = parseSettings({ priceOverrides: [good, { ...good, outputUsdPerMillion: '1' }] });
    expect(complaints).toMatchObject([{ setting: 'priceOverrides', place: '1.outputUsdPerMillion' }]);
  });

  it('returns valid settings for any input', () => {
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
