import { describe, expect, it } from 'vitest';
import type { ProcessSample } from '../../../../shared/domain/process-sample.ts';
import { findTerminal, listAncestors } from '../../../../shared/processes/terminal-chain.ts';

function make(pid: number, parentPid: number, name: string, more: Partial<ProcessSample> = {}): ProcessSample {
  const known = { commandLine: name, cwd: null, startedAtMs: pid * 10_000, cpuTimeMs: 0, rssBytes: 1, isPaused: false };
  return { pid, parentPid, name, ...known, ...more };
}

const find = (...samples: readonly ProcessSample[]) => {
  const found = findTerminal(listAncestors(samples, 90));
  return found === null ? null : [found.kind, found.program.pid];
};

describe('listAncestors', () => {
  const pids = (samples: readonly ProcessSample[], pid: number) => listAncestors(samples, pid).map((each) => each.pid);

  it('lists a process and everything above it, and ends at a loop', () => {
    expect(pids([make(1, 0, 'init'), make(5, 1, 'bash'), make(9, 5, 'claude')], 9)).toEqual([9, 5, 1]);
    const loop = [make(5, 9, 'a', { startedAtMs: 0 }), make(9, 5, 'b', { startedAtMs: 0 })];
    expect(pids(loop, 9)).toEqual([9, 5]);
    expect(pids([], 9)).toEqual([]);
  });

  it('does not take a pid that was used again for a parent', () => {
    expect(pids([make(5, 1, 'tmux', { startedAtMs: 95_000 }), make(9, 5, 'claude')], 9)).toEqual([9]);
    expect(pids([make(5, 1, 'tmux', { startedAtMs: 92_000 }), make(9, 5, 'claude')], 9)).toEqual([9, 5]);
  });
});

describe('findTerminal', () => {
  const agent = make(90, 50, 'claude');

  it.each([
    ['tmux: server', 'tmux'],
    ['tmux', 'tmux'],
    ['kitty', 'kitty'],
    ['wezterm-gui', 'wezterm'],
    ['iTerm2', 'iterm'],
    ['iTermServer-3.5.10', 'iterm'],
    ['Terminal', 'mac-terminal'],
    ['WindowsTerminal.exe', 'windows-terminal'],
    ['code', 'editor'],
    ['Cursor', 'editor'],
  ])('knows %s', (name, kind) => {
    expect(find(make(20, 1, name), make(50, 20, 'zsh'), agent)).toEqual([kind, 20]);
  });

  it('takes the nearest, and of an editor its topmost process', () => {
    expect(find(make(10, 1, 'kitty'), make(20, 10, 'tmux: server'), make(50, 20, 'zsh'), agent)).toEqual(['tmux', 20]);
    const app = '"/Applications/Visual Studio Code.app/Contents/MacOS/Electron"';
    const helper =
      '"/Applications/Visual Studio Code.app/Contents/Frameworks/Code Helper.app/Contents/MacOS/Code Helper"';
    const main = make(10, 1, 'Electron', { commandLine: app });
    const shells = [make(20, 10, 'Code Helper', { commandLine: `${helper} --type=utility` }), make(50, 20, 'zsh')];
    expect(find(main, ...shells, agent)).toEqual(['editor', 10]);
    expect(find(make(10, 1, 'code'), make(20, 10, 'code'), make(50, 20, 'zsh'), agent)).toEqual(['editor', 10]);
  });

  it('finds none where there is none, and never the process itself', () => {
    expect(find(make(50, 1, 'sshd'), agent)).toBeNull();
    expect(find(make(90, 1, 'tmux'))).toBeNull();
    expect(find(make(50, 1, 'mytmux'), agent)).toBeNull();
    expect(find(make(50, 1, 'tmuxinator'), agent)).toBeNull();
  });
});
