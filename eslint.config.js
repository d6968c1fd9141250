import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { looseText } from './build/lint/loose-text.js';

/** What code must not contain, and why. Each entry is a rule of the architecture; `only` lists the files exempt from it. */
const bans = {
  defaultExport: {
    selector: 'ExportDefaultDeclaration',
    message: 'No default exports: a named export can be searched for and renamed.',
  },
  enum: { selector: 'TSEnumDeclaration', message: 'No enums: use a union of literals.' },
  interfacePrefix: {
    selector: ':matches(TSInterfaceDeclaration, TSTypeAliasDeclaration)[id.name=/^I[A-Z][a-z]/]',
    message: 'Types have no I prefix.',
  },
  ipcMain: {
    selector: 'Identifier[name="ipcMain"]',
    message: 'Use main/electron/ipc/binder.ts, which checks sender and arguments.',
    only: ['main/electron/ipc/binder.ts'],
  },
  ipcRenderer: {
    selector: 'Identifier[name="ipcRenderer"]',
    message: 'Only the preload script uses ipcRenderer.',
    only: ['main/preload/**'],
  },
  newWindow: {
    selector: 'NewExpression:matches([callee.name="BrowserWindow"], [callee.property.name="BrowserWindow"])',
    message: 'Create windows with main/electron/windows/window-factory.ts, so that all have the same protections.',
    only: ['main/electron/windows/window-factory.ts'],
  },
  webContentsSend: {
    selector:
      'CallExpression[callee.property.name=/^(send|sendToFrame|postMessage)$/]' +
      ':matches([callee.object.property.name=/^(webContents|mainFrame|senderFrame|sender)$/],' +
      ' [callee.object.name=/contents$|^sender$|frame$/i])',
    message: 'Messages to pages go through main/electron/ipc/hub.ts, which sends nothing to hidden windows.',
    only: ['main/electron/ipc/hub.ts'],
  },
  openExternal: {
    selector: 'MemberExpression[object.name="shell"][property.name="openExternal"]',
    message: 'Open links with external-links.ts, which knows the allowed ones.',
    only: ['main/electron/**/external-links.ts'],
  },
  syncWork: {
    selector:
      ':matches(ImportSpecifier[imported.name=/^(?!Database).*Sync$/],' +
      ' CallExpression[callee.property.name=/^(?!Database).*Sync$/])',
    message: 'No synchronous calls on the thread that draws: use the promise-based function.',
  },
};

/** Files that may call synchronous functions. */
const synchronousFiles = [
  // Once, before the first window is shown.
  'main/electron/{run-app,security/refuse-launch}.ts',
  // In the engine's worker: when the ledger opens or is replaced, and for pseudo-files that the kernel answers from memory.
  'main/node/store/{open-frozen,store-errors}.ts',
  'main/node/store/files/{create-folder,file-guard,file-id,ledger-place,log-folding,log-pages}.ts',
  'main/node/store/files/{page-sums,require-file,require-writable,writer-lock}.ts',
  'main/node/store/names/name-cipher.ts',
  'main/node/store/recovery/{kept-ledger,ledger-copy,rebuild-ledger,replace-ledger,rescue}.ts',
  'main/node/store/recovery/{restore-set-aside,set-aside}.ts',
  'main/node/prices/price-file.ts',
  'main/node/probes/linux-reads.ts',
  // In the engine's worker or a reader's thread: a value of a database, where SQLite is synchronous, too.
  'main/node/ingest/databases/decompress.ts',
  // In the engine's worker, once a file: a trip through the thread pool would take longer than the check.
  'main/node/ingest/telemetry-check.ts',
  // The command line draws nothing, and writes to a file at once.
  'main/node/cli/streams/*.ts',
  // A program of its own that ends after one line; every turn of the event loop would delay it.
  'main/node/statusline/*.ts',
  // So is a hook.
  'main/node/hooks/*.ts',
  // On the threads of a scan, which have nothing else to do.
  'main/node/ingest/threads/open-file-waiting.ts',
];

