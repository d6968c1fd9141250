import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../../shared/settings/defaults.ts';
import type { ChannelConfig } from '../../../../shared/settings/channel-schema.ts';
import type { Settings } from '../../../../shared/settings/schema.ts';
import {
  isNewerSettingsFile,
  maxSettingsFileLength,
  parseSettingsFile,
  writeSettingsFile,
} from '../../../../shared/settings/settings-file.ts';

const common = {
  isOn: true,
  redact: { names: false, paths: true, money: false },
  allowsPrivate: false,
  maxPerHour: 20,
};
const webhook: ChannelConfig = {
  ...common,
  id: 'hook',
  kind: 'webhook',
  url: 'https://hooks.example/T0/s3cret',
  template: null,
};
const telegram: ChannelConfig = {
  ...common,
  id: 'telegram',
  kind: 'telegram',
  server: 'https://api.telegram.org',
  chat: '@ada',
};
const own: Settings = {
  ...defaultSettings,
  theme: 'dark',
  alertChannels: [webhook, telegram],
  otlpExport: {
    ...defaultSettings.otlpExport,
    isOn: true,
    endpoint: 'https://ada:s3cret@collector.example:4318/v1?key=s3cret',
    headers: { 'x-key': 's3cret' },
  },
  proxy: { ...defaultSettings.proxy, address: 'https://ada:s3cret@proxy.example/a?b=s3cret#s3cret' },
};
const toFile = (settings: object): string => JSON.stringify({ fuelgaugeSettings: 1, settings });

describe('writeSettingsFile', () => {
  it('holds what differs from the defaults, and nothing that may be a secret', () => {
    const text = writeSettingsFile(own);
    expect(JSON.parse(text)).toEqual({
      fuelgaugeSettings: 1,
      settings: {
        theme: 'dark',
        alertChannels: [telegram],
        otlpExport: { ...own.otlpExport, endpoint: 'https://collector.example:4318/v1', headers: {} },
        proxy: { ...own.proxy, address: 'https://proxy.example/a' },
      },
    });
    expect(text).not.toContain('s3cret');
    expect(JSON.parse(writeSettingsFile(defaultSettings))).toEqual({ fuelgaugeSettings: 1, settings: {} });
  });
});

describe('a hostile file of settings', () => {
  const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;
  const inFile = (json: string): string => `{"fuelgaugeSettings":1,"settings":${json}}`;

  it.each([
    ['a value nested 200,000 deep', `{"theme":${nested(200_000)}}`],
    ['objects in objects', `{"popover":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`],
    ['an unknown name with such a value', `{"hue":${nested(200_000)}}`],
    ['numbers beyond all bounds', '{"thresholdsPercent":[1e308,-1e308,1e999]}'],
    ['a very long text', `{"timeZone":"${'z'.repeat(900_000)}"}`],
    ['the prototype of a setting', '{"desktop":{"__proto__":{"gauge":true},"shortcut":null}}'],
  ])('changes nothing: %s', (_, json) => {
    const file = parseSettingsFile(inFile(json), defaultSettings);
    expect(file?.patch).toEqual({});
    expect(JSON.stringify(file).length).toBeLessThan(1_000);
  });

  it('reaches no prototype, and only what is valid is taken', () => {
    const json = '{"__proto__":{"theme":"dark"},"constructor":{"prototype":{"x":1}},"density":"compact"}';
    expect(parseSettingsFile(inFile(json), defaultSettings)?.patch).toEqual({ density: 'compact' });
    expect(({} as Record<string, unknown>)['theme']).toBeUndefined();
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('cannot fill the page with names', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => [`k${index}`, 1]);
    expect(parseSettingsFile(inFile(JSON.stringify(Object.fromEntries(many))), defaultSettings)?.unknown).toHaveLength(
      50,
    );
    const long = parseSettingsFile(inFile(`{"${'n'.repeat(900_000)}":1}`), defaultSettings)?.unknown;
    expect(long).toEqual(['n'.repeat(60)]);
  });

  it('of a newer version is known as such, and is not read', () => {
    const newer = '{"fuelgaugeSettings":2,"settings":{"theme":"dark"}}';
    expect([parseSettingsFile(newer, defaultSettings), isNewerSettingsFile(newer)]).toEqual([null, true]);
    for (const text of [
      '',
      '[]',
      '{"fuelgaugeSettings":1}',
      '{"fuelgaugeSettings":"2"}',
      '{"fuelgaugeSettings":1.5}',
    ]) {
      expect(isNewerSettingsFile(text)).toBe(false);
    }
  });
});

