import type { Logger } from '../../shared/ports/logger.ts';
import type { Settings } from '../../shared/settings/schema.ts';
import type { HostEngine } from '../node/host/host-engine.ts';

/** What the app is made of besides Electron. */
export interface AppOptions {
  /** Application id: the same as the installer's, or Windows shows no notifications. */
  readonly appId: string;
  /** Folder of the built pages: holds `popover/index.html` and `history/index.html`. */
  readonly rendererFolder: string;
  /** The bundled preload. */
  readonly preloadFile: string;
  /** Holds `tray/` and `icon.png`; in an archive, a copy must lie unpacked beside it. */
  readonly iconsFolder: string;
  /** Builds the engine's client; the app starts it. */
  readonly createEngineClient: (options: EngineClientOptions) => HostEngine;
}

/** What the engine is given. */
export interface EngineClientOptions {
  /** Home folder whose logs are read; null: the person's own. */
  readonly home: string | null;
  readonly dataFolder: string;
  readonly settings: Settings;
  /** Validate answers against the contract: in development. */
  readonly checksAnswers: boolean;
  readonly logger: Logger;
}
