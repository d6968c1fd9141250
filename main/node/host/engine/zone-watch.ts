import { hourMs } from '../../../../shared/domain/instant.ts';
import type { Settings } from '../../../../shared/settings/schema.ts';
import type { SettingsStore } from '../../../../shared/settings/settings-store.ts';
import type { HostEngine } from './host-engine.ts';

/** Follows the system's time zone, for those who left the choice to it. */
export interface ZoneWatch {
  /** Settings in which the time zone `system` is replaced by its name. */
  resolve(settings: Settings): Settings;
  /** Reads the system's zone now, for example after sleep, and passes a new one to the engine. */
  refresh(): void;
  stop(): void;
}

/** Builds it. It also reads it once an hour; its timer does not keep the process alive. */
export function createZoneWatch(options: {
  readonly engine: Pick<HostEngine, 'setSettings'>;
  readonly settings: Pick<SettingsStore, 'get'>;
  readonly readSystemTimeZone: () => string;
}): ZoneWatch {
  const { engine, settings, readSystemTimeZone } = options;
  let zone = readSystemTimeZone();
  const resolve = (one: Settings): Settings => (one.timeZone === 'system' ? { ...one, timeZone: zone } : one);
  const refresh = (): void => {
    const now = readSystemTimeZone();
    if (now === zone) return;
    zone = now;
    if (settings.get().timeZone === 'system') engine.setSettings(resolve(settings.get()));
  };
  const timer = setInterval(refresh, hourMs).unref();
  return { resolve, refresh, stop: () => clearInterval(timer) };
}
