import { describe, expect, it } from 'vitest';
import { createAlertMemory } from '../../../../../../main/node/host/alerts/alert-memory.ts';
import { createOutboxRunner } from '../../../../../../main/node/host/alerts/outbox-runner.ts';
import { parseStoredAlerts } from '../../../../../../shared/alerts/alert-state.ts';
import { addToOutbox, emptyOutbox } from '../../../../../../shared/alerts/outbox.ts';
import type { AlertRecord } from '../../../../../../shared/domain/alert-record.ts';
import type { RaisedAlert } from '../../../../../../shared/domain/alert-intent.ts';
import type { AlertMessage } from '../../../../../../shared/ports/message-channel.ts';
import type { ChannelConfig } from '../../../../../../shared/settings/channel-schema.ts';
import { createRecordingLogger } from '../../../../../support/recording-logger.ts';

const startMs = Date.UTC(2026, 4, 1, 12);
const hourMs = 3_600_000;
const config = { id: 'x', kind: 'slack', isOn: true, maxPerHour: 20 } as ChannelConfig;
const alert: RaisedAlert = {
  ...{ id: 'a', raisedAtMs: startMs },
  intent: { kind: 'restored', key: 'w', source: 'codex', parameters: { subject: { kind: 'block' } } },
};

/** A runner that starts so long after an alert was put into the outbox. */
async function runAfter(ms: number, history: readonly AlertRecord[] = []) {
  const outbox = addToOutbox(emptyOutbox, alert, ['x'], startMs);
  const file = {
    stored: { ...parseStoredAlerts(null), outbox },
    reload: () => Promise.resolve(),
    write: () => Promise.resolve(),
  };
  const memory = createAlertMemory(file);
  const sent: string[] = [];
  const noted: string[] = [];
  const runner = createOutboxRunner({
    memory,
    history: { list: () => history, setDelivery: (id, { channel, state }) => noted.push(`${id} ${channel} ${state}`) },
    channels: () => [config],
    send: async ({ id }) => {
      sent.push(id);
      return { kind: 'sent' };
    },
    toMessage: () => ({}) as AlertMessage,
    view: { setProblem: () => undefined, clearProblem: () => undefined },
    nowMs: () => startMs + ms,
    random: () => 0,
    logger: createRecordingLogger(),
  });
  runner.run();
  await runner.stop();
  return { sent, noted, left: memory.current().outbox.entries.length };
}

describe('the runner of the outbox', () => {
  it('delivers what an earlier run left behind', async () => {
    expect(await runAfter(2 * hourMs)).toEqual({ sent: ['x'], noted: ['a x sent'], left: 0 });
  });

  it('does not deliver the news of last week when it starts, and says so', async () => {
    expect(await runAfter(7 * 24 * hourMs)).toEqual({ sent: [], noted: ['a x failed'], left: 0 });
  });

  it('does not let the history say for ever that an alert is on its way which has left the outbox', async () => {
    const waiting = { state: 'waiting', atMs: startMs, failure: null } as const;
    const record = (id: string): AlertRecord => ({
      ...{ ...alert, id, state: 'passed' },
      deliveries: [
        { ...waiting, channel: 'x' },
        { ...waiting, channel: 'y', state: 'sent' },
      ],
    });
    const { noted } = await runAfter(2 * hourMs, [record('a'), record('b')]);
    expect(noted).toEqual(['b x unknown', 'a x sent']);
  });
});
