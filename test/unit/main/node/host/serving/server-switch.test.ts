import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createServerSwitch } from '../../../../../../main/node/host/serving/server-switch.ts';
import type { RunServer } from '../../../../../../main/node/host/serving/running-server.ts';
import { fail, ok } from '../../../../../../shared/lib/result.ts';
import { createEmitter } from '../../../../../../shared/lib/emitter.ts';
import { silentLogger } from '../../../../../../shared/ports/logger.ts';
import { defaultSettings } from '../../../../../../shared/settings/defaults.ts';
import type { Settings } from '../../../../../../shared/settings/schema.ts';
import { createFakeEngine, createFakeHost, nowMs } from '../../../../../fakes/cli-host.ts';
import { useTemporaryFolders } from '../../../../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();

function setUp(first: Partial<Settings['server']> = {}) {
  const events: string[] = [];
  const changes = createEmitter<Settings>();
  let settings: Settings = { ...defaultSettings, server: { ...defaultSettings.server, port: 0, ...first } };
  const fake = createFakeHost(createFakeEngine());
  const host = { ...fake, settings: { get: () => settings, onChange: changes.on, isFirstRun: () => false } };
  let failure: string | null = null;
  let fingerprint = 'AB:CD';
  const run: RunServer = async (parts) => {
    events.push(`start ${parts.settings().host}`);
    if (failure !== null) return fail(failure);
    return ok({
      ...{ address: 'http://127.0.0.1:4711', port: 4711, fingerprint: () => fingerprint },
      refresh: async () => void events.push('refresh'),
      stop: async () => void events.push('stop'),
    });
  };
  const load = async (): Promise<RunServer> => {
    events.push('load');
    return run;
  };
  const dataFolder = join(makeFolder(), 'data');
  const parts = { dataFolder, logger: silentLogger, checksAnswers: true, variables: {}, nowMs: () => nowMs };
  const server = createServerSwitch({ host, load, ...parts });
  const change = (patch: Partial<Settings['server']>): void => {
    settings = { ...settings, server: { ...settings.server, ...patch } };
    changes.emit(settings);
  };
  const problems = () =>
    host.view
      .current()
      .sections.health.problems.filter(({ id }) => id === 'server-not-started')
      .map(({ parameters }) => parameters);
  const renew = (next: string): void => void (fingerprint = next);
  return { server, events, change, problems, renew, fail: (sentence: string | null) => void (failure = sentence) };
}

describe('the switch of the server', () => {
  it('loads nothing while it is off, and starts and stops as the settings say', async () => {
    const { server, events, change } = setUp();
    expect(await server.state()).toEqual({ address: null, fingerprint: null, pairingAddress: null, failure: null });
    expect(events).toEqual([]);
    change({ isOn: true });
    expect((await server.state()).address).toBe('http://127.0.0.1:4711');
    change({ requestsPerMinute: 5 });
    await server.state();
    change({ host: '192.0.2.7' });
    expect((await server.state()).pairingAddress).toBe('https://192.0.2.7:4711');
    change({ isOn: false });
    expect((await server.state()).address).toBeNull();
    expect(events).toEqual(['load', 'start 127.0.0.1', 'refresh', 'stop', 'load', 'start 192.0.2.7', 'stop']);
  });

  it('shows the certificate that is in use, also after a renewal', async () => {
    const { server, renew } = setUp({ isOn: true });
    expect((await server.state()).fingerprint).toBe('AB:CD');
    renew('12:34');
    expect((await server.state()).fingerprint).toBe('12:34');
    await server.stop();
  });

  it('says why the server does not run, tries again when something changes, and forgets it when it is off', async () => {
    const { server, change, problems, fail: failWith } = setUp();
    failWith('Another program uses http://127.0.0.1:8377 already.');
    change({ isOn: true });
    expect((await server.state()).failure).toBe('Another program uses http://127.0.0.1:8377 already.');
    expect(problems()).toEqual([{ detail: 'Another program uses http://127.0.0.1:8377 already.' }]);
    failWith(null);
    change({ port: 1 });
    expect(await server.state()).toMatchObject({ address: 'http://127.0.0.1:4711', failure: null });
    expect(problems()).toEqual([]);
    failWith('no');
    change({ port: 2 });
    await server.state();
    expect(problems()).toHaveLength(1);
    change({ isOn: false });
    await server.state();
    expect(problems()).toEqual([]);
  });

  it('starts with the app when it is on, and starts nothing more once it was stopped', async () => {
    const { server, events, change } = setUp({ isOn: true });
    await server.state();
    await server.stop();
    change({ isOn: false });
    change({ isOn: true });
    expect((await server.state()).address).toBeNull();
    expect(events).toEqual(['load', 'start 127.0.0.1', 'stop']);
  });
});
