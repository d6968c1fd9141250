import path from 'node:path';
import type { Problem } from '../../../shared/domain/problem.ts';
import { ok, type Result } from '../../../shared/lib/result.ts';
import type { Logger } from '../../../shared/ports/logger.ts';
import type { SettingsStore } from '../../../shared/settings/settings-store.ts';
import { overrideSettings, type SettingOverrides } from '../../../shared/settings/overrides.ts';
import type { Settings } from '../../../shared/settings/schema.ts';
import { systemClock } from '../system/system-clock.ts';
import { createDoNotDisturbProbe } from './alerts/do-not-disturb.ts';
import { createAlertLock } from './alerts/alert-lock.ts';
import { openHookInbox } from './alerts/hook-inbox.ts';
import { openAlertFile } from './alerts/alert-file.ts';
import type { Host } from './host.ts';
import { messages } from './messages.ts';
import { openLocalHost, type LocalHostRequest } from './open-local-host.ts';
import { createFileWriter } from './settings/file-writer.ts';
import { openSettingsStore } from './settings/settings-store.ts';

/**
 * A long-lived host in this process, whose settings can be changed. It alerts on the channels of the settings,
 * unless the desktop app or another server does on this data folder.
 */
export async function openServerHost(
  request: LocalHostRequest & { readonly dataFolder: string; readonly logger: Logger; readonly checksAnswers: boolean },
): Promise<Result<Host, Problem>> {
  const stored = await openSettingsStore({
    dataFolder: request.dataFolder,
    nowMs: systemClock.nowMs,
    logger: request.logger,
    createWriter: createFileWriter,
  });
  const alerts = {
    file: await openAlertFile(path.join(request.dataFolder, 'alerts.json'), request.logger),
    messages,
    channels: [],
    doNotDisturb: createDoNotDisturbProbe(process.platform),
    hooks: openHookInbox(request.dataFolder, systemClock.nowMs, request.logger),
    lock: createAlertLock({ ...request, isDesktop: false }),
  };
  return openLocalHost(request, override(stored, request.overrides), { ...request, alerts });
}

/** A settings store in which some values apply to this process alone. */
function override(stored: SettingsStore, overrides: SettingOverrides): SettingsStore {
  const apply = (settings: Settings): Settings => overrideSettings(settings, overrides);
  return {
    ...stored,
    get: () => apply(stored.get()),
    async update(patch) {
      const updated = await stored.update(patch);
      return updated.ok ? ok(apply(updated.value)) : updated;
    },
    onChange: (listener) => stored.onChange((settings) => listener(apply(settings))),
  };
}
