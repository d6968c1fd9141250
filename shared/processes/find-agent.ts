import type { ProcessSample } from '../domain/process-sample.ts';
import { agents, type Agent } from './agents.ts';
import { splitCommandLine, stripExe, toBaseName } from './command-line.ts';

/** Programs that run a script named in their arguments. */
const interpreters: ReadonlySet<string> = new Set(['node', 'nodejs', 'bun', 'electron', 'Electron']);
/** Options of these programs that take the next argument as their value. */
const valueOptions: ReadonlySet<string> = new Set([
  '-r',
  '--require',
  '--import',
  '--loader',
  '--experimental-loader',
  '-C',
  '--conditions',
  '--env-file',
  '--title',
  '--cwd',
]);
/** Options after which no script follows. */
const codeOptions: ReadonlySet<string> = new Set(['-e', '--eval', '-p', '--print', '-pe']);

/**
 * The agent that a process is, or null. Checks the executable and, for an interpreter, its script; never any other
 * argument. A helper process of an Electron app (`--type=renderer`) is not an agent.
 */
export function findAgent(
  sample: Pick<ProcessSample, 'name' | 'commandLine'>,
  among: readonly Agent[] = agents,
): Agent | null {
  const [first = '', ...rest] = splitCommandLine(sample.commandLine);
  if (rest.some((argument) => argument.startsWith('--type='))) return null;
  const path = stripExe(first).replaceAll('\\', '/');
  // A process may rename itself, and may be started under a name other than its file's: either name may match.
  const names = [...new Set([stripExe(sample.name), toBaseName(path)])];
  const script = names.some((name) => interpreters.has(name)) ? findScript(rest) : null;
  return (
    among.find((agent) => matches(agent.paths, path)) ??
    among.find((agent) => names.some((name) => matches(agent.names, name))) ??
    (script === null ? null : (among.find((agent) => matches(agent.scripts, script)) ?? null))
  );
}

function findScript(args: readonly string[]): string | null {
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index] ?? '';
    if (codeOptions.has(argument)) return null;
    if (valueOptions.has(argument)) index += 1;
    else if (!argument.startsWith('-')) return argument.replaceAll('\\', '/');
  }
  return null;
}

function matches(patterns: readonly RegExp[], text: string): boolean {
  return patterns.some((pattern) => pattern.test(text));
}
