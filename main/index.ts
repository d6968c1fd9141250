import { fileURLToPath } from 'node:url';
import { findCommandLine } from './node/cli/launcher-arguments.ts';
import { toDrawingOptions } from './node/statusline/is-drawing.ts';

/** The same id as the installers': see electron-builder.yml. */
const appId = 'app.fuelgauge.desktop';

const fromHere = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// Electron waits for this module before it opens a display, so the command line ends before there is a desktop app
// (adr/0025). Neither of the two loads code of the other.
const args = findCommandLine(process.argv.slice(1));
const drawing = args === null ? null : toDrawingOptions(args);
if (args === null) {
  const [{ runApp }, { createWorkerEngine }] = await Promise.all([
    import('./electron/run-app.ts'),
    import('./node/host/engine/worker-engine.ts'),
  ]);
  runApp({
    appId,
    rendererFolder: fromHere('../renderer'),
    preloadFile: fromHere('../preload/index.cjs'),
    iconsFolder: fromHere('../../build/icons'),
    createEngine: (options) => createWorkerEngine(new URL('./engine-worker.js', import.meta.url), options),
    loadServer: () => import('./server/serving/run-server.ts').then(({ runServer }) => runServer),
  });
} else if (drawing !== null) {
  const { runStatusline } = await import('./node/statusline/run-statusline.ts');
  const again = [process.execPath, ...process.argv.slice(1, -args.length), 'statusline'];
  await runStatusline({ args: drawing, again, nowMs: Date.now() });
  process.exit();
} else {
  const [{ runCli }, { createNodeCliHost }] = await Promise.all([
    import('./node/cli/run-cli.ts'),
    import('./node/cli/node-cli-host.ts'),
  ]);
  const loadServer = () => import('./server/programs/programs.ts').then(({ serverPrograms }) => serverPrograms);
  // The system has accepted every write when `runCli` ends, so nothing is lost.
  process.exit(await runCli(args, { ...createNodeCliHost(), loadServer }));
}