/** The maximum length of a function, without blank lines and comments. Functions in tests may be longer. */
const maxFunctionLines = 60;

/** Files with longer functions, and why. */
export const longFunctions = {
  // One closure per table: its prepared statements and the few lines that use each of them. Parts would have to be given
  // the statements they use, which hides which table they are for.
  statements: ['main/node/store/tables/{compacted,events,first-fill,limits,profiles}.ts'],
  // Code that runs for every byte or line of a log, where splitting costs time (ADR 7).
  hot: ['main/node/ingest/lines/{line-reader,read-fields}.ts', 'shared/ledger/absorb-records.ts'],
};

const impure = [
  {
    selector: 'MemberExpression[object.name="Date"][property.name="now"]',
    message: 'Take the time from ports/clock.ts.',
  },
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'Take the time from ports/clock.ts.',
  },
  { selector: 'CallExpression[callee.name="Date"]', message: 'Take the time from ports/clock.ts.' },
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'The core must be deterministic.',
  },
  { selector: 'ImportExpression', message: 'The core does not load modules at run time.' },
];
const hostGlobals = [
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'clearTimeout', 'clearInterval', 'performance'],
  ...['crypto', 'process', 'Buffer', 'global', 'require', 'fetch', 'window', 'document', 'navigator', 'localStorage'],
];

/** Files whose text is not for people, or whose words belong to what they describe. */
const filesWithoutMessages = [
  // They write files for service managers.
  'main/node/service/{systemd,launchd,task-scheduler}.ts',
  // Only developers see the gallery.
  'renderer/gallery/**',
  // An agent's own words stand in its folder; prices and plans carry their sources.
  'shared/sources/{*,lib/*}/{descriptor,paths,plans,telemetry}.ts',
  'shared/sources/*/statusline/{agent,sample}.ts',
  // Names of widgets with what stands between them.
  'shared/statusline/presets.ts',
  'shared/pricing/{overlay,price-table}.ts',
  // Queries of other tools' databases; the codes of claude-monitor's JSON.
  'shared/imports/*/select-*.ts',
  'main/node/cli/monitor/monitor-snapshot.ts',
  // Markup and style; scripts of shells.
  'main/node/cli/output/html.ts',
  'main/node/cli/completion/{scripts,man-page}.ts',
  'shared/processes/unread-agents.ts',
  // Names of sites and apps; folders, SQL and scripts of other programs.
  'shared/activity/{site,app}-table.ts',
  'main/node/activity/{browsers,shells,focus}/**',
  // The columns of other tools' files.
  'shared/imports/*/*-row.ts',
  'shared/imports/provider-export/export-forms.ts',
  // A key of the ledger.
  'shared/ledger/replays.ts',
  // SQL, PowerShell, a shell script, and a folder of macOS.
  'shared/sources/**/query.ts',
  'main/node/{ingest/databases,store}/**',
  'main/node/{probes/windows-table,probes/windows-ports,probes/windows-probe,probes/wsl-table,system/data-folder}.ts',
  // Scripts, formats and commands of terminals.
  'main/node/terminals/**',
  // For the log file.
  'main/electron/app/health.ts',
  'main/server/http/http-context.ts',
  'main/node/{host/error-reports/error-reporter,system/log-file}.ts',
  'main/electron/{ipc/trusted-sender,security/session-hardening}.ts',
  // Values of protocols and of other programs.
  'main/server/{access/response-headers,receiver/check-sender}.ts',
  'main/server/access/response-headers.ts',
  'main/server/web/web-pages.ts',
  'renderer/web/web-host.ts',
  'main/server/{api/{event-response,live-stream},metrics/exposition}.ts',
  'main/electron/login/desktop-entry.ts',
  'main/electron/security/{asset-path,content-security-policy,no-network}.ts',
];

const everywhere = ['enum', 'interfacePrefix', 'defaultExport'];
const inMain = ['ipcMain', 'ipcRenderer', 'newWindow', 'webContentsSend', 'openExternal'];

