import type { SettingName, Settings, SettingsPatch } from '../../../../shared/settings/schema.ts';
import { isEqual } from '../../../../shared/lib/is-equal.ts';
import { isShorterRetention } from '../../../../shared/settings/shorter-retention.ts';
import { hasAfter, pickDifferences, takeBack } from './differences.ts';

/** Values by the names of settings: of one that consists of others, only the members that a change is about. */
type Parts = Readonly<Record<string, unknown>>;

/** A change that was made here. */
export interface Change {
  /** Describes it in a sentence. */
  readonly text: string;
  /** What it is a change of, for screen readers. */
  readonly name: string;
  readonly before: Parts;
  readonly after: Parts;
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
  if (names.length === 0) return null;
  const parts = names.map((name) => [name, pickDifferences({ before: before[name], after: after[name] })] as const);
  return {
    ...words,
    before: Object.fromEntries(parts.map(([name, part]) => [name, part.before])),
    after: Object.fromEntries(parts.map(([name, part]) => [name, part.after])),
  };
}

/** Whether settings are still as a change left them; otherwise undoing it would revert a later change. */
export function isStill({ before, after }: Change, settings: Settings): boolean {
  return toNames(after).every((name) => hasAfter(settings[name], { before: before[name], after: after[name] }));
}

/** What undoes a change, and nothing else. */
export function toUndo({ before, after }: Change, settings: Settings): SettingsPatch {
  return Object.fromEntries(
    toNames(before).map((name) => [name, takeBack(settings[name], { before: before[name], after: after[name] })]),
  );
}

function toNames(parts: Parts): readonly SettingName[] {
  return Object.keys(parts) as SettingName[];
}
