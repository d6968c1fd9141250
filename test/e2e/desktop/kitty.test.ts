import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createProcessProbe } from '../../../main/node/probes/create-process-probe.ts';
import { openTerminal } from '../../../main/node/terminals/open-terminal.ts';
import { createTerminalTools } from '../../../main/node/terminals/terminal-tools.ts';
import { findDebianProgram } from '../../support/debian-program.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { waitUntil } from '../../support/wait-until.ts';

/** As `kitty @ ls` lists them; the name of a member has changed once. */
interface Tab {
  readonly is_active?: boolean;
  readonly is_active_tab?: boolean;
  readonly windows: readonly { readonly foreground_processes: readonly { readonly pid: number }[] }[];
}

const makeFolder = useTemporaryFolders();
const running: ChildProcess[] = [];
const program = await findDebianProgram('kitty', 'kitty');
const canRun = program !== null && tryRun(() => execFileSync(program, ['--version'], { encoding: 'utf8' })) !== null;

function tryRun<Value>(run: () => Value): Value | null {
  try {
    return run();
  } catch {
    return null;
  }
}

/** Starts kitty with two tabs; one process of each, and what says which tab is shown. */
async function startKitty(listen: readonly string[], toAddress: (pid: number) => string) {
  const home = makeFolder();
  const env = { ...process.env, HOME: home, LIBGL_ALWAYS_SOFTWARE: '1' };
  const options = ['--config', 'NONE', '-o', 'allow_remote_control=yes', '-o', 'confirm_os_window_close=0'];
  const child = spawn(program!, [...options, ...listen, 'sh', '-c', 'sleep 601; :'], { env, stdio: 'ignore' });
  running.push(child);
  const at = (...args: readonly string[]): string =>
    execFileSync(program!, ['@', '--to', toAddress(child.pid!), ...args], { env, encoding: 'utf8', stdio: 'pipe' });
  const listTabs = (): readonly Tab[] => (JSON.parse(at('ls')) as readonly { tabs: readonly Tab[] }[])[0]!.tabs;
  await waitUntil('kitty', async () => tryRun(listTabs) ?? undefined);
  at('launch', '--type=tab', 'sh', '-c', 'sleep 602; :');
  const pidsOf = ({ windows }: Tab): readonly number[] =>
    windows.flatMap(({ foreground_processes: processes }) => processes.map(({ pid }) => pid));
  const tabs = await waitUntil('two programs', async () => {
    const found = listTabs().map(pidsOf);
    return found.length === 2 && found.every((pids) => pids.length > 1) ? found : undefined;
  });
  const isShown = (pid: number): boolean =>
    listTabs().some((tab) => (tab.is_active ?? tab.is_active_tab) === true && pidsOf(tab).includes(pid));
  return { inner: tabs.map((pids) => Math.max(...pids)), isShown };
}

async function show(pid: number) {
  const samples = await createProcessProbe('linux').sample(() => false);
  return openTerminal(samples, { pid, cwd: null }, createTerminalTools('linux'));
}

afterEach(() => {
  for (const child of running.splice(0)) child.kill();
});

// A real kitty. It is skipped where the package is not to be had, or does not run.
describe.runIf(canRun)('an agent in a tab of kitty', () => {
  // Found by its own socket, which is harder than by its command line.
  it('is shown where kitty listens by its settings', async () => {
    const socket = `unix:${path.join(makeFolder(), 'k')}`;
    const { inner, isShown } = await startKitty(['-o', `listen_on=${socket}`], (pid) => `${socket}-${pid}`);
    for (const pid of inner) {
      expect(await show(pid)).toEqual({ outcome: 'shown', terminal: 'kitty', attach: null });
      expect(isShown(pid)).toBe(true);
    }
  });
});
