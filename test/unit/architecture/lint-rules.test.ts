import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { ESLint } from 'eslint';
import { parser } from 'typescript-eslint';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

const typedRules = [
  ...['await-thenable', 'no-floating-promises', 'no-misused-promises', 'no-unnecessary-type-assertion'],
  ...['only-throw-error', 'return-await', 'switch-exhaustiveness-check'],
];

/** The snippets are not files on disk, so rules that need type information are tested separately below. */
const untyped = new ESLint({
  cwd: root,
  overrideConfig: [
    {
      languageOptions: { parserOptions: { project: null, projectService: false } },
      rules: Object.fromEntries(typedRules.map((rule) => [`@typescript-eslint/${rule}`, 'off'])),
    },
  ],
});
/** If `CI` is set, the parser would otherwise read the file from disk instead of the given code. */
const typed = new ESLint({
  cwd: root,
  overrideConfig: [{ languageOptions: { parserOptions: { disallowAutomaticSingleRunInference: true } } }],
});

async function lint(eslint: ESLint, filePath: string, code: string): Promise<readonly string[]> {
  const [result] = await eslint.lintText(`${code}\n`, { filePath: resolve(root, filePath) });
  return (result?.messages ?? []).map((message) => `${message.ruleId}: ${message.message}`);
}

