import {
  createRemote,
  engineCalls,
  type EngineCalls,
  type Handlers,
  type HostCalls,
  type Remote,
} from '../../../../shared/contract/index.ts';
import { fail } from '../../../../shared/lib/result.ts';
import type { SettingsStore } from '../../../../shared/settings/settings-store.ts';

import type { StatuslineInstaller } from '../../statusline/installer.ts';
import { createChannelHandlers, type ChannelHandlerParts } from './channel-handlers.ts';
import { previewReport } from '../error-reports/report-preview.ts';
import type { HostEngine } from '../engine/host-engine.ts';
import { addsCommand } from '../settings/keep-commands.ts';
import type { SnapshotView } from '../engine/snapshot-view.ts';
import type { ChangeSettings } from '../settings/change-settings.ts';
import { createSettingsImports } from './settings-imports.ts';
import { createStatuslineCalls } from './statusline-calls.ts';

/** Answers the contract's calls: the engine's by the engine, the rest from the host's parts. */
export function createHostHandlers(
  parts: ChannelHandlerParts & {
    readonly engine: HostEngine;
    readonly view: SnapshotView;
    readonly settings: SettingsStore;
    readonly changeSettings: ChangeSettings;
    readonly setPaused: (isPaused: boolean) => Promise<undefined>;
    readonly statusline: StatuslineInstaller | null;
    readonly dataFolder: string | null;
  },
): Handlers<HostCalls> {
  const { engine, view } = parts;
  return {
    ...pickCalls(engine),
    ...createChannelHandlers(parts),
    async doctor(query) {
      // The engine knows of its own problems only.
      const { problems } = view.current().sections.health;
      return { ...(await engine.doctor(query)), problems };
    },
    setPaused: parts.setPaused,
    snapshot: () => view.current(),
    settings: () => parts.settings.get(),
    errorReport: () => previewReport(parts.dataFolder, parts.settings.get().errorReports.dsn, parts.nowMs()),
    updateSettings: (patch) =>
      addsCommand(patch, parts.settings.get().alertChannels)
        ? fail({ kind: 'command-from-page' })
        : parts.changeSettings(patch),
    ...createSettingsImports(parts),
    ...createStatuslineCalls(parts.statusline),
  };
}

/** Only the contract's calls, without those reserved for the engine's owner. */
function pickCalls(engine: HostEngine): Remote<EngineCalls> {
  return createRemote(engineCalls, (name, argument) =>
    (engine[name] as (argument: unknown) => Promise<unknown>)(argument),
  );
}
