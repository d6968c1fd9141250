import { availableParallelism } from 'node:os';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { coverageFolders, isRecordingCoverage } from './build/coverage/folders.ts';
import { mockingTests } from './build/mocking-tests.ts';
import { SlowestFirst } from './build/lib/slowest-first.ts';
import { readTestDesktops } from './build/lib/test-desktops.ts';
import { createExtensionFiles } from './build/lib/extension-files.ts';
import { nameChunkByPages } from './build/lib/page-chunks.ts';
import { createWebFiles } from './build/lib/web-files.ts';
import { desktopContract, hostContract, namesOf } from './shared/contract/index.ts';
import { toRoutes } from './shared/contract/routes.ts';

/** Loaded at run time from node_modules or from the host: never bundled. */
const external = [
  'electron',
  // Finds its own helper programs beside its files.
  'node-notifier',
  // Only where the runtime has no SQLite of its own; a prebuilt native module.
  'libsql',
  ...builtinModules,
  /^node:/,
];

/** Absolute, because a build starts from the working folder and the development server from `root`. */
const toPage = (name: string): string => join(import.meta.dirname, 'renderer', name, 'index.html');

const toPages = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, toPage(name)]));

/** Few files for each page. What a module imports is not put into its chunk: it has a name of its own. */
const pageGroups = { groups: [{ name: nameChunkByPages, includeDependenciesRecursively: false }] };

/** The core is pure: what nothing uses of it is left out, schemas above all. */
const treeshake = { moduleSideEffects: [{ test: /[\\/]shared[\\/].*\.ts$/, sideEffects: false }] };

/**
 * A command spends most of its start on loading its own code. Without white space and comments it is half as long, and V8
 * stores ASCII text in one byte a character. Names stay, for stack traces.
 */
const compact = { mangle: false, compress: false, codegen: { removeWhitespace: true, asciiOnly: true } };

/**
 * What nearly every program loads, in three chunks instead of forty: to find, read and link a small one costs as much as
 * 20 kB of code. Larger ones would make every program load what only some need.
 */
const chunkGroups = [
  { name: 'base', test: /[\\/](valibot|shared[\\/](lib|domain|ports|messages[\\/]en[\\/]hooks))/, minShareCount: 2 },
  { name: 'sources', test: /[\\/]shared[\\/]sources[\\/]/, minShareCount: 2 },
  { name: 'system', test: /[\\/]main[\\/]node[\\/](hooks|statusline|system)[\\/]/, minShareCount: 3 },
];

/** What the preload lets through, for `main/preload/index.ts`. */
const contractNames = { calls: namesOf(desktopContract.calls), events: namesOf(desktopContract.events) };

/**
 * `vite build --app` builds everything into dist/:
 *   main/index.js, main/*-worker.js, cli.js       Node (ES modules)
 *   statusline.cjs                                 one CommonJS file, which starts fastest
 *   preload/index.cjs                              one CommonJS file, as a sandboxed preload must be
 *   renderer/                                      the pages
 *   web/                                           the dashboard in a browser, as the server serves it
 *   extension/                                     the browser extension, to be loaded as it is
 */
