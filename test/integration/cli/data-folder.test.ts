import { existsSync } from 'node:fs';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../../build/lib/run.ts';
import { claudeFile, claudeLine } from '../../support/agent-logs.ts';
import { runBuiltCli, runShell } from '../../support/run-cli.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const createFolder = useTemporaryFolders();
const onUnix = process.platform !== 'win32';

/** Runs a report that must end by itself, with one line on standard error. */
async function failWith(dataFolder: string): Promise<string> {
  const args = ['report', '--home', createFolder(), '--data', dataFolder];
  const { code, stdout, stderr } = await runBuiltCli(args, { timeoutMs: 60_000 });
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^fuelgauge: [^\n]+\n$/);
  return stderr;
}

describe.runIf(onUnix)('a data folder that cannot be used', () => {
  const advice = 'Choose another data folder.';

  it.runIf(existsSync('/proc/self'))('is refused where the system allows no folders', async () => {
    for (const folder of ['/proc/fuelgauge', '/proc/fuelgauge/a/b']) {
      expect(await failWith(folder)).toBe(
        `fuelgauge: The system does not allow the folder ${folder} to be created. ${advice}\n`,
      );
    }
  });

  it('is refused where a file is in the way', async () => {
    const parent = createFolder();
    const place = (name: string) => path.join(parent, name);
    await writeFile(place('file'), '');
    await symlink('nowhere', place('dangling'));
    await run('mkfifo', [place('pipe')]);
    for (const folder of ['/dev/null', ...['file', 'file/below', 'dangling', 'pipe', 'pipe/below'].map(place)]) {
      expect(await failWith(folder)).toBe(
        `fuelgauge: Fuelgauge cannot create the folder ${folder}: a file is in the way. ${advice}\n`,
      );
    }
  });

  it('is refused where links form a loop', async () => {
    const loop = path.join(createFolder(), 'loop');
    await symlink('loop', loop);
    for (const folder of [loop, path.join(loop, 'below')]) {
      expect(await failWith(folder)).toBe(
        `fuelgauge: Fuelgauge cannot use the folder ${folder}: its symbolic links form a loop. ${advice}\n`,
      );
    }
  });

  it('is refused where the user may not write', async ({ skip }) => {
    const closed = path.join(createFolder(), 'closed');
    await mkdir(closed, { mode: 0o500 });
    // The kernel's own folders are closed to the superuser as well.
    const folder = path.join(process.getuid?.() === 0 ? '/sys/kernel' : closed, 'fuelgauge');
    skip(!existsSync(path.dirname(folder)), 'the superuser may write everywhere here');
    expect(await failWith(folder)).toBe(
      `fuelgauge: Fuelgauge is not allowed to write to ${folder}. Check the owner and permissions of that folder.\n`,
    );
  });

  it.each(['writer.lock', 'ledger.db'])('is refused when its %s is not a file', async (name) => {
    const [folder, other] = [createFolder(), createFolder()];
    await mkdir(path.join(folder, name));
    await run('mkfifo', [path.join(other, name)]);
    for (const data of [folder, other]) {
      expect(await failWith(data)).toContain(`Fuelgauge needs ${path.join(data, name)} for a file of its own`);
    }
  });

  it('is used with default settings when its settings are not a file', async () => {
    const data = createFolder();
    const file = path.join(data, 'settings.json');
    await run('mkfifo', [file]);
    const args = ['report', '--home', createFolder(), '--data', data];
    const { code, stderr } = await runBuiltCli(args, { timeoutMs: 60_000 });
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: `fuelgauge: ${file} cannot be read, so the defaults apply.\n`,
    });
  });

  it('must have a name', async () => {
    for (const option of ['--data', '--home']) {
      const { code, stderr } = await runBuiltCli(['report', option, '']);
      expect(code).toBe(2);
      expect(stderr).toContain('It must be the name of a folder.');
    }
  });
});

describe('a garbage lock file', () => {
  it('does not prevent the command line from answering', async () => {
    const [home, data] = [createFolder(), createFolder()];
    await mkdir(path.dirname(claudeFile(home)), { recursive: true });
    await writeFile(claudeFile(home), claudeLine({ id: 1, atMs: Date.UTC(2026, 4, 1) }));
    await writeFile(path.join(data, 'writer.lock'), 'garbage');
    const args = ['report', '--json', '--home', home, '--data', data];
    const { code, stdout, stderr } = await runBuiltCli(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout).totals.events).toBe(1);
  });
});

describe.runIf(process.platform === 'linux')('a disk without room for the ledger', () => {
  const mount = 'mount -t tmpfs -o size="$1" none "$2"';

  // From no room for an empty ledger, to none for the shared memory, to none for what was read.
  it.for(['4k', '16k', '32k', '64k', '256k', '1m'])('of %s is named, with what to do', async (size, { skip }) => {
    const [home, disk] = [createFolder(), createFolder()];
    const mounted = await runShell(`unshare -m sh -c '${mount}' sh "$1" "$2"`, [size, disk]);
    skip(mounted.code !== 0, 'needs to mount a file system');
    await mkdir(path.dirname(claudeFile(home)), { recursive: true });
    const lines = Array.from({ length: 20_000 }, (_, id) =>
      claudeLine({ id, atMs: Date.UTC(2026, 4, 1) + id * 60_000, session: `session-${id % 900}` }),
    );
    await writeFile(claudeFile(home), lines.join(''));
    const script = `unshare -m bash -c '${mount}; shift 2; "$NODE" "$FUELGAUGE_CLI" "$@"' bash "$@"`;
    const { code, stdout, stderr } = await runShell(script, [size, disk, 'report', '--home', home, '--data', disk]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toBe(
      `fuelgauge: The disk is full: Fuelgauge cannot write its ledger in ${disk}. Free some space and start Fuelgauge again.\n`,
    );
  });
});
