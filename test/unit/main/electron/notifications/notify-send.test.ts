import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClickableNotifySend } from '../../../../../main/electron/notifications/notify-send.ts';
import { useTemporaryFolders } from '../../../../support/temporary-folder.ts';
import { waitUntil } from '../../../../support/wait-until.ts';

const createFolder = useTemporaryFolders();

/** A replacement for notify-send that runs `script`; the script may write to `$FOLDER`. */
function createProgram(script: string) {
  const folder = createFolder();
  const program = path.join(folder, 'notify-send');
  writeFileSync(program, `#!/bin/sh\nFOLDER='${folder}'\n${script}\n`);
  chmodSync(program, 0o755);
  return { folder, program };
}

const notice = { title: '--help me', body: 'R&D <b>used</b> "90%" $(id)', iconFile: '/x/icon.png' };

describe.runIf(process.platform !== 'win32')('createClickableNotifySend', () => {
  // On a busy machine, a program takes longer to start than a notification is waited for.
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  it('detects whether the program can report clicks', async () => {
    const able = createProgram('echo "  -A, --action=[NAME=]Text..."');
    const old = createProgram('echo "  -i, --icon=ICON"');
    expect(await createClickableNotifySend('Fuelgauge', able.program).isSupported()).toBe(true);
    expect(await createClickableNotifySend('Fuelgauge', old.program).isSupported()).toBe(false);
    expect(await createClickableNotifySend('Fuelgauge', '/nowhere/notify-send').isSupported()).toBe(false);
  });

  it('passes the text unchanged, without a shell, and reports a click', async () => {
    const { folder, program } = createProgram('printf "%s\\n" "$@" > "$FOLDER/arguments"; echo default');
    let clicks = 0;
    await createClickableNotifySend('Fuelgauge', program).show(notice, () => (clicks += 1));
    expect(readFileSync(path.join(folder, 'arguments'), 'utf8').split('\n')).toEqual([
      '--app-name=Fuelgauge',
      '--icon=/x/icon.png',
      '--hint=string:desktop-entry:fuelgauge-app',
      '--action=default=Open',
      '--',
      '--help me',
      'R&amp;D &lt;b&gt;used&lt;/b&gt; "90%" $(id)',
      '',
    ]);
    expect(clicks).toBe(1);
  });

  it('does not report a closed notification as a click', async () => {
    const { program } = createProgram('exit 0');
    let clicks = 0;
    await createClickableNotifySend('Fuelgauge', program).show(notice, () => (clicks += 1));
    expect(clicks).toBe(0);
  });

  it('reports why the program failed', async () => {
    const { program } = createProgram('echo "no server" >&2; exit 1');
    const notifySend = createClickableNotifySend('Fuelgauge', program);
    await expect(notifySend.show(notice, () => undefined)).rejects.toThrow('no server');
    const missing = createClickableNotifySend('Fuelgauge', '/nowhere/notify-send');
    await expect(missing.show(notice, () => undefined)).rejects.toThrow('ENOENT');
  });

  it('reports success without waiting for the click, and can stop waiting for it', async () => {
    const { folder, program } = createProgram(
      'trap "echo > $FOLDER/ended; exit 0" TERM; echo > $FOLDER/began; while :; do sleep 0.02; done',
    );
    const notifySend = createClickableNotifySend('Fuelgauge', program);
    const shown = notifySend.show(notice, () => undefined);
    await vi.advanceTimersByTimeAsync(500);
    await shown;
    const read = (name: string) => () => {
      try {
        return readFileSync(path.join(folder, name), 'utf8');
      } catch {
        return null;
      }
    };
    await waitUntil('the program to begin', read('began'));
    notifySend.dispose();
    expect(await waitUntil('the program to end', read('ended'))).toBe('\n');
  });
});