/** What is rejected: [description, rule, file, code]. */
const rejected: readonly (readonly [what: string, rule: string, file: string, code: string])[] = [
  ['default exports', 'no-restricted-syntax', 'shared/lib/x.ts', 'export default 1;'],
  ['enums', 'no-restricted-syntax', 'main/node/x.ts', 'export enum Size { Small }'],
  ['I prefixes', 'no-restricted-syntax', 'renderer/state/x.ts', 'export interface IThing { readonly a: 1 }'],
  [
    'ipcMain',
    'no-restricted-syntax',
    'main/electron/x.ts',
    "import { ipcMain } from 'electron'; ipcMain.on('a', String);",
  ],
  [
    'ipcRenderer',
    'no-restricted-syntax',
    'renderer/bridge/x.ts',
    "import { ipcRenderer } from 'electron'; void ipcRenderer;",
  ],
  [
    'new windows',
    'no-restricted-syntax',
    'main/electron/x.ts',
    "import { BrowserWindow } from 'electron'; void new BrowserWindow();",
  ],
  [
    'sending to pages',
    'no-restricted-syntax',
    'main/electron/x.ts',
    "export const send = (w: Electron.BrowserWindow) => w.webContents.send('a');",
  ],
  [
    'replying to senders',
    'no-restricted-syntax',
    'main/electron/x.ts',
    "export const send = (e: Electron.IpcMainEvent) => e.sender.send('a');",
  ],
  [
    'opening links',
    'no-restricted-syntax',
    'main/electron/x.ts',
    "import { shell } from 'electron'; void shell.openExternal('https://a');",
  ],
  [
    'synchronous files',
    'no-restricted-syntax',
    'main/node/ingest/x.ts',
    "import { readFileSync } from 'node:fs'; readFileSync('a');",
  ],
  ['synchronous calls', 'no-restricted-syntax', 'main/electron/x.ts', "import fs from 'node:fs'; fs.statSync('a');"],
  ['the clock', 'no-restricted-syntax', 'shared/ledger/x.ts', 'export const now = Date.now();'],
  ['the current date', 'no-restricted-syntax', 'shared/ledger/x.ts', 'export const now = new Date();'],
  ['randomness', 'no-restricted-syntax', 'shared/ledger/x.ts', 'export const dice = Math.random();'],
  ['timers', 'no-restricted-globals', 'shared/ledger/x.ts', 'setTimeout(String, 1);'],
  ['the process', 'no-restricted-globals', 'shared/ledger/x.ts', 'export const home = process.env;'],
  ['printing', 'no-console', 'main/electron/x.ts', "console.log('a');"],
  ['any', '@typescript-eslint/no-explicit-any', 'main/node/x.ts', 'export const a = (b: any): unknown => b;'],
  [
    'type imports without the keyword',
    '@typescript-eslint/consistent-type-imports',
    'main/node/x.ts',
    "import { Result } from '../../shared/lib/result.ts'; export type A = Result<1>;",
  ],
  [
    'raw HTML',
    'svelte/no-at-html-tags',
    'renderer/ui/X.svelte',
    '<script lang="ts">let { a }: { a: string } = $props();</script>\n{@html a}',
  ],
  ['long files', 'max-lines', 'main/node/x.ts', 'export {};\n'.repeat(501)],
  [
    'long functions',
    'max-lines-per-function',
    'main/node/x.ts',
    `export const f = () => {\n${'String();\n'.repeat(60)}};`,
  ],
  ...(
    [
      ['text of an element', 'renderer/ui/X.svelte', '<p>Hello</p>'],
      ['a title', 'renderer/ui/X.svelte', '<p title="Hello"></p>'],
      ['a label that is read aloud', 'renderer/ui/X.svelte', '<p aria-label="Hello"></p>'],
      ['a placeholder', 'renderer/ui/X.svelte', '<input placeholder="Name" />'],
      [
        'a hint of a component',
        'renderer/ui/X.svelte',
        '<script>import Y from "./Y.svelte";</script>\n<Y hint="Hello" />',
      ],
      ['text of an expression', 'renderer/ui/X.svelte', '<p>{true ? "Not known" : ""}</p>'],
      ['a word of an expression', 'renderer/ui/X.svelte', '<p>{true ? "known" : null}</p>'],
      ['a title of an expression', 'renderer/ui/X.svelte', '<p title={String() || "Hello"}></p>'],
      ['a label of an expression', 'main/node/cli/x.ts', "export const option = { label: String() || 'Live' };"],
      ['a title that is set', 'renderer/state/x.ts', "document.title = 'Hello';"],
      ['a sentence of the contract', 'shared/contract/x.ts', "export const text = 'is not a day';"],
      ['a sentence of ingest', 'main/node/ingest/x.ts', "export const text = 'The disk is full.';"],
      ['a sentence', 'main/electron/x.ts', "export const text = 'The disk is full.';"],
      ['a template', 'main/node/engine/x.ts', 'export const text = (path: string) => `${path} cannot be read.`;'],
      ['a template of one word', 'main/node/host/x.ts', 'export const text = (count: number) => `${count} files`;'],
      ['a label of one word', 'main/node/cli/x.ts', "export const option = { label: 'Live' };"],
      ['a message in the core', 'shared/alerts/x.ts', "export const told = { body: 'Used up.' };"],
    ] as const
  ).map(([what, file, code]) => [`${what} outside the messages`, 'fuelgauge/loose-text', file, code] as const),
  ['disabling rules', 'no-console', 'shared/lib/x.ts', "// eslint-disable-next-line\nconsole.log('a');"],
];

