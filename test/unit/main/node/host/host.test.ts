import { describe, expect, it } from 'vitest';
import type { Attention } from '../../../../../main/node/engine/engine-api.ts';
import { toHostEngine, type HostEngine } from '../../../../../main/node/host/engine/host-engine.ts';
import { createHost, type HostOptions } from '../../../../../main/node/host/host.ts';
import { createLocalClient } from '../../../../../main/node/host/clients/local-client.ts';
import { ProblemError } from '../../../../../shared/domain/problem-error.ts';
import { noAudience } from '../../../../../shared/domain/audience.ts';
import { createProblem, type Problem } from '../../../../../shared/domain/problem.ts';
import { createEmitter } from '../../../../../shared/lib/emitter.ts';
import { fail, ok } from '../../../../../shared/lib/result.ts';
import type { SettingsStore } from '../../../../../shared/settings/settings-store.ts';
import { defaultSettings } from '../../../../../shared/settings/defaults.ts';
import type { Settings } from '../../../../../shared/settings/schema.ts';
import { applyChange } from '../../../../../shared/snapshot/revisions.ts';
import { createFakeEngine, makeProcess, nowMs } from '../../../../fakes/cli-host.ts';
import { createRecordingLogger } from '../../../../support/recording-logger.ts';

const broken = createProblem('settings-unusable', { file: '/settings.json' });

/** Settings in memory, with a problem at first that a change clears. */
function createSettings(problems: readonly Problem[] = []): SettingsStore {
  const changes = createEmitter<Settings>();
  let current: Settings = defaultSettings;
  return {
    get: () => current,
    async update(patch) {
      current = { ...current, ...patch };
      changes.emit(current);
      return ok(current);
    },
    onChange: changes.on,
    problems: () => (current === defaultSettings ? problems : []),
    isFirstRun: () => true,
  };
}

function build(more: Partial<HostOptions> & { readonly failure?: Error } = {}) {
  const engine = createFakeEngine();
  const orders: unknown[] = [];
  const fatal = createEmitter<Problem>();
  const watched: HostEngine = {
    ...toHostEngine(engine),
    onFatal: fatal.on,
    setAttention: (attention: Attention) => void orders.push(attention),
    setSettings: (settings) => void orders.push(settings.theme),
    setPaused: async (isPaused) => void orders.push(isPaused),
    start: (mode) => (more.failure === undefined ? engine.start(mode) : Promise.reject(more.failure)),
  };
  const logger = createRecordingLogger();
  const settings = createSettings();
  const options = {
    engine: watched,
    settings,
    alerts: null,
    readSystemTimeZone: () => 'UTC',
    nowMs: () => nowMs,
    logger,
    ...more,
  };
  const host = createHost(options);
  return { engine, host, orders, fatal, client: createLocalClient({ host, logger, checksAnswers: true }) };
}

describe('createHost', () => {
  it('answers queries of the engine and its own, all as the contract says', async () => {
    const { client, engine } = build();
    expect(
      await client.call('report', { by: 'day', split: 'none', since: null, until: null, timeZone: null, source: null }),
    ).toMatchObject({ rows: [] });
    expect(await client.call('settings')).toEqual(defaultSettings);
    expect((await client.call('snapshot')).sections.usage.timeZone).toBe('Europe/Berlin');
    expect(engine.calls.filter((call) => call.startsWith('report'))).toHaveLength(1);
    await expect(client.call('report', { by: 'colour' } as never)).rejects.toMatchObject({
      failure: { kind: 'invalid-argument', name: 'report', value: { place: 'by' } },
    });
  });

  it('shows its own problems with those of the engine, in the snapshot and in doctor', async () => {
    const { client, engine, host } = build({ settings: createSettings([broken]) });
    const reading = createProblem('still-reading', { bytesLeft: 5 });
    engine.change({ health: { problems: [reading] } });
    host.view.setProblem(createProblem('no-tray', {}));
    const expected = [broken, createProblem('no-tray', {}), reading];
    expect((await client.call('snapshot')).sections.health.problems).toEqual(expected);
    expect((await client.call('doctor', { source: null })).problems).toEqual(expected);
  });

  it('passes changed settings to the engine and to every client', async () => {
    const { client, host, orders } = build();
    const heard: unknown[] = [];
    client.on('settingsChanged', ({ theme }) => heard.push(theme));
    expect(await client.call('updateSettings', { theme: 'dark' })).toMatchObject({
      ok: true,
      value: { theme: 'dark' },
    });
    expect([orders.at(-1), heard, host.settings.get().theme]).toEqual(['dark', ['dark'], 'dark']);
  });

  it('changes settings by the given function', async () => {
    const { client, host } = build({ changeSettings: async () => fail({ kind: 'login-item-not-added' }) });
    expect(await client.call('updateSettings', { theme: 'dark' })).toEqual(fail({ kind: 'login-item-not-added' }));
    expect(host.settings.get().theme).toBe('system');
  });

  it('keeps a client up to date from the moment it asks', async () => {
    const { client, engine, host } = build();
    let held = await client.call('snapshot');
    const stop = client.on('snapshotChanged', (change) => (held = applyChange(held, change) ?? held));
    engine.change({ sessions: [], processes: { agents: [makeProcess()], orphans: [], own: null } });
    expect(held).toEqual(host.view.current());
    stop();
    engine.change({ processes: { agents: [], orphans: [], own: null } });
    expect(held.sections.processes.agents).toEqual([makeProcess()]);
  });

  it('reports attention, before the engine runs and whenever it changes', async () => {
    const { client, host, orders } = build();
    await host.start('watching');
    const stop = client.on('snapshotChanged', () => undefined);
    host.setPower({ onBattery: true, constrained: false });
    stop();
    const nobody = { audience: noAudience, onBattery: false, constrained: false };
    const somebody = { ...noAudience, stream: 1 };
    expect(orders).toEqual([
      nobody,
      { ...nobody, audience: somebody },
      { audience: somebody, onBattery: true, constrained: false },
      { ...nobody, onBattery: true },
    ]);
  });

  it('shows a pause immediately, whoever requested it', async () => {
    const { client, host, orders } = build();
    const heard: boolean[] = [];
    host.onPaused((isPaused) => heard.push(isPaused));
    await client.call('setPaused', true);
    expect([host.isPaused(), orders.at(-1)]).toEqual([true, true]);
    host.setPaused(false);
    expect([host.isPaused(), orders.at(-1), heard]).toEqual([false, false, [true, false]]);
  });

  it('reports why the engine cannot start, or cannot continue', async () => {
    const cause = createProblem('ledger-unusable', { folder: '/data', failure: { kind: 'disk-full' } });
    const { host } = build({ failure: new ProblemError(cause, null) });
    await expect(host.start('watching')).rejects.toThrow();
    expect(host.view.current().sections).toMatchObject({ scan: { phase: 'failed' }, health: { problems: [cause] } });
    const later = build();
    later.fatal.emit(cause);
    expect(later.host.view.current().sections.health.problems).toEqual([cause]);
  });

  it('stops its engine and sends it nothing afterwards', async () => {
    const { engine, host, orders } = build();
    await host.stop();
    host.setPower({ onBattery: true, constrained: true });
    expect([engine.calls, orders]).toEqual([['stop'], []]);
  });
});
