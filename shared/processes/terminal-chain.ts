import type { ProcessSample } from '../domain/process-sample.ts';
import type { TerminalKind } from '../domain/terminal.ts';
import { splitCommandLine, stripExe } from './command-line.ts';
import { isOldEnough } from './parent.ts';

/** A process and all of its ancestors, itself first. A pid that is its own ancestor ends the chain. */
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
/** On macOS, the executables of these editors all have the same name. */
const editorApps = /\/(?:Visual Studio Code[^/]*|VSCodium|Cursor|Windsurf)\.app\/Contents\/MacOS\/[^/]+$/;

/** A terminal that is an ancestor of a process, and which of its processes to ask. */
export interface TerminalAbove {
  readonly kind: TerminalKind;
  readonly program: ProcessSample;
}

/**
 * The nearest terminal among a process's ancestors (see `listAncestors`); null when there is none. For an editor, its
 * topmost process: those below are helpers, which start terminals for it.
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
