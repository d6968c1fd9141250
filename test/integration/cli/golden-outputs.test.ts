import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CliHost } from '../../../main/node/cli/cli-host.ts';
import { listCommandTree, toCommandTree } from '../../../main/node/cli/completion/command-tree.ts';
import { createProgram } from '../../../main/node/cli/create-program.ts';
import { createNodeCliHost } from '../../../main/node/cli/node-cli-host.ts';
import { toAsciiText } from '../../../main/node/cli/output/ascii.ts';
import { defaultPageWidth } from '../../../main/node/cli/output/page.ts';
import { repositoryRoot } from '../../../build/lib/paths.ts';
import { goldenCalls, notGolden } from '../../support/golden-calls.ts';
import { claudeFile, claudeLine, writeLog } from '../../support/agent-logs.ts';
import {
  openGoldenHome,
  type GoldenHome,
  type GoldenOutput,
  type GoldenScreen,
} from '../../support/golden-terminal.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { noTerminalReason, startInTerminal } from '../../support/terminal-process.ts';

const widths = [40, 80, 200];
const folder = path.join(repositoryRoot, 'test/fixtures/terminal');
const screens = (columns: number | null): GoldenScreen => ({ columns, hasColor: true, locale: 'en_US.UTF-8' });
const createFolder = useTemporaryFolders();
let home: GoldenHome;

beforeAll(async () => {
  home = await openGoldenHome();
});
afterAll(() => home.close());

/**
 * What is longer than 40 columns there: paths and names in one word, columns that all matter, and the help page, whose
 * lists are not squeezed into a few columns.
 */
const wideAt40 = [
  'backtest',
  'config',
  'doctor',
  'explain-block',
  'guard',
  'help',
  'help-report',
  'import',
  'prices-explain',
  'prices-reset',
  'processes',
  'report-breakdown',
  'report-keys',
  'statusline-status',
  'tokens',
];

/** What is copied elsewhere as it is, a line for a bar, and whole values. */
const asWideAsItIs = ['config-check', 'guard-settings', 'otel-install', 'status'];

/** The commands that do something, each with the words that lead to it. */
function listCommands(): readonly string[] {
  const ignore = async (): Promise<void> => undefined;
  const actions = {
    answer: ignore,
    watch: ignore,
    top: ignore,
    run: ignore,
    runBetween: ignore,
    write: () => undefined,
  };
  const program = createProgram(createNodeCliHost() as CliHost, { ...actions, args: [] });
  return listCommandTree(toCommandTree(program))
    .filter(({ commands }) => commands.length === 0)
    .map(({ path: words }) => words.join(' '));
}

function isOf(start: string, text: string): boolean {
  return `${text} `.startsWith(`${start} `);
}

/** An output as it is kept: codes of colours can be read. */
function toText({ code, stdout, stderr }: GoldenOutput): string {
  // What this process costs, and when the price list was made, is no matter of layout.
  const still = stdout.replace(/(Own cost +)[^]*?\n\n/, '$1…\n\n').replace(/(Prices as of +)\S+/, '$1…');
  const visible = `${still}${stderr === '' ? '' : `-- stderr\n${stderr}`}`.replaceAll('\u001b[', '‹');
  return `${visible}-- exit ${code}\n`;
}

