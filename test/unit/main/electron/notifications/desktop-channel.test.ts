import { EventEmitter } from 'node:events';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDesktopChannel } from '../../../../../main/electron/notifications/desktop-channel.ts';
import type { Alert } from '../../../../../shared/ports/alert-channel.ts';
import { useTemporaryFolders } from '../../../../support/temporary-folder.ts';

const createFolder = useTemporaryFolders();
// On a busy machine, a program takes longer to start than a notification is waited for.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

/** Puts a notify-send that writes its arguments to a file on the path, and otherwise only the system's programs. */
function installNotifySend(script: string): string {
  const folder = createFolder();
  const program = path.join(folder, 'notify-send');
  writeFileSync(program, `#!/bin/sh\nFOLDER='${folder}'\n${script}\n`);
  chmodSync(program, 0o755);
  vi.stubEnv('PATH', `${folder}:/usr/bin:/bin`);
  return path.join(folder, 'arguments');
}

const alert: Alert = {
  intent: {
    kind: 'threshold',
    key: 'codex:block',
    source: 'codex',
    parameters: { subject: { kind: 'block' }, thresholdPercent: 90, usedPercent: 90, resetsAtMs: null },
  },
  notice: { title: 'Codex', body: '90% "used" $(id)' },
};

/** Delivers the alert; resolves to why it could not be shown, or `shown`. */
async function deliver(options: Partial<Parameters<typeof createDesktopChannel>[0]>): Promise<string> {
  const channel = createDesktopChannel({
    platform: 'linux',
    appName: 'Fuelgauge',
    appId: 'app.example',
    iconFile: '/x/icon.png',
    createSystemNotification: () => {
      throw new Error('not on Linux');
    },
    onClick: () => undefined,
    ...options,
  });
  const outcome = await channel.deliver(alert);
  if (outcome.ok) return 'shown';
  expect(outcome.error.id).toBe(channel.problemId);
  return 'cause' in outcome.error.parameters ? outcome.error.parameters.cause : 'no cause';
}

async function notify(): Promise<{ outcome: string; clicks: number }> {
  let clicks = 0;
  const outcome = await deliver({ onClick: () => (clicks += 1) });
  await setImmediate();
  return { outcome, clicks };
}

describe.runIf(process.platform === 'linux')('createDesktopChannel on Linux', () => {
  it('reports a click where notify-send can', async () => {
    installNotifySend('case "$1" in --help) echo "--action";; *) echo default;; esac');
    expect(await notify()).toEqual({ outcome: 'shown', clicks: 1 });
  });

  it('uses node-notifier where notify-send is older', async () => {
    const file = installNotifySend(
      'case "$1" in --help) echo "--icon";; *) printf "%s\\n" "$@" > "$FOLDER/arguments";; esac',
    );
    expect(await notify()).toEqual({ outcome: 'shown', clicks: 0 });
    const words = readFileSync(file, 'utf8').split('\n');
    expect(words.slice(0, 2)).toEqual(['Codex', '90% "used" $(id)']);
    expect(words).toEqual(expect.arrayContaining(['--icon', '/x/icon.png', '--app-name', 'Fuelgauge']));
  });

  it('reports when the system refuses', async () => {
    installNotifySend('case "$1" in --help) echo "--action";; *) exit 1;; esac');
    expect((await notify()).outcome).toBe('refused');
  });

  it('reports when there is no notify-send, and does not throw', async () => {
    vi.stubEnv('PATH', createFolder());
    expect((await notify()).outcome).toBe('no-notify-send');
  });
});

describe.each(['darwin', 'win32'] as const)('createDesktopChannel on %s', (platform) => {
  const notifyBy = (event: 'show' | 'failed'): Promise<string> =>
    deliver({
      platform,
      createSystemNotification: () => {
        const notification = new EventEmitter();
        return Object.assign(notification, { show: () => notification.emit(event, {}, 'unsigned') });
      },
    });

  it('uses the system itself', async () => {
    expect(await notifyBy('show')).toBe('shown');
  });

  it.runIf(process.platform === 'linux')('reports when neither the system nor the helper program can', async () => {
    expect(await notifyBy('failed')).toBe('refused');
  });
});