/** What is allowed in one place only: [description, file, code]. */
const allowed: readonly (readonly [what: string, file: string, code: string])[] = [
  [
    'an option with a computed name',
    'main/node/cli/options/x.ts',
    'export const toOption = (name: string): string => `--${name} <glob>`;',
  ],
  ['text in the messages', 'shared/messages/en/x.ts', "export const text = 'The disk is full.';"],
  [
    'sentences for the log',
    'main/node/host/x.ts',
    'export const log = (logger: Console) => logger.warn("cannot read");',
  ],
  ['sentences of bugs', 'main/node/host/x.ts', "export const fail = () => new Error('there is no worker');"],
  ['names of styles', 'renderer/ui/X.svelte', '<p class="soft small" class:big={true}></p>'],
  [
    'text to search for',
    'main/node/cli/x.ts',
    "export const isBad = (text: string) => text.startsWith('unknown option');",
  ],
  ['declarations of options', 'main/node/cli/x.ts', "export const flag = '--since <day>';"],
  ['the name of the product', 'main/electron/x.ts', "export const options = { title: 'Fuelgauge' };"],
  ['codes', 'main/node/engine/x.ts', "export const phase = { label: 'watching' };"],
  [
    'ipcMain in the binder',
    'main/electron/ipc/binder.ts',
    "import { ipcMain } from 'electron'; ipcMain.on('a', String);",
  ],
  ['ipcRenderer in the preload', 'main/preload/index.ts', "import { ipcRenderer } from 'electron'; void ipcRenderer;"],
  [
    'new windows in the factory',
    'main/electron/windows/window-factory.ts',
    "import { BrowserWindow } from 'electron'; void new BrowserWindow();",
  ],
  [
    'sending in the hub',
    'main/electron/ipc/hub.ts',
    "export const send = (w: Electron.BrowserWindow) => w.webContents.send('a');",
  ],
  [
    'opening links in external-links.ts',
    'main/electron/security/external-links.ts',
    "import { shell } from 'electron'; void shell.openExternal('https://a');",
  ],
  ['long functions in tests', 'test/unit/x.test.ts', `export const f = () => {\n${'String();\n'.repeat(60)}};`],
  ['printing in the command line', 'main/node/cli/x.ts', "console.log('a');"],
  ['a date from a timestamp', 'shared/lib/x.ts', 'export const day = (ms: number): Date => new Date(ms);'],
  [
    'DatabaseSync, which is no function',
    'main/node/store/x.ts',
    "import { DatabaseSync } from 'node:sqlite'; void new DatabaseSync('a');",
  ],
];

describe('the lint rules', () => {
  it.each(rejected)('reject %s', async (_what, rule, file, code) => {
    expect(await lint(untyped, file, code)).toContainEqual(expect.stringContaining(`${rule}: `));
  });

  it.each(allowed)('allow %s', async (_what, file, code) => {
    expect(await lint(untyped, file, code)).toEqual([]);
  });

  it('exempt only files that really have long functions', async () => {
    const { longFunctions } = (await import(resolve(root, 'eslint.config.js'))) as {
      readonly longFunctions: Readonly<Record<string, readonly string[]>>;
    };
    const exempt = Object.values(longFunctions).flat();
    const strict = new ESLint({
      cwd: root,
      overrideConfigFile: true,
      overrideConfig: [
        {
          files: ['**/*.ts'],
          languageOptions: { parser },
          rules: { 'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }] },
        },
      ],
    });
    const results = await strict.lintFiles([...exempt]);
    expect(
      results.filter(({ errorCount }) => errorCount === 0).map(({ filePath }) => relative(root, filePath)),
    ).toEqual([]);
  });

  it('use types: every promise is handled, every member of a union has a case', async () => {
    const code = [
      'const later = (): Promise<void> => Promise.resolve();',
      'export function go(side: "left" | "right"): number {',
      '  later();',
      '  switch (side) {',
      '    case "left":',
      '      return 1;',
      '  }',
      '  return 0;',
      '}',
    ].join('\n');
    const messages = await lint(typed, 'shared/lib/result.ts', code);
    expect(messages).toContainEqual(expect.stringContaining('@typescript-eslint/no-floating-promises: '));
    expect(messages).toContainEqual(expect.stringContaining('@typescript-eslint/switch-exhaustiveness-check: '));
  });

  it('leave no text of a page to its HTML, which the lint does not read', () => {
    const pages = ['main-window', 'popover', 'gauge'].map((page) => `renderer/${page}/index.html`);
    const texts = pages.map((page) => readFileSync(resolve(root, page), 'utf8').replaceAll(/<[^>]*>|\s/g, ''));
    expect(texts).toEqual(['Fuelgauge', 'Fuelgauge', 'Fuelgauge']);
  });
});