export default defineConfig({
  root: 'renderer',
  base: './',
  define: {
    contractNames: JSON.stringify(contractNames),
    contractRoutes: JSON.stringify(toRoutes(hostContract.calls)),
  },
  plugins: [svelte({ configFile: '../svelte.config.js' }), createWebFiles(), createExtensionFiles()],
  build: { emptyOutDir: false, sourcemap: true, target: 'chrome130' },
  environments: {
    client: {
      build: {
        outDir: '../dist/renderer',
        emptyOutDir: true,
        modulePreload: { polyfill: false },
        ...(isRecordingCoverage() && { sourcemap: 'inline', minify: false }),
        rolldownOptions: {
          treeshake,
          input: toPages('popover', 'main-window', 'gauge'),
          preserveEntrySignatures: false,
          output: { codeSplitting: pageGroups },
        },
      },
    },
    web: {
      consumer: 'client',
      build: {
        outDir: '../dist/web',
        emptyOutDir: true,
        modulePreload: { polyfill: false },
        assetsInlineLimit: 0,
        ...(isRecordingCoverage() && { sourcemap: 'inline', minify: false }),
        rolldownOptions: {
          treeshake,
          input: { web: toPage('web'), sw: join(import.meta.dirname, 'renderer/web/service-worker.ts') },
          output: { entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js') },
        },
      },
    },
    main: {
      consumer: 'server',
      resolve: { noExternal: true, external: ['electron', 'node-notifier', 'libsql'], conditions: ['node'] },
      build: {
        outDir: '../dist',
        target: 'node20',
        ssr: true,
        copyPublicDir: false,
        rolldownOptions: {
          external,
          input: {
            'main/index': 'main/index.ts',
            'main/engine-worker': 'main/node/engine/worker/engine-worker.ts',
            'main/scan-worker': 'main/node/ingest/threads/scan-worker.ts',
            cli: 'main/cli.ts',
          },
          treeshake,
          output: {
            ...{ format: 'es', entryFileNames: '[name].js', chunkFileNames: 'main/chunks/[name]-[hash].js' },
            minify: compact,
            codeSplitting: { groups: chunkGroups },
          },
        },
      },
    },
    statusline: {
      consumer: 'server',
      build: {
        outDir: '../dist',
        target: 'node20',
        ssr: true,
        copyPublicDir: false,
        rolldownOptions: {
          external: [...builtinModules],
          treeshake,
          input: { statusline: 'main/node/statusline/statusline.ts' },
          output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
        },
      },
    },
    extension: {
      consumer: 'client',
      build: {
        outDir: '../dist/extension',
        emptyOutDir: true,
        target: 'chrome120',
        modulePreload: false,
        copyPublicDir: false,
        // People and stores read what they load.
        minify: false,
        sourcemap: false,
        rolldownOptions: {
          treeshake,
          input: Object.fromEntries(
            ['background', 'popup', 'options'].map((name) => [
              name,
              join(import.meta.dirname, `build/extension/${name}.ts`),
            ]),
          ),
          output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
        },
      },
    },
    preload: {
      consumer: 'server',
      resolve: { noExternal: true, external: ['electron'] },
      build: {
        outDir: '../dist/preload',
        emptyOutDir: true,
        target: 'node20',
        ssr: true,
        copyPublicDir: false,
        rolldownOptions: {
          external: ['electron'],
          input: { index: 'main/preload/index.ts' },
          output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
        },
      },
    },
  },
  builder: {
    async buildApp(builder) {
      for (const name of ['main', 'statusline', 'preload', 'client', 'web', 'extension'])
        await builder.build(builder.environments[name]!);
    },
  },
  test: {
    root: '.',
    // Vitest leaves one processor idle by default, which is half of a small machine; many tests mostly wait.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    sequence: { sequencer: SlowestFirst },
    // A shell complains of a language that the machine does not have.
    // Node records the programs that tests start and the threads; Vitest records its own processes.
    env: { TZ: 'UTC', LC_ALL: '', ...(isRecordingCoverage() && { NODE_V8_COVERAGE: coverageFolders.processes }) },
    coverage: { provider: 'v8', reporter: ['json'], reportOnFailure: true, exclude: ['{build,test}/**', '*.config.*'] },
    projects: [
      // Files share the modules that they load, which took most of the time. Property tests take seconds on a busy machine:
      // the limit is for what hangs.
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts', 'test/contract/**/*.test.ts'],
          exclude: [...mockingTests],
          isolate: false,
          setupFiles: 'test/support/property-seed.ts',
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'unit-mocking',
          include: [...mockingTests],
          setupFiles: 'test/support/property-seed.ts',
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      // They mostly wait, for programs that they started and for clocks that only real time moves: six share two cores.
      {
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 600_000,
          maxWorkers: Math.max(6, availableParallelism()),
          sequence: { groupOrder: 1 },
        },
      },
      // Real agents, from the npm registry: each makes some requests to a made-up model.
      {
        test: {
          name: 'agents',
          include: ['test/agents/**/*.test.ts'],
          globalSetup: 'test/agents/install.ts',
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      // The image, built and started: minutes, and only where root may do it.
      {
        test: {
          name: 'container',
          include: ['test/container/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 900_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: 'test/e2e/pages-folder.ts',
          testTimeout: 240_000,
          hookTimeout: 400_000,
          // On a busy machine, a window takes longer than the default second.
          expect: { poll: { timeout: 30_000 } },
          // A file has a desktop for itself.
          setupFiles: 'test/e2e/desktop-of-worker.ts',
          maxWorkers: Math.max(1, readTestDesktops().length),
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
