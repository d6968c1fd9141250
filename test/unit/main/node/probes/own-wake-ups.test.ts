import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSwitchCounts } from '../../../../../main/node/probes/own-wake-ups.ts';
import { useTemporaryFolders } from '../../../../support/temporary-folder.ts';
import { waitUntil } from '../../../../support/wait-until.ts';

const makeFolder = useTemporaryFolders();

function writeStatus(proc: string, thread: string, text: string): void {
  mkdirSync(join(proc, thread), { recursive: true });
  writeFileSync(join(proc, thread, 'status'), text);
}

describe('wake-ups', () => {
  it('are counted for every thread of every process, without what a busy machine forces on them', async () => {
    const proc = makeFolder();
    const toText = (own: number, forced: number) =>
      `Name:\tx\nvoluntary_ctxt_switches:\t${own}\nnonvoluntary_ctxt_switches:\t${forced}\n`;
    writeStatus(proc, '7/task/7', toText(10, 1));
    writeStatus(proc, '7/task/8', toText(20, 2));
    writeStatus(proc, '9/task/9', toText(40, 4));
    mkdirSync(join(proc, '9/task/10'));
    expect(await readSwitchCounts([7, 9], proc)).toEqual(
      new Map([
        ['7/7', 10],
        ['7/8', 20],
        ['9/9', 40],
      ]),
    );
    // A sum with an unknown part is unknown.
    expect(await readSwitchCounts([7, 11], proc)).toBeNull();
    writeStatus(proc, '7/task/8', 'Name:\tx\n');
    expect(await readSwitchCounts([7], proc)).toBeNull();
    expect(await readSwitchCounts([1], join(proc, 'none'))).toBeNull();
  });

  it.runIf(process.platform === 'linux')('grow as often as this process waits', async () => {
    const sum = async (): Promise<number> =>
      [...((await readSwitchCounts([process.pid])) ?? [])].reduce((total, [, count]) => total + count, 0);
    const before = await sum();
    // It waits between two looks; a timer that is due by the time this process may wait for it is no wait.
    await waitUntil('twenty waits', async () => (await sum()) >= before + 20);
  });
});
