import type { ProcessSample } from '../../../shared/domain/process-sample.ts';
import type { OpenedTerminal, TerminalKind } from '../../../shared/domain/terminal.ts';
import { findTerminal, listAncestors, type TerminalAbove } from '../../../shared/processes/terminal-chain.ts';
import { focusKitty } from './kitty.ts';
import type { TerminalTools } from './terminal-tools.ts';
import { selectTmuxPane } from './tmux.ts';
import { activateWezTerm } from './wezterm.ts';
import { itermScript, macTerminalScript, raiseEditor, raiseWindowsTerminal, selectMacTab } from './window-scripts.ts';

/**
 * Shows the terminal in which a process runs, as far as that terminal allows it: its pane, tab or window. Where it runs
 * is known from its ancestors and its terminal device; no environment is read, because it may hold secrets. `cwd` is the
 * folder that an editor is asked for.
 */
export async function openTerminal(
  samples: readonly ProcessSample[],
  process: { readonly pid: number; readonly cwd: string | null },
  tools: TerminalTools,
): Promise<OpenedTerminal> {
  const chain = listAncestors(samples, process.pid);
  const terminal = findTerminal(chain);
  if (terminal === null) return { outcome: 'unknown', terminal: null, attach: null };
  if (terminal.kind !== 'tmux') return toOpened(terminal.kind, await show(terminal, chain, process.cwd, tools));
  const selected = await selectTmuxPane(chain, terminal.program, tools);
  if (selected.kind === 'refused') return toOpened('tmux', false);
  if (selected.kind === 'detached') return { outcome: 'detached', terminal: 'tmux', attach: selected.attach };
  // The program that shows tmux runs in a terminal of its own.
  const outerChain = listAncestors(samples, selected.clientPid);
  const outer = findTerminal(outerChain);
  const isRaised = outer !== null && outer.kind !== 'tmux' && (await show(outer, outerChain, process.cwd, tools));
  return { outcome: isRaised ? 'shown' : 'selected', terminal: 'tmux', attach: null };
}

async function show(
  { kind, program }: TerminalAbove,
  chain: readonly ProcessSample[],
  cwd: string | null,
  tools: TerminalTools,
): Promise<boolean> {
  switch (kind) {
    case 'kitty':
      return focusKitty(chain, program, tools);
    case 'wezterm':
      return activateWezTerm(await listTtys(chain, program, tools), program, tools);
    case 'iterm':
      return selectMacTab(itermScript, await listTtys(chain, program, tools), tools);
    case 'mac-terminal':
      return selectMacTab(macTerminalScript, await listTtys(chain, program, tools), tools);
    case 'windows-terminal':
      return raiseWindowsTerminal(program, tools);
    case 'editor':
      return raiseEditor(program, cwd, tools);
    case 'tmux':
      return false;
  }
}

/** The terminal devices of a process and of those between it and its terminal, the nearest first. */
async function listTtys(
  chain: readonly ProcessSample[],
  terminal: ProcessSample,
  tools: TerminalTools,
): Promise<readonly string[]> {
  const below = chain.slice(0, chain.indexOf(terminal));
  const ttys = await Promise.all(below.map(({ pid }) => tools.ttyOf(pid)));
  return [...new Set(ttys.filter((tty) => tty !== null))];
}

function toOpened(terminal: TerminalKind, isDone: boolean): OpenedTerminal {
  const canSelect = terminal !== 'windows-terminal' && terminal !== 'editor';
  return { outcome: isDone ? (canSelect ? 'shown' : 'window') : 'refused', terminal, attach: null };
}
