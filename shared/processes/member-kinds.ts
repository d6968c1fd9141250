import type { TreeMember } from '../domain/agent-process.ts';
import type { ProcessSample } from '../domain/process-sample.ts';
import { splitCommandLine, stripExe, toBaseName } from './command-line.ts';

/** How programs of one kind look: the name of the executable, of the script, or of the package that a runner starts. */
interface KindPatterns {
  readonly kind: Exclude<TreeMember['kind'], 'agent' | 'other'>;
  readonly names: readonly RegExp[];
}

/**
 * What agents start besides themselves, as of November 2026. Language servers by the names that their packages install;
 * MCP servers by the convention of the protocol's own servers and of nearly all others, which have `mcp` as a word in
 * their name (github.com/modelcontextprotocol/servers).
 */
const kinds: readonly KindPatterns[] = [
  {
    kind: 'shell',
    names: [/^-?(?:ba|z|fi|da|k|tc|c)?sh$/, /^(?:pwsh|powershell|cmd|nu|xonsh|elvish)$/i],
  },
  {
    kind: 'language-server',
    names: [
      /(?:^|[-_.])(?:language-?server|languageserver|langserver|lsp)(?:[-_.]|$)/i,
      /^(?:gopls|rust-analyzer|clangd|jdtls|pylsp|pyright|tsserver(?:\.js)?|typescript-language-server|sourcekit-lsp)$/,
      /^(?:metals|omnisharp|solargraph|intelephense|zls|hls|nil|nixd|marksman|taplo|phpactor)$/i,
    ],
  },
  { kind: 'mcp-server', names: [/(?:^|[-_.@/])mcp(?:[-_.@/]|$)/i, /^@modelcontextprotocol\//] },
];

/** Programs whose first argument says what they run. */
const runners: ReadonlySet<string> = new Set([
  ...['node', 'nodejs', 'bun', 'bunx', 'deno', 'npx', 'npm', 'pnpm', 'yarn', 'uvx', 'uv', 'pipx', 'java', 'dotnet'],
  ...['python', 'python2', 'python3', 'ruby', 'php', 'perl', 'electron'],
]);
/** Subcommands of runners, between them and what they run. */
const runnerWords: ReadonlySet<string> = new Set(['exec', 'run', 'x', 'dlx', 'tool', '-m', '-y', '--yes', '-q', '--']);

/** Scripts that are named after their folder; any other script may be in a folder `mcp` without being a server. */
const entryName = /^(?:index|main|server|cli|app|run|start|stdio|bin|__main__)(?:[-_.]|$)/i;

/** The name and kind of a process. Its other arguments are ignored. */
export function describeMember(
  sample: Pick<ProcessSample, 'name' | 'commandLine'>,
): Pick<TreeMember, 'name'> & { readonly kind: Exclude<TreeMember['kind'], 'agent'> } {
  const [first = '', ...rest] = splitCommandLine(sample.commandLine);
  const executable = stripExe(toBaseName(first)) || sample.name;
  const isRunner =
    runners.has(executable.replace(/[\d.]+$/, '')) || runners.has(executable) || runners.has(sample.name);
  const target = isRunner ? findTarget(rest) : null;
  const name = target === null ? executable : toProgramName(target);
  const texts = target === null ? [executable, sample.name] : entryName.test(name) ? [name, target] : [name];
  const found = kinds.find(({ names }) => names.some((pattern) => texts.some((text) => pattern.test(text))));
  return { name, kind: found?.kind ?? 'other' };
}

/** The script or package that a runner starts: its first argument that is not an option. */
function findTarget(args: readonly string[]): string | null {
  for (const argument of args) {
    if (/^(?:-e|--eval|-p|--print|-c|-)$/.test(argument)) return null;
    if (!runnerWords.has(argument) && !argument.startsWith('-')) return argument.replaceAll('\\', '/');
  }
  return null;
}

/**
 * The name of a package or script: `@scope/server@1.2` stays as it is, `…/node_modules/@scope/server/dist/index.js` is
 * `@scope/server`, and any other path is its last part.
 */
function toProgramName(target: string): string {
  const installed = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(target)?.[1];
  if (installed !== undefined && installed !== '.bin') return installed;
  return /^@[^/]+\/[^/]+$/.test(target) ? target : toBaseName(target);
}
