import type { Result } from '../../../shared/lib/result.ts';
import type { SettingName, Settings, SettingsPatch } from '../../../shared/settings/schema.ts';

/** A control: one of a setting, or one of several of the same setting. */
export type ControlName = SettingName | 'alertTiming' | `activity.${keyof Settings['activity']}`;

/** Saves settings one change at a time, and remembers why a control's last change was refused. */
export interface Saver {
  readonly failures: Readonly<Partial<Record<ControlName, string>>>;
  /** Saves; a failure is shown at the control of this name until its next change. Resolves to whether it was saved. */
  save(name: ControlName, patch: SettingsPatch): Promise<boolean>;
  /** Shows why a change is refused before it is sent. */
  refuse(name: ControlName, failure: string): void;
}

/** Builds a saver that calls `update`. */
export function createSaver(update: (patch: SettingsPatch) => Promise<Result<Settings>>): Saver {
  let failures = $state.raw<Partial<Record<ControlName, string>>>({});
  const set = (name: ControlName, failure: string | undefined): void => {
    const { [name]: _, ...others } = failures;
    failures = failure === undefined ? others : { ...others, [name]: failure };
  };
  return {
    get failures() {
      return failures;
    },
    async save(name, patch) {
      set(name, undefined);
      const result = await update(patch);
      if (!result.ok) set(name, result.error);
      return result.ok;
    },
    refuse: set,
  };
}
