import { describe, expect, it } from 'vitest';
import { parseServerEnvironment, serverVariables } from '../../../../shared/settings/environment.ts';
import { parseSettings } from '../../../../shared/settings/parse.ts';
import { defaultServerSettings } from '../../../../shared/settings/server-settings.ts';

describe('the environment', () => {
  it('sets what it names', () => {
    const { overrides, complaints } = parseServerEnvironment({
      FUELGAUGE_PORT: '9000',
      FUELGAUGE_HOST: ' 0.0.0.0 ',
      FUELGAUGE_READING_NEEDS_TOKEN: 'True',
      FUELGAUGE_PROJECT_LABELS: '0',
      FUELGAUGE_ALLOWED_HOSTS: 'a.example, b.example,',
      FUELGAUGE_ALLOWED_ORIGINS: '',
      PORT: '1',
    });
    expect(complaints).toEqual([]);
    expect(overrides).toEqual({
      port: 9_000,
      host: '0.0.0.0',
      readingNeedsToken: true,
      projectLabels: false,
      allowedHosts: ['a.example', 'b.example'],
    });
  });

  it.each([
    ['FUELGAUGE_PORT', '65536'],
    ['FUELGAUGE_PORT', '80.5'],
    ['FUELGAUGE_PORT', 'http'],
    ['FUELGAUGE_PROJECT_LABELS', 'maybe'],
    ['FUELGAUGE_ALLOWED_ORIGINS', 'dash.example'],
    ['FUELGAUGE_REQUESTS_PER_MINUTE', '0'],
  ])('is refused where %s is %s', (name, value) => {
    const { overrides, complaints } = parseServerEnvironment({ [name]: value });
    expect(overrides).toEqual({});
    expect(complaints.map(({ setting }) => setting)).toEqual([name]);
  });

  it('has a variable for every setting but the switch, which is for the tray app alone', () => {
    const { isOn: _, ...served } = defaultServerSettings;
    expect(Object.keys(serverVariables).toSorted()).toEqual(Object.keys(served).toSorted());
  });
});

describe('the settings of the server', () => {
  it('are as by default where the file leaves them out', () => {
    const { settings, complaints } = parseSettings({ server: { port: 9_000 } });
    expect(complaints).toEqual([]);
    expect(settings.server).toEqual({ ...defaultServerSettings, port: 9_000 });
  });

  it('are all as by default where one of them cannot be used', () => {
    const { settings, complaints } = parseSettings({ server: { port: -1 } });
    expect(complaints).toMatchObject([{ setting: 'server', place: 'port' }]);
    expect(settings.server).toEqual(defaultServerSettings);
  });
});
