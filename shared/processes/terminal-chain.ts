import type { ProcessSample } from '../domain/process-sample.ts';
import type { TerminalKind } from '../domain/terminal.ts';
import { splitCommandLine, stripExe } from './command-line.ts';
import { isOldEnough } from './parent.ts';

/** A process with everything that it was started by, itself first. A pid that is its own ancestor ends the chain. */
export function listAncestors(samples: readonly ProcessSample[], pid: number): readonly ProcessSample[] {
  const byPid = new Map(samples.map((sample) => [sample.pid, sample]));
  const chain = new Set<ProcessSample>();
  let current = byPid.get(pid);
  while (current !== undefined && !chain.has(current)) {
    chain.add(current);
    const parent = byPid.get(current.parentPid);
    current = parent !== undefined && isOldEnough(parent, current) ? parent : undefined;
  }
  return [...chain];
}

const names: readonly (readonly [TerminalKind, RegExp])[] = [
  ['tmux', /^tmux(?:$|:)/],
  ['kitty', /^kitty$/],
  ['wezterm', /^wezterm(?:-gui|-mux-server)?$/],
  ['iterm', /^(?:iTerm2$|iTermServer)/],
  ['mac-terminal', /^Terminal$/],
  ['windows-terminal', /^WindowsTerminal$/],
  ['editor', /^(?:code(?:-insiders|-oss)?|Code(?: - Insiders| - OSS)?|codium|VSCodium|[Cc]ursor|[Ww]indsurf)$/],
];
/** On macOS, the program of such an editor has one name for all of them. */
const editorApps = /\/(?:Visual Studio Code[^/]*|VSCodium|Cursor|Windsurf)\.app\/Contents\/MacOS\/[^/]+$/;

/** A terminal above a process, and the process of it that is asked. */
export interface TerminalAbove {
  readonly kind: TerminalKind;
  readonly program: ProcessSample;
}

/**
 * The nearest terminal above a process, out of `listAncestors`; null when there is none. Of an editor, it is the topmost
 * process: those below are helpers, which start terminals for it.
 */
export function findTerminal(chain: readonly ProcessSample[]): TerminalAbove | null {
  const above = chain.slice(1);
  for (const program of above) {
    const kind = toKind(program);
    if (kind === 'editor') return { kind, program: above.findLast((other) => toKind(other) === kind) ?? program };
    if (kind !== null) return { kind, program };
  }
  return null;
}

function toKind({ name, commandLine }: ProcessSample): TerminalKind | null {
  const [executable = ''] = splitCommandLine(commandLine);
  if (editorApps.test(executable)) return 'editor';
  return names.find(([, pattern]) => pattern.test(stripExe(name)))?.[0] ?? null;
}
