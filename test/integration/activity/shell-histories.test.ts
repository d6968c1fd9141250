import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { scanShellHistories } from '../../../main/node/activity/shells/scan-shell-histories.ts';
import { createMemoryActivity } from '../../fakes/memory-activity.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
const nowMs = Date.UTC(2026, 4, 14, 12);
const seconds = nowMs / 1_000;

function makeHome() {
  const home = makeFolder();
  const store = createMemoryActivity();
  const fileOf = (place: string): string => {
    const file = path.join(home, ...place.split('/'));
    mkdirSync(path.dirname(file), { recursive: true });
    return file;
  };
  return {
    fileOf,
    store,
    scan: () => scanShellHistories({ platform: 'linux', home, variables: {}, otherHomes: [] }, { store, nowMs }),
    counted: () =>
      store
        .activity({ fromMs: 0, toMs: Infinity })
        .map(({ grainMs, name, via, count }) => `${name} ${via} ${count}${grainMs === 0 ? ' undated' : ''}`)
        .toSorted(),
  };
}

describe('histories of shells', () => {
  it('are counted, whatever shell wrote them, and no command of them is kept', async () => {
    const scene = makeHome();
    writeFileSync(scene.fileOf('.bash_history'), 'claude -p secret\nls\ncodex\n');
    writeFileSync(scene.fileOf('.zsh_history'), `: ${seconds}:0;claude secret\n: ${seconds - 400 * 86_400}:0;amp\n`);
    writeFileSync(scene.fileOf('.local/share/fish/fish_history'), `- cmd: codex secret\n  when: ${seconds}\n`);
    writeFileSync(scene.fileOf('.local/share/powershell/PSReadLine/ConsoleHost_history.txt'), 'claude.exe secret\r\n');
    for (let turn = 0; turn < 2; turn += 1) await scene.scan();
    expect(scene.counted()).toEqual([
      'claude-code bash 1 undated',
      'claude-code powershell 1 undated',
      'claude-code zsh 1',
      'codex bash 1 undated',
      'codex fish 1',
    ]);
    const kept = JSON.stringify([
      scene.store.activity({ fromMs: 0, toMs: Infinity }),
      ...scene.store.activityCursors(),
    ]);
    expect(kept).not.toMatch(/secret|-p|exe/);
  });

  it('go on where they ended, and lose nothing that the shell has cut off', async () => {
    const scene = makeHome();
    const zsh = scene.fileOf('.zsh_history');
    const bash = scene.fileOf('.bash_history');
    const dated = Array.from({ length: 4 }, (_, index) => `: ${seconds - index * 3_600}:0;claude ${index}\n`);
    writeFileSync(zsh, dated.join(''));
    writeFileSync(bash, 'claude 1\nclaude 2\n');
    await scene.scan();
    writeFileSync(zsh, dated.slice(0, 2).join(''));
    appendFileSync(bash, 'claude 3\n');
    await scene.scan();
    const sum = (via: string): number =>
      scene.store
        .activity({ fromMs: 0, toMs: Infinity })
        .reduce((total, row) => total + (row.via === via ? row.count : 0), 0);
    expect([sum('zsh'), sum('bash')]).toEqual([4, 3]);
  });

  it.runIf(process.platform !== 'win32')(
    'that are pipes, folders, forbidden or not text are left out at once',
    async () => {
      const scene = makeHome();
      execFileSync('mkfifo', [scene.fileOf('.bash_history')]);
      mkdirSync(scene.fileOf('.histfile'));
      writeFileSync(scene.fileOf('.local/share/fish/fish_history'), Buffer.alloc(1_000_000, 0xff));
      writeFileSync(scene.fileOf('.zsh_history'), 'claude\n');
      chmodSync(scene.fileOf('.zsh_history'), 0o000);
      await scene.scan();
      expect(scene.counted().filter((row) => !row.includes('zsh'))).toEqual([]);
    },
  );
});
