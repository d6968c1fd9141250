import type { ProcessSample } from '../../../shared/domain/process-sample.ts';
import { findOwnProgram, listOwnSockets, type TerminalTools } from './terminal-tools.ts';

/** A pane of tmux, by its own ids, such as `%3` in `$1`. */
export interface TmuxPane {
  readonly pid: number;
  readonly pane: string;
  readonly session: string;
}

/** A terminal that shows a session of tmux. */
export interface TmuxClient {
  readonly pid: number;
  readonly session: string;
  readonly name: string;
}

const paneFormat = '#{pane_pid} #{pane_id} #{session_id}';
const clientFormat = '#{client_pid} #{session_id} #{client_name}';

/** Panes as `list-panes -a` prints them by our format; malformed lines are skipped. */
export function parsePanes(output: string): readonly TmuxPane[] {
  return output.split('\n').flatMap((line) => {
    const match = /^(\d+) (%\d+) (\$\d+)$/.exec(line.trim());
    return match === null ? [] : [{ pid: Number(match[1]), pane: match[2] ?? '', session: match[3] ?? '' }];
  });
}

/** Clients as `list-clients` prints them by our format; malformed lines are skipped. */
export function parseClients(output: string): readonly TmuxClient[] {
  return output.split('\n').flatMap((line) => {
    const match = /^(\d+) (\$\d+) (.+)$/.exec(line.trim());
    return match === null ? [] : [{ pid: Number(match[1]), session: match[2] ?? '', name: match[3] ?? '' }];
  });
}

/** What was done in tmux: the process that shows the pane now, or how to attach to its session. */
export type TmuxOutcome =
  | { readonly kind: 'selected'; readonly clientPid: number }
  | { readonly kind: 'detached'; readonly attach: string }
  | { readonly kind: 'refused' };

/**
 * Selects the pane in which a process runs. A terminal that shows another session is switched to that of the pane only if
 * none shows it. The pane is found by its process, which is an ancestor of the agent: no process's environment is read.
 */
export async function selectTmuxPane(
  chain: readonly ProcessSample[],
  server: ProcessSample,
  tools: TerminalTools,
): Promise<TmuxOutcome> {
  const program = await findOwnProgram(tools, server, 'tmux');
  if (program === null) return { kind: 'refused' };
  const pids = chain.map(({ pid }) => pid);
  for (const socket of await listTmuxSockets(tools)) {
    const run = (...args: readonly string[]): Promise<string | null> => tools.run(program, ['-S', socket, ...args]);
    const panes = parsePanes((await run('list-panes', '-a', '-F', paneFormat)) ?? '');
    const own = panes.filter(({ pid }) => pids.includes(pid));
    const [first] = own;
    if (first === undefined) continue;
    const clients = parseClients((await run('list-clients', '-F', clientFormat)) ?? '');
    // A window can be in several sessions: the visible one is meant.
    const shown = own.find(({ session }) => clients.some((client) => client.session === session)) ?? first;
    const client = clients.find(({ session }) => session === shown.session) ?? clients[0];
    const selected = await run('select-window', '-t', shown.pane, ';', 'select-pane', '-t', shown.pane);
    if (selected === null) return { kind: 'refused' };
    if (client === undefined) return { kind: 'detached', attach: toAttach(socket, shown, tools) };
    const isSwitched =
      client.session === shown.session || (await run('switch-client', '-c', client.name, '-t', shown.session)) !== null;
    return isSwitched ? { kind: 'selected', clientPid: client.pid } : { kind: 'refused' };
  }
  return { kind: 'refused' };
}

/** The sockets of the user's servers, the usual one first (tmux(1), `-L`). */
async function listTmuxSockets({ variables, userId }: TerminalTools): Promise<readonly string[]> {
  const folder = toSocketFolder(variables, userId);
  const isUsual = (socket: string): boolean => socket === `${folder}/default`;
  return (await listOwnSockets(folder, userId)).toSorted((a, b) => Number(isUsual(b)) - Number(isUsual(a)));
}

function toSocketFolder(variables: TerminalTools['variables'], userId: number | null): string {
  const parent = variables['TMUX_TMPDIR'];
  return `${parent === undefined || parent === '' ? '/tmp' : parent}/tmux-${userId ?? ''}`;
}

function toAttach(socket: string, { session }: TmuxPane, { variables, userId }: TerminalTools): string {
  const isUsual = socket === `${toSocketFolder(variables, userId)}/default`;
  return `tmux ${isUsual ? '' : `-S '${socket.replaceAll("'", `'\\''`)}' `}attach -t '${session}'`;
}
