import { describe, expect, it } from 'vitest';
import type { ProcessSample } from '../../../../../shared/domain/process-sample.ts';
import { openTerminal } from '../../../../../main/node/terminals/open-terminal.ts';
import type { TerminalTools } from '../../../../../main/node/terminals/terminal-tools.ts';

function make(pid: number, parentPid: number, name: string, commandLine = name): ProcessSample {
  const known = { cwd: null, startedAtMs: 0, cpuTimeMs: 0, rssBytes: 1, isPaused: false };
  return { pid, parentPid, name, commandLine, ...known };
}

/** Programs that answer what a test says, and note what was run. */
function createTools(answers: Readonly<Record<string, string>>, executable: string | null, platform = 'darwin') {
  const runs: string[][] = [];
  const tools: TerminalTools = {
    platform,
    variables: {},
    userId: 1_000,
    home: '/nowhere',
    async run(program, args) {
      runs.push([program, ...args]);
      return Object.entries(answers).find(([key]) => [program, ...args].join(' ').includes(key))?.[1] ?? null;
    },
    executableOf: async () => executable,
    ttyOf: async (pid) => (pid === 90 || pid === 50 ? '/dev/ttys003' : null),
  };
  return { tools, runs };
}

const agent = make(90, 50, 'claude');
const shell = make(50, 20, 'zsh');
const open = (terminal: ProcessSample, { tools }: { tools: TerminalTools }, cwd: string | null = '/repo') =>
  openTerminal([terminal, shell, agent], { pid: 90, cwd }, tools);

describe('openTerminal', () => {
  it('selects a window of kitty by the process in it', async () => {
    const listed = JSON.stringify([{ tabs: [{ windows: [{ id: 7, pid: 50 }] }] }]);
    const kitty = make(20, 1, 'kitty', 'kitty --listen-on unix:/tmp/k');
    const program = createTools({ ' ls': listed, 'focus-window': '' }, '/opt/kitty');
    expect(await open(kitty, program)).toEqual({ outcome: 'shown', terminal: 'kitty', attach: null });
    expect(program.runs.at(-1)).toEqual(['/opt/kitty', '@', '--to', 'unix:/tmp/k', 'focus-window', '--match', 'id:7']);
    expect(await open(kitty, createTools({ ' ls': listed }, '/opt/kitty'))).toMatchObject({ outcome: 'refused' });
    expect(await open(make(20, 1, 'kitty'), program)).toMatchObject({ outcome: 'refused', terminal: 'kitty' });
  });

  it('selects a tab of iTerm2 and of Terminal by its device, which is an argument of the script', async () => {
    for (const [name, terminal] of [
      ['iTerm2', 'iterm'],
      ['Terminal', 'mac-terminal'],
    ] as const) {
      const program = createTools({ '/dev/ttys003': 'found\n' }, null);
      expect(await open(make(20, 1, name), program)).toEqual({ outcome: 'shown', terminal, attach: null });
      expect(program.runs).toHaveLength(1);
      expect(program.runs[0]?.at(-1)).toBe('/dev/ttys003');
      expect(await open(make(20, 1, name), createTools({ ttys: 'missing' }, null))).toMatchObject({
        outcome: 'refused',
      });
    }
  });

  it('selects a pane of WezTerm by its device', async () => {
    const listed = JSON.stringify([{ pane_id: 4, tty_name: '/dev/ttys003' }]);
    const program = createTools({ 'cli list': listed, 'activate-pane --pane-id 4': '' }, '/apps/wezterm');
    expect(await open(make(20, 1, 'wezterm'), program)).toMatchObject({ outcome: 'shown', terminal: 'wezterm' });
  });

  it('brings the window of Windows Terminal and of an editor to the front', async () => {
    const windows = createTools({ 'AppActivate(20)': 'True\r\n' }, null, 'win32');
    expect(await open(make(20, 1, 'WindowsTerminal'), windows)).toMatchObject({ outcome: 'window' });
    expect(windows.runs[0]?.[0]).toMatch(/^C:\\.*powershell\.exe$/i);
    const linux = createTools({ '/repo': '' }, '/usr/share/code/code', 'linux');
    expect(await open(make(20, 1, 'code'), linux)).toMatchObject({ outcome: 'window', terminal: 'editor' });
    expect(linux.runs).toEqual([['/usr/share/code/code', '/repo']]);
    const mac = createTools({ '/repo': '' }, '/Applications/Cursor.app/Contents/MacOS/Cursor');
    await open(make(20, 1, 'Cursor'), mac);
    expect(mac.runs).toEqual([['/usr/bin/open', '-a', '/Applications/Cursor.app', '/repo']]);
    expect(await open(make(20, 1, 'code'), linux, null)).toMatchObject({ outcome: 'refused' });
  });

  it('runs nothing where the terminal is not known', async () => {
    const program = createTools({}, '/bin/x');
    expect(await open(make(20, 1, 'sshd'), program)).toEqual({ outcome: 'unknown', terminal: null, attach: null });
    expect(program.runs).toEqual([]);
  });
});
