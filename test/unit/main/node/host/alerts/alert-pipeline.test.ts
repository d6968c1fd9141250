import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { createVapidKeys } from '../../../../../../main/node/channels/web-push/vapid.ts';
import { openAlertFile } from '../../../../../../main/node/host/alerts/alert-file.ts';
import { openAlertStores } from '../../../../../../main/node/host/alerts/alert-stores.ts';
import { toHostEngine } from '../../../../../../main/node/host/engine/host-engine.ts';
import { createHost, type HostOptions } from '../../../../../../main/node/host/host.ts';
import { createLocalClient } from '../../../../../../main/node/host/clients/local-client.ts';
import { messages } from '../../../../../../main/node/host/messages.ts';
import { createEmitter } from '../../../../../../shared/lib/emitter.ts';
import { ok } from '../../../../../../shared/lib/result.ts';
import { channelsSchema } from '../../../../../../shared/settings/channel-schema.ts';
import { defaultSettings } from '../../../../../../shared/settings/defaults.ts';
import type { Settings } from '../../../../../../shared/settings/schema.ts';
import { createFakeEngine, nowMs } from '../../../../../fakes/cli-host.ts';
import { makeReading } from '../../../../../support/make-reading.ts';
import { createPushClient } from '../../../../../support/push-client.ts';
import { createRecordingLogger } from '../../../../../support/recording-logger.ts';
import { hang, reply, startWebServer } from '../../../../../support/servers/web-server.ts';
import { useTemporaryFolders } from '../../../../../support/temporary-folder.ts';
import { waitUntil } from '../../../../../support/wait-until.ts';

const makeFolder = useTemporaryFolders();

/** A host on a data folder, with these channels; `use` shows percentages of a window. */
async function open(
  dataFolder: string,
  channels: readonly object[],
  more: Partial<HostOptions> = {},
  choices: Partial<Settings['alertChoices']> = {},
) {
  const logger = createRecordingLogger();
  const engine = createFakeEngine();
  const changes = createEmitter<Settings>();
  const alertChoices = { ...defaultSettings.alertChoices, ...choices };
  let settings: Settings = { ...defaultSettings, alertChoices, alertChannels: v.parse(channelsSchema, channels) };
  const stores = await openAlertStores({ dataFolder, variables: {}, logger });
  const host = createHost({
    engine: toHostEngine(engine),
    settings: {
      get: () => settings,
      async update(patch) {
        settings = { ...settings, ...patch };
        changes.emit(settings);
        return ok(settings);
      },
      onChange: changes.on,
      problems: () => [],
      isFirstRun: () => false,
    },
    alertStores: stores,
    alerts: { file: await openAlertFile(join(dataFolder, 'alerts.json'), logger), messages, channels: [] },
    readSystemTimeZone: () => 'UTC',
    nowMs: () => nowMs,
    random: () => 0,
    logger,
    ...more,
  });
  const use = (...percents: readonly number[]): void => {
    for (const usedPercent of percents) {
      const reading = makeReading({ usedPercent, resetsAtMs: nowMs + 3_600_000, observedAtMs: nowMs });
      const window = { ...reading, trustedUntilMs: nowMs + 600_000, runsOutAtMs: null, pace: null };
      const { scan } = host.view.current().sections;
      engine.change({ scan: { ...scan, phase: 'watching' }, limits: { windows: [window], forecasts: [] } });
    }
  };
  const client = createLocalClient({ host, logger, checksAnswers: true });
  return { host, engine, use, client, stores, logger };
}

const titles = (received: readonly { readonly body: string }[]): readonly string[] =>
  received.map(({ body }) => (JSON.parse(body) as { title: string }).title);

