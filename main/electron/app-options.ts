import type { Logger } from '../../shared/ports/logger.ts';
import type { Settings } from '../../shared/settings/schema.ts';
import type { EngineHost } from './engine-host.ts';

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
  /** Builds the engine's handle; it is started by the app. */
  readonly createEngineHost: (options: EngineHostOptions) => EngineHost;
}

/** What the engine is given. */
export interface EngineHostOptions {
  /** Home folder whose logs are read; null: the person's own. */
  readonly home: string | null;
  readonly dataFolder: string;
  readonly settings: Settings;
  readonly logger: Logger;
}
