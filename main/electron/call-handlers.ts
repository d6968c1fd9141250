import type { DesktopCalls, Handlers, View } from '../../shared/contract/index.ts';
import type { EngineClient } from '../node/engine/engine-client.ts';
import type { SettingsChanger } from './change-settings.ts';
import type { SettingsStore } from './settings-store.ts';
import type { SnapshotView } from './snapshot-view.ts';

/** Answers the contract's calls out of the app's parts. */
export function createCallHandlers(options: {
  readonly engine: EngineClient;
  readonly view: SnapshotView;
  readonly store: SettingsStore;
  readonly changer: SettingsChanger;
  readonly setPaused: (isPaused: boolean) => void;
  readonly openWindow: (view: View) => void;
  readonly hidePopover: () => void;
  readonly chooseFolder: () => Promise<string | null>;
  readonly quit: () => void;
}): Handlers<DesktopCalls> {
  return {
    ...options.engine,
    snapshot: () => options.view.current(),
    async doctor() {
      // The engine knows of its own problems only.
      const { problems } = options.view.current().sections.health;
      return { ...(await options.engine.doctor()), problems };
    },
    settings: () => options.store.get(),
    updateSettings: (patch) => options.changer.change(patch),
    setPaused: (isPaused) => nothing(options.setPaused(isPaused)),
    openWindow: (view) => nothing(options.openWindow(view)),
    hidePopover: () => nothing(options.hidePopover()),
    chooseFolder: () => options.chooseFolder(),
    // The answer must leave before its page goes.
    quit: () => nothing(setImmediate(options.quit)),
  };
}

function nothing(_done: unknown): undefined {
  return undefined;
}
