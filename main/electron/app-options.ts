import type { Logger } from '../../shared/ports/logger.ts';
import type { Settings } from '../../shared/settings/schema.ts';
import type { HostEngine } from '../node/host/host-engine.ts';

/** The app's dependencies besides Electron. */
export interface AppOptions {
  /** Application id: must equal the installer's, or Windows shows no notifications. */
  readonly appId: string;
  /** Folder of the built pages: holds `popover/index.html` and `history/index.html`. */
  readonly rendererFolder: string;
  /** The bundled preload. */
  readonly preloadFile: string;
  /** Holds `tray/` and `icon.png`; if it is in an archive, a copy must be unpacked beside it. */
  readonly iconsFolder: string;
  /** Builds the engine's client; the app starts it. */
  readonly createEngineClient: (options: EngineClientOptions) => HostEngine;
}

/** The engine's options. */
export interface EngineClientOptions {
  /** Home folder whose logs are read; null: the person's own. */
  readonly home: string | null;
  readonly dataFolder: string;
  readonly settings: Settings;
  /** Validate answers against the contract: in development. */
  readonly checksAnswers: boolean;
  readonly logger: Logger;
}
