import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { channelsSchema } from '../../../../../shared/settings/channel-schema.ts';
import { defaultSettings } from '../../../../../shared/settings/defaults.ts';
import type { Settings } from '../../../../../shared/settings/schema.ts';
import { createFakeEngine, createFakeHost } from '../../../../fakes/cli-host.ts';
import { createServerUnderTest } from '../../../../support/server-app.ts';

const settings: Settings = {
  ...defaultSettings,
  theme: 'dark',
  alertChannels: v.parse(channelsSchema, [
    { kind: 'ntfy', id: 'phone', topic: 'zebra-topic' },
    { kind: 'webhook', id: 'hook', url: 'https://hooks.example/zebra-path' },
    { kind: 'command', id: 'run', program: '/usr/bin/true', args: ['zebra-argument'] },
  ]),
  otlpExport: { ...defaultSettings.otlpExport, headers: { authorization: 'Bearer zebra-header' } },
  proxy: { ...defaultSettings.proxy, address: 'https://zebra-user:zebra-word@proxy.example/?key=zebra-key' },
  errorReports: { dsn: 'https://zebrakey@errors.example/1' },
  projects: { names: [{ folder: '/home/ada/zebra-one', name: 'One' }], hidden: ['zebra-two'] },
};

function setUp() {
  const engine = createFakeEngine();
  const handlers = { ...createFakeHost(engine).handlers, settings: () => settings };
  const { ask, authorize } = createServerUnderTest({ engine, handlers });
  const read = async (headers: Readonly<Record<string, string>> = {}) =>
    (await ask('/api/settings', { headers })).text();
  return { read, authorize };
}

describe('settings over HTTP', () => {
  it.each(['admin first', 'reader first'])('tell no secret to whoever may only read (%s)', async (order) => {
    const { read, authorize } = setUp();
    const asAdmin = () => read(authorize('admin'));
    const early = order === 'admin first' ? await asAdmin() : null;
    for (const text of [await read(), await read(authorize('read'))]) {
      expect(text).not.toMatch(/zebra/i);
      expect(JSON.parse(text)).toMatchObject({ theme: 'dark', proxy: { address: 'https://proxy.example/' } });
    }
    // Who changes settings has to see them whole.
    expect(JSON.parse(early ?? (await asAdmin()))).toMatchObject(settings);
  });
});
