/** A tool that may be called in a shell, and how its processes look: an agent of `shared/processes`. */
export interface CallableTool {
  readonly id: string;
  readonly category: string;
  /** Matches the whole name of the executable, without path and `.exe`. */
  readonly names: readonly RegExp[];
  /** Matches the end of the path of the script that an interpreter runs. */
  readonly scripts: readonly RegExp[];
}

/** Finds the tools that a command calls, each once. */
export type FindCalledTools = (command: string) => readonly string[];

/** Tools that are counted although they are not in our list of agents, by the word that calls them. */
const furtherTools: Readonly<Record<string, string>> = {
  aider: 'aider',
  'aider-chat': 'aider',
  'cursor-agent': 'cursor-agent',
  vibe: 'vibe',
  'mistral-vibe': 'vibe',
  lms: 'lm-studio',
  llm: 'llm',
  aichat: 'aichat',
  mods: 'mods',
  sgpt: 'shell-gpt',
  openai: 'openai-cli',
};

/** Programs that run the one that comes after them and their options. */
const wrappers = new Set([
  ...['sudo', 'doas', 'env', 'time', 'command', 'exec', 'nohup', 'nice', 'setsid', 'builtin', 'winpty', 'caffeinate'],
  ...['npx', 'bunx', 'uvx', 'pnpx'],
]);
/** Subcommands of package managers that do the same. */
const runners: Readonly<Record<string, readonly string[]>> = {
  pnpm: ['dlx', 'exec'],
  yarn: ['dlx', 'exec'],
  npm: ['exec', 'x'],
  bun: ['x'],
  pipx: ['run'],
  uv: ['run'],
  poetry: ['run'],
};

/** Options of wrappers that take the next word as a value: `sudo -u me codex`. */
const valued: Readonly<Record<string, readonly string[]>> = {
  sudo: ['-u', '--user', '-g', '--group', '-h', '--host', '-p', '--prompt', '-C', '-D', '-R', '-r', '-t', '-T', '-U'],
  doas: ['-u', '-C'],
  env: ['-u', '--unset', '-C', '--chdir'],
  time: ['-f', '--format', '-o', '--output'],
  exec: ['-a'],
  nice: ['-n', '--adjustment'],
  caffeinate: ['-t', '-w'],
  npx: ['-p', '--package'],
  uvx: ['--from', '--with', '-p', '--python'],
  pipx: ['--spec', '--python'],
  uv: ['--with', '-p', '--python', '--extra', '--group', '--directory', '--project'],
};

/** A longer command is cut; a tool is called at its beginning. */
const maxLength = 4_096;
const maxWords = 20;

/**
 * Builds the search. Quoted text is not looked into, so a message that names a tool does not count; nor do editors and
 * apps that a shell opens.
 */
export function createToolFinder(tools: readonly CallableTool[]): FindCalledTools {
  const callable = tools.filter(({ category }) => category === 'cli' || category === 'local');
  const known = new Map<string, string | null>();
  const identify = (name: string): string | null => {
    let id = known.get(name);
    if (id === undefined) {
      id = furtherTools[name] ?? callable.find((tool) => isCalledBy(tool, name))?.id ?? null;
      if (known.size < 10_000) known.set(name, id);
    }
    return id;
  };
  return (command) => {
    const found = new Set<string>();
    for (const words of splitCommand(command.slice(0, maxLength))) {
      const id = findTool(words.slice(0, maxWords), identify);
      if (id !== null) found.add(id);
    }
    return [...found];
  };
}

/** By the name of its executable, or of the package whose script would run. */
function isCalledBy({ names, scripts }: CallableTool, name: string): boolean {
  if (names.some((pattern) => pattern.test(name))) return true;
  const files = ['index.js', 'dist/cli.js', `bin/${name.slice(name.indexOf('/') + 1)}.js`];
  const scriptsOf = files.map((file) => `/${name}/${file}`);
  return /[@-]/.test(name) && scripts.some((pattern) => scriptsOf.some((script) => pattern.test(script)));
}

/** The words of each part of a command line, split where a shell begins another command. */
function splitCommand(command: string): readonly (readonly string[])[] {
  const parts: string[][] = [[]];
  for (const [text] of command.matchAll(/[;|&\n(){}`]+|(?:'[^']*'?|"(?:[^"\\]|\\.)*"?|[^\s;|&(){}`'"])+/g)) {
    if (/^[;|&\n(){}`]/.test(text)) parts.push([]);
    else parts.at(-1)!.push(text);
  }
  return parts;
}

function findTool(words: readonly string[], identify: (name: string) => string | null): string | null {
  for (let rest = words; ;) {
    const [word = '', next = ''] = rest;
    if (word === '') return null;
    const name = toProgramName(word);
    const id = identify(name);
    if (id !== null) return id;
    if (name === 'gh') return next === 'copilot' ? identify(next) : null;
    if (runners[name]?.includes(next) === true) rest = skipOptions(rest.slice(2), name);
    else if (wrappers.has(name)) rest = skipOptions(rest.slice(1), name);
    else if (/^[A-Za-z_]\w*=/.test(word)) rest = rest.slice(1);
    else return null;
  }
}

function skipOptions(words: readonly string[], program: string): readonly string[] {
  const at = words.findIndex(
    (word, index) => !word.startsWith('-') && valued[program]?.includes(words[index - 1] ?? '') !== true,
  );
  return at === -1 ? [] : words.slice(at);
}

/** The name of a program without its folder, version and ending; a package keeps its scope. */
function toProgramName(word: string): string {
  const name = word.toLowerCase();
  const isPackage = /^@[^/]+\/[^/]+$/.test(name);
  const base = isPackage ? name : name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  return base.replace(/(?<=.)@[^/]*$/, '').replace(/\.(exe|cmd|ps1|bat)$/, '');
}