/** ESLint replaces the options of a rule instead of adding to them, so each part of the tree gets a complete list. */
function restrict(names, ...more) {
  const entries = [...names.map((name) => bans[name]), ...more];
  return { 'no-restricted-syntax': ['error', ...entries.map(({ selector, message }) => ({ selector, message }))] };
}

const mainBans = [...everywhere, ...inMain, 'syncWork'];
const exempt = (files, names) => ({ files, rules: restrict(mainBans.filter((name) => !names.includes(name))) });
const typedFiles = ['{shared,main,renderer,build,test}/**/*.ts', 'vite.config.ts'];

export default ts.config(
  { ignores: ['dist/', 'release/', 'test-results/', 'node_modules/', 'test/fixtures/**', '**/*.json'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 500 }],
      'object-shorthand': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'all' },
      ],
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true },
      ],
      '@typescript-eslint/no-non-null-assertion': 'off',
      // There is no other way to include ambient declarations.
      '@typescript-eslint/triple-slash-reference': ['error', { path: 'always', types: 'never', lib: 'never' }],
    },
    linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true },
  },
  { files: ['{shared,main,renderer,build,test}/**/*.{ts,svelte}'], rules: restrict(everywhere) },
  {
    files: typedFiles,
    ignores: ['**/*.svelte.ts'],
    languageOptions: {
      parserOptions: {
        project: ['shared', 'main', 'main/preload', 'renderer', 'test'].map((folder) => `${folder}/tsconfig.json`),
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/return-await': ['error', 'in-try-catch'],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['{shared,main,renderer,build}/**/*.{ts,svelte,mjs,cjs}'],
    ignores: Object.values(longFunctions).flat(),
    rules: {
      'max-lines-per-function': ['error', { max: maxFunctionLines, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ['{shared,main,renderer}/**/*.{ts,svelte}'], rules: { 'no-console': 'error' } },
  { files: ['main/node/cli/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['shared/**/*.ts'],
    rules: {
      ...restrict([...everywhere, ...inMain], ...impure),
      'no-restricted-globals': ['error', ...hostGlobals.map((name) => ({ name, message: 'The core is pure.' }))],
    },
  },
  {
    // Languages are data, of which a page needs one.
    files: ['shared/messages/load-messages.ts'],
    rules: restrict([...everywhere, ...inMain], ...impure.filter(({ selector }) => selector !== 'ImportExpression')),
  },
  { files: ['main/**/*.ts'], languageOptions: { globals: globals.node }, rules: restrict(mainBans) },
  ...Object.entries(bans).flatMap(([name, { only }]) => (only === undefined ? [] : [exempt(only, [name])])),
  exempt(synchronousFiles, ['syncWork']),
  {
    files: ['renderer/**/*.{ts,svelte}'],
    languageOptions: { globals: globals.browser },
    rules: {
      ...restrict([...everywhere, ...inMain]),
      'svelte/no-at-html-tags': 'error',
      'svelte/no-useless-children-snippet': 'off',
      'svelte/button-has-type': 'error',
      'svelte/no-target-blank': 'error',
      'svelte/require-each-key': 'error',
    },
  },
  {
    files: ['{renderer,shared,main}/**/*.{ts,svelte}'],
    ignores: ['shared/messages/**', ...filesWithoutMessages],
    plugins: { fuelgauge: { rules: { 'loose-text': looseText } } },
    rules: { 'fuelgauge/loose-text': 'error' },
  },
  { files: ['**/*.svelte', '**/*.svelte.ts'], languageOptions: { parserOptions: { parser: ts.parser } } },
  { files: ['{build,test}/**/*.{ts,mjs,cjs}', '*.{js,ts,cjs}'], languageOptions: { globals: globals.node } },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  { files: ['**/*.config.{js,ts}', '.*.cjs'], rules: { 'no-restricted-syntax': 'off' } },
);