// Paths and the probe of processes are those of Linux; what is laid out is the same everywhere.
describe.runIf(process.platform === 'linux')('golden outputs', () => {
  it.each(Object.entries(goldenCalls))('%s', async (name, args) => {
    const parts: string[] = [`$ fuelgauge ${args.join(' ')}\n`];
    const isForPrograms = ['--markdown', '--csv'].some((option) => args.includes(option));
    const known = new Map<string, string>();
    for (const columns of [...widths, null]) {
      const whole = await home.run(args, screens(columns));
      const title = columns === null ? 'pipe' : `${columns} columns`;
      const text = toText(whole);
      parts.push(`\n== ${title}\n${known.has(text) ? `as at ${known.get(text)}\n` : text}`);
      known.set(text, title);
      const plain = { ...whole, stdout: stripVTControlCharacters(whole.stdout) };
      const uncolored = await home.run(args, { ...screens(columns), hasColor: false });
      expect(toText(uncolored)).toBe(toText(plain));
      const ascii = await home.run(args, { columns, hasColor: false, locale: 'C' });
      if (!isForPrograms && !args.includes('--help'))
        expect(toText(ascii)).toBe(toText({ ...plain, stdout: toAsciiText(plain.stdout) }));
      const max = Math.max(...plain.stdout.split('\n').map((line) => stringWidth(line)));
      if (
        columns !== null &&
        !isForPrograms &&
        !(columns > 40 ? asWideAsItIs : [...asWideAsItIs, ...wideAt40]).includes(name)
      )
        expect.soft(max, `${columns} columns`).toBeLessThanOrEqual(columns);
      // A pipe is no terminal: it gets no codes at all.
      if (columns === null) expect(whole.stdout).toBe(plain.stdout);
    }
    // Every new command, option, agent and setting is in there: only the layout is held here.
    if (!args.includes('--help') && name !== 'config-check')
      await expect(parts.join('')).toMatchFileSnapshot(path.join(folder, `${name}.txt`));
  });

  it('are there for every command, or the reason why they are not', () => {
    const commands = listCommands();
    const golden = commands.filter((name) => Object.values(goldenCalls).some((args) => isOf(name, args.join(' '))));
    const excepted = commands.filter((name) => Object.keys(notGolden).some((start) => isOf(start, name)));
    expect(commands.filter((name) => ![...golden, ...excepted].includes(name))).toEqual([]);
    // No reason outlives what it was for.
    expect(Object.keys(notGolden).filter((start) => !commands.some((name) => isOf(start, name)))).toEqual([]);
  });

  it('draw a status line in the characters that a terminal knows', async () => {
    const preview = ['statusline', 'preview'];
    const { stdout } = await home.run(preview, { columns: 80, hasColor: false, locale: 'C' });
    expect(stdout).toMatch(/^The line with made-up figures:\nOpus/);
    expect(stdout).toMatch(/^\p{ASCII}+$/u);
    expect((await home.run(preview, screens(80))).stdout).toContain('▲');
  });

  it('are the same in a pipe as on a terminal of that width without colours', async () => {
    const piped = await home.run(['sessions'], screens(null));
    const shown = await home.run(['sessions'], { ...screens(defaultPageWidth), hasColor: false });
    expect(shown.stdout).toBe(piped.stdout);
  });
});

describe('a real terminal', () => {
  it('gets what the golden outputs have', async ({ skip }) => {
    if (noTerminalReason !== null) skip(noTerminalReason);
    const call = 'report --by month --home $HOME_OF_IT --data $HOME_OF_IT/data --timezone UTC';
    const folder = createFolder();
    await writeLog(claudeFile(folder), claudeLine({ id: 1, atMs: Date.UTC(2026, 4, 1) }));
    const run = async (columns: number, variables: Readonly<Record<string, string>>) => {
      const shell = startInTerminal(
        `$CLI ${call} 2>/dev/null`,
        { columns, rows: 24 },
        { HOME_OF_IT: folder, ...variables },
      );
      return (await shell.ended()).replaceAll('\r', '');
    };
    const wide = await run(200, {});
    expect(wide).toContain('\u001b[1mMonth');
    expect(wide).toMatch(/Cache rd/);
    const narrow = await run(40, { NO_COLOR: '1', LANG: 'C', LC_ALL: 'C' });
    expect(narrow).not.toContain('\u001b[');
    expect(narrow).toMatch(/^Month +Source +Total +API-equiv\.\n2026-05 +claude-code +[\d.]+K +\$[\d.]+\n-+\nTotal /);
    expect(narrow).toMatch(/No room here for: Models/);
    expect(Math.max(...narrow.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(40);
  });
});
