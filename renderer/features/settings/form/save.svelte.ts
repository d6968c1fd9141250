import type { Result } from '../../../../shared/lib/result.ts';
import type { SettingName, Settings, SettingsPatch } from '../../../../shared/settings/schema.ts';
import { messages } from '../../../messages.ts';
import type { SettingsState } from '../../../state/settings-state.svelte.ts';
import { settingNames } from './setting-names.ts';
import { limitChanges, readChanges, writeChanges } from './remembered-changes.ts';
import { isStill, toChange, toUndo, type Change } from './undo.ts';

/** A control: one of a setting, or one of several of the same setting. */
export type ControlName =
  | SettingName
  | 'alertTiming'
  | `alertTiming.${string}`
  | `alertChoices.${string}`
  | `desktop.${keyof Settings['desktop']}`
  | `calendar.${keyof Settings['calendar']}`
  | 'statusPages'
  | `askAgents.${string}`
  | `projects.${keyof Settings['projects']}`
  | `activity.${keyof Settings['activity']}`;

/** Saves settings one change at a time, and remembers why a control's last change was refused. */
export interface Saver {
  readonly failures: Readonly<Partial<Record<ControlName, string>>>;
  /** Saves; a failure is shown at the control of this name until its next change. Resolves to whether it was saved. */
  save(name: ControlName, patch: SettingsPatch): Promise<boolean>;
  /** Saves several settings at once, as one change with its own words. */
  saveAll(words: Pick<Change, 'name' | 'text'>, patch: SettingsPatch): Promise<Result<Settings>>;
  /** Shows why a change is refused before it is sent. */
  refuse(name: ControlName, failure: string): void;
  /** The last change that can be undone; null when there is none, or it was dismissed. */
  readonly lastChange: Change | null;
  /** Undoes the last change; the one before becomes the last. */
  undo(): Promise<Result<Settings> | null>;
  /** Forgets all changes. */
  dismiss(): void;
}

/** Builds a saver on the host's settings. */
export function createSaver(settings: Pick<SettingsState, 'current' | 'update'>): Saver {
  let failures = $state.raw<Partial<Record<ControlName, string>>>({});
  let changes = $state.raw<readonly Change[]>(readChanges(Date.now()));
  const keep = (next: readonly Change[]): void => {
    changes = limitChanges(next);
    writeChanges(changes);
  };
  const set = (name: ControlName, failure: string | undefined): void => {
    const { [name]: _, ...others } = failures;
    failures = failure === undefined ? others : { ...others, [name]: failure };
  };
  const getLast = (): Change | null => {
    const { current } = settings;
    return current === null ? null : (changes.findLast((change) => isStill(change, current)) ?? null);
  };
  const saveAll = async (words: Pick<Change, 'name' | 'text'>, patch: SettingsPatch): Promise<Result<Settings>> => {
    const before = settings.current;
    const result = await settings.update(patch);
    const change =
      result.ok && before !== null ? toChange({ ...words, atMs: Date.now() }, patch, before, result.value) : null;
    if (change !== null) keep([...changes, change]);
    return result;
  };
  return {
    get failures() {
      return failures;
    },
    get lastChange() {
      return getLast();
    },
    async save(name, patch) {
      set(name, undefined);
      const label = toLabel(name);
      const result = await saveAll({ name: label, text: messages.settings.changes.changed(label) }, patch);
      if (!result.ok) set(name, result.error);
      return result.ok;
    },
    saveAll,
    refuse: set,
    async undo() {
      const last = getLast();
      if (last === null || settings.current === null) return null;
      const result = await settings.update(toUndo(last, settings.current));
      if (result.ok) keep(changes.filter((change) => change !== last));
      return result;
    },
    dismiss: () => keep([]),
  };
}

/** What a control's setting is called; several controls may belong to one setting, as `activity.apps` to `activity`. */
function toLabel(name: ControlName): string {
  const [own] = name.split('.');
  if (own === 'alertTiming') return messages.settings.timing.title;
  if (own === 'statusPages') return messages.settings.statusPages.title;
  return settingNames[own as SettingName];
}
