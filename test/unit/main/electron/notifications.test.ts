import { EventEmitter } from 'node:events';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createNotifier } from '../../../../main/electron/notifications.ts';
import { useTemporaryFolders } from '../../../support/temporary-folder.ts';

const createFolder = useTemporaryFolders();
afterEach(() => void vi.unstubAllEnvs());

/** Puts a notify-send that writes its arguments to a file on the path, and otherwise only the system's programs. */
function installNotifySend(script: string): string {
  const folder = createFolder();
  const program = path.join(folder, 'notify-send');
  writeFileSync(program, `#!/bin/sh\nFOLDER='${folder}'\n${script}\n`);
  chmodSync(program, 0o755);
  vi.stubEnv('PATH', `${folder}:/usr/bin:/bin`);
  return path.join(folder, 'arguments');
}

function notify(): Promise<{ outcome: string; clicks: number }> {
  return new Promise((resolve) => {
    let clicks = 0;
    const end = (outcome: string): void => void setImmediate(() => resolve({ outcome, clicks }));
    const notifier = createNotifier({
      platform: 'linux',
      appName: 'Fuelgauge',
      appId: 'app.example',
      iconFile: '/x/icon.png',
      createSystemNotification: () => {
        throw new Error('not on Linux');
      },
      onShown: () => end('shown'),
      onFailure: end,
    });
    notifier.notify({ title: 'Codex', body: '90% "used" $(id)' }, () => (clicks += 1));
  });
}

describe.runIf(process.platform === 'linux')('createNotifier on Linux', () => {
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

describe.each(['darwin', 'win32'] as const)('createNotifier on %s', (platform) => {
  const notifyBy = (event: 'show' | 'failed'): Promise<string> =>
    new Promise((resolve) => {
      const notifier = createNotifier({
        platform,
        appName: 'Fuelgauge',
        appId: 'app.example',
        iconFile: '/x/icon.png',
        createSystemNotification: () => {
          const notification = new EventEmitter();
          return Object.assign(notification, { show: () => notification.emit(event, {}, 'unsigned') });
        },
        onShown: () => resolve('shown'),
        onFailure: resolve,
      });
      notifier.notify({ title: 'Codex', body: '90 %' }, () => undefined);
    });

  it('uses the system itself', async () => {
    expect(await notifyBy('show')).toBe('shown');
  });

  it.runIf(process.platform === 'linux')('reports when neither the system nor the helper program can', async () => {
    expect(await notifyBy('failed')).toBe('refused');
  });
});
