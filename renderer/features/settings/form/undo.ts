import type { SettingName, Settings, SettingsPatch } from '../../../../shared/settings/schema.ts';
import { isEqual } from '../../../../shared/lib/is-equal.ts';
import { isShorterRetention } from '../../../../shared/settings/shorter-retention.ts';

/** A change that was made here. */
export interface Change {
  /** Describes it in a sentence. */
  readonly text: string;
  /** What it is a change of, for screen readers. */
  readonly name: string;
  readonly before: SettingsPatch;
  readonly after: SettingsPatch;
  readonly atMs: number;
}

/** The words for a change, and when it was made. */
type ChangeWords = Pick<Change, 'name' | 'text' | 'atMs'>;

/** What changed from one state of the settings to another, as far as it can be undone; null where nothing can. */
export function toChange(words: ChangeWords, patch: SettingsPatch, before: Settings, after: Settings): Change | null {
  // Undoing a longer span would sum up old requests.
  const isLossy = isShorterRetention(before.detailRetention, after.detailRetention);
  const names = (Object.keys(patch) as SettingName[]).filter(
    (name) => !isEqual(before[name], after[name]) && !(name === 'detailRetention' && isLossy),
  );
  return names.length === 0 ? null : { ...words, before: pick(before, names), after: pick(after, names) };
}

/** Whether settings are still as a change left them; otherwise undoing it would revert a later change. */
export function isStill({ after }: Change, settings: Settings): boolean {
  return (Object.keys(after) as SettingName[]).every((name) => isEqual(after[name], settings[name]));
}

function pick(settings: Settings, names: readonly SettingName[]): SettingsPatch {
  return Object.fromEntries(names.map((name) => [name, settings[name]]));
}
