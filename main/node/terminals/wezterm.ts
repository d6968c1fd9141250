import path from 'node:path';
import type { ProcessSample } from '../../../shared/domain/process-sample.ts';
import { parseJson } from '../../../shared/lib/parse-json.ts';
import { findFile, findOwnProgram, type TerminalTools } from './terminal-tools.ts';

/** Of the program beside the one that runs, so that it has a full path. */
const windowsEnding = '.exe';

/** The pane of `wezterm cli list --format json` on a terminal device; null when there is none, or it is malformed. */
export function findWezTermPane(output: string, ttys: readonly string[]): number | null {
  const panes = parseJson(output);
  if (!Array.isArray(panes)) return null;
  for (const pane of panes as readonly unknown[]) {
    if (typeof pane !== 'object' || pane === null) continue;
    const { pane_id: id, tty_name: tty } = pane as Readonly<Record<string, unknown>>;
    if (typeof id === 'number' && Number.isSafeInteger(id) && ttys.includes(String(tty))) return id;
  }
  return null;
}

/** Selects WezTerm's pane in which a process runs, by its terminal device, which WezTerm does not name on Windows. */
export async function activateWezTerm(
  ttys: readonly string[],
  wezterm: ProcessSample,
  tools: TerminalTools,
): Promise<boolean> {
  const program = await findOwnProgram(
    tools,
    wezterm,
    tools.platform === 'win32' ? `wezterm${windowsEnding}` : 'wezterm',
  );
  if (program === null) return false;
  const socket = await findSocket(wezterm.pid, tools);
  const variables = socket === null ? undefined : { WEZTERM_UNIX_SOCKET: socket };
  const listed = await tools.run(program, ['cli', 'list', '--format', 'json'], variables);
  const pane = listed === null ? null : findWezTermPane(listed, ttys);
  if (pane === null) return false;
  return (await tools.run(program, ['cli', 'activate-pane', '--pane-id', String(pane)], variables)) !== null;
}

/** The socket of one of several running WezTerms (wezterm.org/cli/cli); null: its own choice. */
function findSocket(pid: number, { variables, home }: TerminalTools): Promise<string | null> {
  const runtime = variables['XDG_RUNTIME_DIR'];
  const folders = [
    ...(runtime === undefined || runtime === '' ? [] : [path.join(runtime, 'wezterm')]),
    path.join(home, '.local/share/wezterm'),
  ];
  return findFile(folders.map((folder) => path.join(folder, `gui-sock-${pid}`)));
}
