import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { sweepCopies, toCopyPrefix } from '../../../../../../main/node/ingest/databases/sweep-copies.ts';
import { useTemporaryFolders } from '../../../../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
const nowMs = Date.UTC(2026, 10, 27);
/** The id of a process that has ended. */
const endedPid = spawnSync(process.execPath, ['-e', '']).pid;

/** A copy as a process leaves it, so many minutes old. */
function leave(folder: string, name: string, minutes: number): void {
  const path = join(folder, name);
  mkdirSync(path);
  writeFileSync(join(path, 'copy.db'), 'private');
  const seconds = nowMs / 1_000 - minutes * 60;
  utimesSync(path, seconds, seconds);
}

it('removes what a killed process left, and nothing else', async () => {
  const folder = makeFolder();
  const nameOf = (pid: number, end: string): string => basename(toCopyPrefix(pid)) + end;
  leave(folder, nameOf(endedPid, 'aaaaaa'), 60);
  leave(folder, nameOf(endedPid, 'recent'), 1);
  leave(folder, nameOf(process.pid, 'in_use'), 60);
  leave(folder, 'fuelgauge-copy-mine', 60);
  leave(folder, 'elsewhere', 60);
  symlinkSync(join(folder, 'elsewhere'), join(folder, nameOf(endedPid, 'linked')));
  const before = readdirSync(folder);
  expect(await sweepCopies(folder, nowMs)).toBe(1);
  expect(readdirSync(folder)).toEqual(before.filter((name) => name !== nameOf(endedPid, 'aaaaaa')));
  expect(readdirSync(join(folder, 'elsewhere'))).toEqual(['copy.db']);
  expect(await sweepCopies(join(folder, 'missing'), nowMs)).toBe(0);
});
