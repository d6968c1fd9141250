import type { HostEngine } from '../../node/host/engine/host-engine.ts';
import type { RunServer } from '../../node/host/serving/running-server.ts';
import type { WorkerEngineOptions } from '../../node/host/engine/worker-engine.ts';

/** The app's dependencies besides Electron. */
export interface AppOptions {
  /** Application id: must equal the installer's, or Windows shows no notifications. */
  readonly appId: string;
  /** Folder of the built pages: holds `popover/index.html` and `main-window/index.html`. */
  readonly rendererFolder: string;
  /** The bundled preload. */
  readonly preloadFile: string;
  /** Holds `tray/` and `icon.png`; if it is in an archive, a copy must be unpacked beside it. */
  readonly iconsFolder: string;
  /** Builds the engine; the app starts it. */
  readonly createEngine: (options: WorkerEngineOptions) => HostEngine;
  /** Loads the web server, which is off by default and then takes no memory. */
  readonly loadServer: () => Promise<RunServer>;
}
