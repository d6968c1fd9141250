import type { CallHandlers, View } from '../../shared/contract/index.ts';
import type { EngineHost } from './engine-host.ts';
import type { SettingsChanger } from './change-settings.ts';
import type { SettingsStore } from './settings-store.ts';
import type { SnapshotView } from './snapshot-view.ts';

/** Answers the contract's calls out of the app's parts. */
export function createCallHandlers(options: {
  readonly engine: EngineHost;
  readonly view: SnapshotView;
  readonly store: SettingsStore;
  readonly changer: SettingsChanger;
  readonly setPaused: (isPaused: boolean) => void;
  readonly openWindow: (view: View) => void;
  readonly hidePopover: () => void;
  readonly chooseFolder: () => Promise<string | null>;
  readonly quit: () => void;
}): CallHandlers {
  const { engine } = options;
  return {
    snapshot: () => options.view.current(),
    report: (query) => engine.report(query),
    settings: () => options.store.get(),
    doctor: () => engine.doctor(),
    updateSettings: (patch) => options.changer.change(patch),
    setPaused: (isPaused) => nothing(options.setPaused(isPaused)),
    rescan: () => engine.rescan().then(nothing),
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
