import { fileURLToPath } from 'node:url';
import { runApp } from './electron/run-app.ts';
import { createWorkerEngine } from './node/host/worker-engine.ts';

/** The same id as the installers': see electron-builder.yml. */
const appId = 'app.fuelgauge.desktop';

const fromHere = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

runApp({
  appId,
  rendererFolder: fromHere('../renderer'),
  preloadFile: fromHere('../preload/index.cjs'),
  iconsFolder: fromHere('../../build/icons'),
  createEngine: (options) => createWorkerEngine(new URL('./engine-worker.js', import.meta.url), options),
});
