import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createProcessProbe } from '../../../main/node/probes/create-process-probe.ts';
import { openTerminal } from '../../../main/node/terminals/open-terminal.ts';
import { createTerminalTools } from '../../../main/node/terminals/terminal-tools.ts';
import { waitUntil } from '../../support/wait-until.ts';

function hasTmux(): boolean {
  try {
    execFileSync('tmux', ['-V'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

// A real tmux and `script`, which gives it a terminal; without them there is nothing to look at.
describe.runIf(process.platform === 'linux' && hasTmux())('an agent in a pane of tmux', () => {
  let folder = '';
  let socket = '';
  const clients: ChildProcess[] = [];
  const tmux = (...args: readonly string[]): string =>
    execFileSync('tmux', ['-S', socket, '-f', '/dev/null', ...args], { encoding: 'utf8' }).trim();
  const show = async (pid: number) => {
    const tools = createTerminalTools('linux');
    const samples = await createProcessProbe('linux').sample(() => false);
    return openTerminal(samples, { pid, cwd: null }, { ...tools, variables: { TMUX_TMPDIR: folder } });
  };
  const attach = async (session: string): Promise<void> => {
    const command = `tmux -S ${socket} attach -t ${session}`;
    // CI has no terminal, so it names none; tmux attaches to no unknown one.
    const env = { ...process.env, TERM: 'xterm' };
    const child = spawn('script', ['-qfc', command, '/dev/null'], { env, stdio: ['pipe', 'ignore', 'ignore'] });
    clients.push(child);
    await waitUntil(
      'a client',
      async () => tmux('list-clients', '-F', '#{session_name}').includes(session) || undefined,
    );
  };

  beforeEach(() => {
    folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'fg-tmux-')));
    const sockets = path.join(folder, `tmux-${process.getuid?.() ?? 0}`);
    mkdirSync(sockets, { mode: 0o700 });
    socket = path.join(sockets, 'default');
    tmux('new-session', '-d', '-s', 'work', '-x', '80', '-y', '24', 'sleep 600');
    tmux('new-session', '-d', '-s', 'other', '-x', '80', '-y', '24', 'sleep 601');
  });
  afterEach(() => {
    try {
      tmux('kill-server');
    } catch {
      // It has ended with its last session.
    }
    for (const client of clients.splice(0)) client.kill();
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  });

  /** A shell in a new pane with the agent below it; the agent's pid. */
  async function startAgent(): Promise<number> {
    tmux('new-window', '-d', '-t', 'work', "sh -c 'sleep 602; true'");
    tmux('split-window', '-d', '-t', 'work:1', 'sleep 603');
    const pane = Number(tmux('list-panes', '-t', 'work:1.0', '-F', '#{pane_pid}').split('\n')[0]);
    return waitUntil('the agent', async () => {
      const samples = await createProcessProbe('linux').sample(() => false);
      return samples.find(({ parentPid, commandLine }) => parentPid === pane && commandLine === 'sleep 602')?.pid;
    });
  }
  const active = (): string =>
    tmux('list-panes', '-s', '-t', 'work', '-F', '#{window_active}#{pane_active} #{window_index}.#{pane_index}');

  it('is selected where a terminal shows its session', async () => {
    const pid = await startAgent();
    tmux('select-pane', '-t', 'work:1.1');
    await attach('work');
    expect(active()).not.toContain('11 1.0');
    expect(await show(pid)).toEqual({ outcome: 'selected', terminal: 'tmux', attach: null });
    expect(active()).toContain('11 1.0');
  });

  it('gets a terminal that shows another session', async () => {
    const pid = await startAgent();
    await attach('other');
    expect(await show(pid)).toMatchObject({ outcome: 'selected' });
    expect(tmux('list-clients', '-F', '#{session_name}')).toBe('work');
  });

  it('is named with the command that attaches to it where no terminal is there', async () => {
    const pid = await startAgent();
    const session = tmux('list-sessions', '-F', '#{session_id}', '-f', '#{==:#{session_name},work}');
    expect(await show(pid)).toEqual({ outcome: 'detached', terminal: 'tmux', attach: `tmux attach -t '${session}'` });
  });
});