describe('alerts on channels to other machines', () => {
  it('are sent once, also over a restart, and the history says where', async () => {
    const server = await startWebServer(reply(200));
    const folder = makeFolder();
    const channels = [{ kind: 'webhook', id: 'hook', url: server.address, isOn: true }];
    const first = await open(folder, channels);
    first.use(60, 80);
    await waitUntil('the delivery', () => server.received.length === 1);
    await first.host.stop();
    const second = await open(folder, channels);
    second.use(80, 81, 95);
    await waitUntil('the delivery', () => server.received.length === 2);
    await second.host.stop();
    expect(titles(server.received)).toEqual(['codex: 5-hour limit at 80%', 'codex: 5-hour limit at 95%']);
    const keys = server.received.map(({ headers }) => headers['idempotency-key']);
    expect(new Set(keys).size).toBe(2);
    const { client, host } = await open(folder, channels);
    expect((await client.call('alerts')).rows).toMatchObject([
      { intent: { kind: 'threshold' }, state: 'passed', deliveries: [{ channel: 'hook', state: 'sent' }] },
      { state: 'passed', deliveries: [{ channel: 'hook', state: 'sent' }] },
    ]);
    await host.stop();
  });

  it('wait for do-not-disturb where that is wanted, which is asked only then, also over a restart', async () => {
    const server = await startWebServer(reply(200));
    const folder = makeFolder();
    const channels = [{ kind: 'webhook', id: 'hook', url: server.address, isOn: true }];
    const answers: (boolean | null)[] = [true, null];
    let asked = 0;
    const doNotDisturb = { read: () => Promise.resolve(answers[asked++] ?? null) };
    const start = async () => {
      const file = await openAlertFile(join(folder, 'alerts.json'), createRecordingLogger());
      return open(
        folder,
        channels,
        { alerts: { file, messages, channels: [], doNotDisturb } },
        { channelsWaitForDoNotDisturb: true },
      );
    };
    const first = await start();
    first.use(60, 70);
    expect(asked).toBe(0);
    first.use(80);
    await waitUntil('the question', () => asked === 1);
    await first.host.stop();
    expect(first.stores.history.list()).toMatchObject([{ state: 'held', deliveries: [] }]);
    expect(server.received).toHaveLength(0);
    const second = await start();
    second.use(81);
    await waitUntil('the delivery', () => server.received.length === 1);
    await second.host.stop();
    expect([asked, titles(server.received)]).toEqual([2, ['codex: 5-hour limit at 80%']]);
  });

  it('that could not be sent wait over a restart, with the same key', async () => {
    const server = await startWebServer(reply(503), reply(200));
    const folder = makeFolder();
    const channels = [{ kind: 'webhook', id: 'hook', url: server.address, isOn: true }];
    const first = await open(folder, channels);
    first.use(60, 80);
    await waitUntil('the delivery', () => first.stores.history.list()[0]?.deliveries[0]?.failure !== null);
    await first.host.stop();
    expect(server.received).toHaveLength(1);
    expect((await first.client.call('alertChannels')).rows).toMatchObject([
      { id: 'hook', waiting: 1, failure: { kind: 'refused', status: 503 } },
    ]);
    const later = await open(folder, channels, { nowMs: () => nowMs + 60_000 });
    await waitUntil('the delivery', () => server.received.length === 2);
    await later.host.stop();
    const keys = server.received.map(({ headers }) => headers['idempotency-key']);
    expect(new Set(keys).size).toBe(1);
  });

  it('are not repeated where nobody knows whether they arrived, and that is said', async () => {
    const server = await startWebServer(hang);
    const folder = makeFolder();
    const channels = [{ kind: 'ntfy', id: 'phone', server: server.address, topic: 'fuel', isOn: true }];
    const { createChannelLoader } = await import('../../../../../../main/node/channels/load-channel.ts');
    // Time enough to send it.
    const loadChannel = createChannelLoader({ nowMs: () => nowMs, timeoutMs: 2_000 });
    const first = await open(folder, channels, { loadChannel });
    first.use(60, 80);
    await waitUntil('the delivery', () => first.stores.history.list()[0]?.deliveries[0]?.state === 'unknown');
    expect(first.host.view.current().sections.health.problems).toMatchObject([
      { id: 'alert-channel', parameters: { channel: 'phone', failure: { kind: 'timed-out' } } },
    ]);
    await first.host.stop();
    const second = await open(folder, channels, { loadChannel });
    second.use(80, 81);
    await second.host.stop();
    expect(server.received).toHaveLength(1);
  });

  it('are not repeated after a crash in the middle of sending, and the history says so', async () => {
    const server = await startWebServer(hang);
    const folder = makeFolder();
    const channels = [{ kind: 'webhook', id: 'hook', url: server.address, isOn: true }];
    const { createChannelLoader } = await import('../../../../../../main/node/channels/load-channel.ts');
    // Time enough to send it.
    const loadChannel = createChannelLoader({ nowMs: () => nowMs, timeoutMs: 2_000 });
    const first = await open(folder, channels, { loadChannel });
    first.use(60, 80);
    await waitUntil('the delivery', () => server.received.length === 1);
    // What a crash leaves behind is what is on the disk by now.
    const left = makeFolder();
    cpSync(folder, left, { recursive: true });
    const second = await open(left, channels);
    await second.host.stop();
    expect(second.stores.history.list()).toMatchObject([{ deliveries: [{ channel: 'hook', state: 'unknown' }] }]);
    expect(server.received).toHaveLength(1);
    await first.host.stop();
  });

  it.each([404, 410])('are not sent to a browser any more that its push service does not know (%i)', async (status) => {
    const server = await startWebServer(reply(status));
    const folder = makeFolder();
    const channels = [{ kind: 'web-push', id: 'phone-a', allowsPrivate: true, isOn: true }];
    const { host, use, stores } = await open(folder, channels);
    const { keys } = createPushClient().subscription;
    const vapid = await createVapidKeys();
    await stores.secrets.write('phone-a', JSON.stringify({ endpoint: server.address, ...keys, vapid }));
    use(60, 80);
    const { history } = stores;
    await waitUntil('the end of the channel', () => {
      const { problems } = host.view.current().sections.health;
      return history.list()[0]?.deliveries[0]?.state === 'failed' && problems.length === 0;
    });
    expect(host.settings.get().alertChannels).toEqual([]);
    await host.stop();
    expect(server.received).toHaveLength(1);
    expect(history.list()[0]?.deliveries).toMatchObject([{ failure: { status } }]);
    expect(await stores.secrets.read('phone-a')).toBeNull();
  });

  it('are not sent where the channel is off, and nothing of it is loaded', async () => {
    const server = await startWebServer(reply(200));
    const channels = [{ kind: 'webhook', id: 'hook', url: server.address }];
    let loads = 0;
    const { host, use, stores } = await open(makeFolder(), channels, {
      loadChannel: () => {
        loads += 1;
        return Promise.reject(new Error('not wanted'));
      },
    });
    use(60, 80);
    await host.stop();
    expect([loads, stores.history.list()[0]?.deliveries]).toEqual([0, []]);
    expect(server.received).toEqual([]);
  });

  it('are dropped when their channel is turned off while they wait', async () => {
    const server = await startWebServer(reply(503));
    const channels = [{ kind: 'webhook', id: 'hook', url: server.address, isOn: true }];
    const { host, use, client, stores } = await open(makeFolder(), channels);
    use(60, 80);
    await waitUntil('the delivery', () => stores.history.list()[0]?.deliveries[0]?.failure !== null);
    await client.call('updateSettings', { alertChannels: [] });
    expect(stores.history.list()[0]?.deliveries).toMatchObject([{ state: 'dropped' }]);
    await host.stop();
  });

  it('tell nothing that their channel must not tell', async () => {
    const server = await startWebServer(reply(200));
    const redact = { names: true, paths: true, money: true };
    const channels = [{ kind: 'webhook', id: 'hook', url: server.address, isOn: true, redact }];
    const { host, client, use, engine } = await open(makeFolder(), channels);
    const spend = { ...defaultSettings.alertChoices.spend, dayUsd: 10 };
    await client.call('updateSettings', { alertChoices: { ...defaultSettings.alertChoices, spend } });
    use(10);
    for (const costMicroUsd of [1_000_000, 8_500_000]) {
      const { usage } = host.view.current().sections;
      const totals = { ...usage.today.totals, costMicroUsd };
      engine.change({ usage: { ...usage, today: { ...usage.today, totals } } });
    }
    await waitUntil('the delivery', () => server.received.length === 1);
    await host.stop();
    expect(JSON.parse(server.received[0]!.body)).toMatchObject({
      title: 'Today: 85% of the budget',
      body: 'Passed 80%.',
      facts: { period: 'day', costMicroUsd: null, budgetMicroUsd: null, thresholdPercent: 80 },
    });
  });

  it('wait in quiet hours, and are sent when these are over', async () => {
    const server = await startWebServer(reply(200));
    const channels = [{ kind: 'webhook', id: 'hook', url: server.address, isOn: true }];
    const { host, use, client, stores } = await open(makeFolder(), channels);
    const alertChoices = { ...defaultSettings.alertChoices, snoozedUntilMs: nowMs + 1 };
    await client.call('updateSettings', { alertChoices });
    use(60, 80);
    expect(stores.history.list()).toMatchObject([{ state: 'held', deliveries: [] }]);
    await client.call('updateSettings', { alertChoices: defaultSettings.alertChoices });
    await waitUntil('the delivery', () => server.received.length === 1);
    await host.stop();
  });

  it('use the secret, which nobody gets to see again', async () => {
    const server = await startWebServer(reply(200));
    const folder = makeFolder();
    const { host, client } = await open(folder, [{ kind: 'slack', id: 'team' }]);
    expect(await client.call('testChannel', { channel: 'team' })).toMatchObject({ error: { kind: 'no-secret' } });
    const secret = `${server.address}/services/T0/B0/x`;
    expect(await client.call('setChannelSecret', { channel: 'team', secret })).toMatchObject({ ok: true });
    const { rows } = await client.call('alertChannels');
    expect(rows).toMatchObject([{ id: 'team', secret: 'file', needsSecret: true, isOn: false }]);
    expect(JSON.stringify(rows)).not.toContain('services');
    expect(await client.call('testChannel', { channel: 'team' })).toMatchObject({ ok: true });
    expect(server.received).toMatchObject([{ path: '/services/T0/B0/x' }]);
    expect(await client.call('testChannel', { channel: 'none' })).toMatchObject({ ok: false });
    await host.stop();
  });

  it('run no program that a page has named', async () => {
    const { host, client } = await open(makeFolder(), []);
    const alertChannels = v.parse(channelsSchema, [{ kind: 'command', id: 'c', program: '/bin/sh' }]);
    expect(await client.call('updateSettings', { alertChannels })).toEqual({
      ok: false,
      error: { kind: 'command-from-page' },
    });
    await host.stop();
  });

  it('leave no secret and no history behind where nothing happened', async () => {
    const folder = makeFolder();
    const { host } = await open(folder, []);
    await host.stop();
    expect([existsSync(join(folder, 'secrets.json')), existsSync(join(folder, 'alert-history.json'))]).toEqual([
      false,
      false,
    ]);
  });

  it('are queued in the same write that settles them', async () => {
    const folder = makeFolder();
    const server = await startWebServer(hang);
    const channels = [{ kind: 'webhook', id: 'hook', url: server.address, isOn: true }];
    const { use } = await open(folder, channels);
    use(60, 80);
    await waitUntil('the delivery', () => server.received.length === 1);
    // As a crash would leave it: the attempt is marked.
    const stored = JSON.parse(readFileSync(join(folder, 'alerts.json'), 'utf8')) as { outbox: { entries: object[] } };
    expect(stored.outbox.entries).toMatchObject([{ channel: 'hook', attempts: 1, isSending: true }]);
    expect(stored).toMatchObject({ rules: { threshold: { '["openai",null,"codex","5h"]': { settledPercent: 75 } } } });
  });
});
