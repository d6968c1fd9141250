import { describe, expect, it } from 'vitest';
import { createAlertDelivery, type HostChannel } from '../../../../../../main/node/host/alerts/deliver-alerts.ts';
import { createProblem, type Problem } from '../../../../../../shared/domain/problem.ts';
import { fail, ok, type Result } from '../../../../../../shared/lib/result.ts';
import type { Alert } from '../../../../../../shared/ports/alert-channel.ts';
import { defaultSettings } from '../../../../../../shared/settings/defaults.ts';
import { createRecordingLogger } from '../../../../../support/recording-logger.ts';
import { waitUntil } from '../../../../../support/wait-until.ts';

const refused = fail(createProblem('notifications', { cause: 'refused' }));

function toAlert(key: string): Alert {
  const subject = { kind: 'block' } as const;
  const parameters = { subject, thresholdPercent: 75, usedPercent: 76, resetsAtMs: null };
  const intent = { kind: 'threshold', key, source: 'codex', parameters } as const;
  return { intent, notice: { title: `title of ${key}`, body: 'body' } };
}

/** A channel that answers as told, and remembers what it was given. */
function toChannel(name: string, answer: () => Promise<Result<null, Problem>>) {
  const given: string[] = [];
  const entry: HostChannel = {
    channel: {
      name,
      problemId: 'notifications',
      deliver({ intent }) {
        given.push(intent.key);
        return answer();
      },
    },
    isOn: ({ notifications }) => notifications,
  };
  return { entry, given };
}

function build(...channels: readonly HostChannel[]) {
  const problems = new Set<string>();
  const logger = createRecordingLogger();
  let settings = { ...defaultSettings, notifications: true };
  const delivery = createAlertDelivery({
    channels,
    settings: () => settings,
    view: { setProblem: ({ id }) => void problems.add(id), clearProblem: (id) => void problems.delete(id) },
    logger,
  });
  const setNotifications = (notifications: boolean): void => {
    settings = { ...settings, notifications };
    delivery.noteSettings();
  };
  return { ...delivery, problems, logger, setNotifications };
}

describe('createAlertDelivery', () => {
  it('hands each alert to every channel once, also beside channels that fail, throw or never answer', async () => {
    const channels = [
      toChannel('fails', async () => refused),
      toChannel('throws', () => {
        throw new Error('a bug');
      }),
      toChannel('rejects', () => Promise.reject(new Error('another bug'))),
      toChannel('hangs', () => new Promise(() => undefined)),
      toChannel('works', async () => ok(null)),
    ];
    const { deliver, logger } = build(...channels.map(({ entry }) => entry));
    deliver(toAlert('a'));
    deliver(toAlert('b'));
    await waitUntil('six failures in the log', () => logger.lines.length >= 6);
    expect(channels.map(({ given }) => given)).toEqual(channels.map(() => ['a', 'b']));
  });

  it('shows a failure as a problem until the channel succeeds', async () => {
    let answer: Result<null, Problem> = refused;
    const { entry } = toChannel('desktop', async () => answer);
    const { deliver, problems } = build(entry);
    deliver(toAlert('a'));
    await waitUntil('the problem', () => problems.has('notifications'));
    answer = ok(null);
    deliver(toAlert('b'));
    await waitUntil('its end', () => !problems.has('notifications'));
  });

  it('delivers nothing on a channel that is off, and shows no problem of it, not even one that comes late', async () => {
    let end: (outcome: Result<null, Problem>) => void = () => undefined;
    const { entry, given } = toChannel('desktop', () => new Promise((resolve) => (end = resolve)));
    const { deliver, problems, logger, setNotifications } = build(entry);
    deliver(toAlert('a'));
    end(refused);
    await waitUntil('the problem', () => problems.size === 1);
    deliver(toAlert('b'));
    setNotifications(false);
    expect(problems.size).toBe(0);
    end(refused);
    await waitUntil('the second failure', () => logger.lines.length === 2);
    deliver(toAlert('c'));
    expect([problems.size, given]).toEqual([0, ['a', 'b']]);
  });
});
