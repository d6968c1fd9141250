import { describe, expect, it } from 'vitest';
import { checkSettings } from '../../../../shared/settings/check-settings.ts';
import { defaultSettings } from '../../../../shared/settings/defaults.ts';
import { serverVariables } from '../../../../shared/settings/environment.ts';

const none = { stored: {}, variables: {}, flags: {} };

describe('every setting', () => {
  it('is listed once, with its default', () => {
    const { rows, complaints, unknown } = checkSettings(none);
    const names = rows.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect([...new Set(names.map((name) => name.split('.')[0]))]).toEqual(Object.keys(defaultSettings));
    expect(rows.filter(({ origin }) => origin !== 'default')).toEqual([]);
    expect([complaints, unknown]).toEqual([[], []]);
    for (const name of Object.keys(serverVariables)) expect(names).toContain(`server.${name}`);
  });

  it('says where its value comes from: option, environment, file', () => {
    const { rows } = checkSettings({
      stored: { server: { host: '1.1.1.1', port: 1, projectLabels: true }, theme: 'dark', plan: 'pro' },
      variables: { FUELGAUGE_HOST: '2.2.2.2', FUELGAUGE_PORT: '2', CLAUDE_PLAN: 'max5', CLAUDE_THEME: '' },
      flags: { 'server.port': { flag: '--port', value: 3 } },
    });
    const find = (name: string) => rows.find((row) => row.name === name);
    expect(find('server.port')).toMatchObject({ value: 3, origin: 'flag', from: '--port' });
    expect(find('server.host')).toMatchObject({ value: '2.2.2.2', origin: 'environment', from: 'FUELGAUGE_HOST' });
    expect(find('plan')).toMatchObject({ value: 'max-5x', origin: 'environment', from: 'CLAUDE_PLAN' });
    expect(find('server.projectLabels')).toMatchObject({ value: true, origin: 'file', from: null });
    expect(find('server.allowedHosts')).toMatchObject({ origin: 'default' });
    expect(find('theme')).toMatchObject({ value: 'dark', origin: 'file' });
  });

  it('that cannot be used is complained of, and counts as not given', () => {
    const { rows, complaints, unknown } = checkSettings({
      stored: { theme: 'blue', server: { port: 99_999, host: 'x' }, tehme: 1 },
      variables: { FUELGAUGE_PORT: 'abc', PLAN: 'best' },
      flags: {},
    });
    expect(complaints.map(({ setting, received }) => [setting, received])).toEqual([
      ['theme', '"blue"'],
      ['server', '99999'],
      ['FUELGAUGE_PORT', '"abc"'],
      ['PLAN', 'best'],
    ]);
    expect(unknown).toEqual(['tehme']);
    const used = rows.filter(({ name }) => /^(theme|server\..*|plan)$/.test(name));
    expect(used.every(({ origin }) => origin === 'default')).toBe(true);
  });

  it('shows no secret, wherever one may stand', () => {
    const secret = 'S3CRET';
    const stored = {
      alertChannels: [
        { kind: 'ntfy', id: 'a', topic: secret },
        { kind: 'webhook', id: 'b', url: `https://x/${secret}` },
      ],
      otlpExport: { headers: { 'x-key': secret }, endpoint: `https://me:${secret}@c/?k=${secret}` },
      proxy: { address: `https://me:${secret}@p/?k=${secret}` },
    };
    const text = JSON.stringify(checkSettings({ ...none, stored }));
    expect(text).not.toContain(secret);
    for (const told of ['x-key', '"b"', 'webhook', '@c/?(hidden)']) expect(text).toContain(told);
    const broken = {
      alertChannels: secret,
      otlpExport: { headers: { a: 1, 'b c': secret } },
      proxy: { address: secret },
    };
    const { complaints } = checkSettings({ ...none, stored: broken });
    expect(complaints.length).toBe(3);
    expect(JSON.stringify(complaints.filter(({ setting }) => setting !== 'proxy'))).not.toContain(secret);
  });
});