describe('parseSettingsFile', () => {
  it('does not end or restart the first run', () => {
    const welcoming = { ...defaultSettings, desktop: { ...defaultSettings.desktop, showsWelcome: true } };
    const file = (settings: object): string => JSON.stringify({ fuelgaugeSettings: 1, settings });
    expect(parseSettingsFile(file({}), welcoming)?.patch).toEqual({});
    expect(parseSettingsFile(file({ desktop: welcoming.desktop }), defaultSettings)?.patch).toEqual({});
  });

  it('changes nothing where the file comes from, secrets included', () => {
    expect(parseSettingsFile(writeSettingsFile(own), own)).toEqual({ patch: {}, complaints: [], unknown: [] });
  });

  it('resets what the file does not name', () => {
    expect(parseSettingsFile(toFile({ density: 'compact' }), { ...defaultSettings, theme: 'dark' })?.patch).toEqual({
      theme: 'system',
      density: 'compact',
    });
  });

  it('names what is wrong, leaves that as it is, and takes the rest', () => {
    const text = toFile({ theme: 'pink', thresholdsPercent: [50, 'x'], currency: null, density: 'compact', hue: 7 });
    const file = parseSettingsFile(text, { ...defaultSettings, theme: 'dark' });
    expect(file?.patch).toEqual({ density: 'compact' });
    expect(file?.complaints).toMatchObject([
      { setting: 'thresholdsPercent', place: '1', received: '"x"' },
      { setting: 'theme', place: null, received: '"pink"' },
      { setting: 'currency', place: null, received: 'null' },
    ]);
    expect(file?.unknown).toEqual(['hue']);
  });

  it('sends nothing to a new place until the person turns it on', () => {
    const moved = { ...telegram, server: 'https://evil.example' };
    const collector = { ...own.otlpExport, endpoint: 'https://evil.example', headers: {} };
    const program = { ...common, id: 'run', kind: 'command', program: '/bin/sh', args: [] };
    const file = parseSettingsFile(
      toFile({
        theme: 'dark',
        alertChannels: [moved, program],
        otlpExport: collector,
        server: { host: '0.0.0.0', isOn: true },
      }),
      own,
    );
    expect(file?.patch.alertChannels).toEqual([webhook, { ...moved, isOn: false }]);
    expect(file?.patch.server).toMatchObject({ host: '0.0.0.0', isOn: false });
    expect(file?.patch.otlpExport).toEqual({ ...collector, isOn: false });
  });

  it.each(['', '{', 'null', '[]', '{}', '{"settings":{}}', '{"fuelgaugeSettings":2,"settings":{}}', toFile([])])(
    'takes %j for no settings file',
    (text) => {
      expect(parseSettingsFile(text, defaultSettings)).toBeNull();
    },
  );

  it('reads no file without end', () => {
    expect(parseSettingsFile(toFile({ x: 'x'.repeat(maxSettingsFileLength) }), defaultSettings)).toBeNull();
  });

  it('is not led astray by names of objects', () => {
    const file = parseSettingsFile(
      '{"fuelgaugeSettings":1,"settings":{"__proto__":{"theme":"dark"}}}',
      defaultSettings,
    );
    expect(file?.patch).toEqual({});
  });
});
