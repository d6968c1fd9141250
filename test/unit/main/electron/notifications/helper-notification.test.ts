import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type Os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createHelperNotifications,
  toHelperProgram,
} from '../../../../../main/electron/notifications/helper-notification.ts';
import { writeNodeProgram } from '../../../../support/node-program.ts';
import { useTemporaryFolders } from '../../../../support/temporary-folder.ts';

const newFolder = useTemporaryFolders();
const os = createRequire(import.meta.url)('node:os') as typeof Os;
const notice = { title: 'Codex', body: '90 % "used" $(id)' };

/** A helper program that writes its arguments to a file beside itself and then runs `script`. */
function createProgram(script: string): string {
  const program = path.join(newFolder(), 'helper');
  const file = JSON.stringify(`${program}.arguments`);
  writeNodeProgram(
    program,
    `require('node:fs').writeFileSync(${file}, process.argv.slice(2).join('\\n'));\n${script}\n`,
  );
  return program;
}

/** Waits up to a minute for the outcome, because a program may start slowly on a busy machine. */
const show = (
  platform: 'darwin' | 'win32',
  program: string,
  shownAfterMs = 60_000,
): Promise<{ outcome: string; clicks: number }> => {
  let clicks = 0;
  const options = { platform, program, appId: 'app.example', iconFile: '/x/icon.png', shownAfterMs };
  return createHelperNotifications(options)(notice, () => (clicks += 1)).then(
    async () => {
      await new Promise((resolve) => setImmediate(resolve));
      return { outcome: 'shown', clicks };
    },
    (error: Error) => ({ outcome: error.message, clicks }),
  );
};

describe('toHelperProgram', () => {
  it.each([
    ['darwin', 'arm64'],
    ['win32', 'x64'],
    ['win32', 'arm64'],
  ] as const)('names a program that node-notifier brings, for %s on %s', (platform, arch) => {
    expect(existsSync(toHelperProgram(platform, arch))).toBe(true);
  });
});

describe.runIf(process.platform !== 'win32')('createHelperNotifications on macOS', () => {
  // node-notifier detects the system.
  beforeEach(() => {
    vi.spyOn(os, 'type').mockReturnValue('Darwin');
    vi.spyOn(os, 'release').mockReturnValue('25.0.0');
  });
  afterEach(() => void vi.restoreAllMocks());

  it('passes the text to terminal-notifier, without a shell, and reports a click', async () => {
    const program = createProgram('console.log(JSON.stringify({ activationType: "contentsClicked" }));');
    expect(await show('darwin', program)).toEqual({ outcome: 'shown', clicks: 1 });
    const words = readFileSync(`${program}.arguments`, 'utf8').split('\n').join(' ');
    expect(words).toContain('90 % \\"used\\" \\$(id)');
    expect(words).toContain('Codex');
  });

  it('reports success while the program waits for a click, and failure when the program is missing or fails', async () => {
    expect((await show('darwin', createProgram('setTimeout(String, 4_000);'), 100)).outcome).toBe('shown');
    expect((await show('darwin', createProgram('process.exit(1);'))).outcome).toContain('failed');
    expect((await show('darwin', '/nowhere/helper')).outcome).toContain('ENOENT');
    const folder = path.join(newFolder(), 'not-executable');
    mkdirSync(folder);
    writeFileSync(path.join(folder, 'helper'), '');
    expect((await show('darwin', path.join(folder, 'helper'))).outcome).toContain('EACCES');
  });
});

describe.runIf(process.platform !== 'win32')('createHelperNotifications on Windows', () => {
  /** SnoreToast reports what happened to the toast through the given pipe. */
  const reporting = (words: string): string =>
    "const pipe = process.argv[process.argv.indexOf('-pipeName') + 1];\n" +
    `require('node:net').connect(pipe).end(Buffer.from(${JSON.stringify(words)}, 'utf16le'));`;

  it('passes the text and the id of the app to SnoreToast, and reports a click', async () => {
    const program = createProgram(reporting('action=clicked;notificationId=1;'));
    expect(await show('win32', program)).toEqual({ outcome: 'shown', clicks: 1 });
    const words = readFileSync(`${program}.arguments`, 'utf8').split('\n');
    expect(words).toEqual(expect.arrayContaining(['-t', 'Codex', '-m', '90 % "used" $(id)', '-appID', 'app.example']));
  });

  it('does not report a closed toast as a click', async () => {
    const program = createProgram(reporting('action=timedout;notificationId=1;'));
    expect(await show('win32', program)).toEqual({ outcome: 'shown', clicks: 0 });
  });

  it.each(['', 'process.exit(1);', 'process.exit(-1);'])(
    'takes a program that reports nothing for a failure: %j',
    async (script) => {
      expect((await show('win32', createProgram(script))).outcome).not.toBe('shown');
    },
  );
});
