import {
  dimensionNames,
  type Profile,
  type ProfileDimensions,
  profileFieldNames,
  textFields,
} from '../domain/profile-fields.ts';
import { compareNullable } from '../lib/compare.ts';
import { toPlainText } from './plain-text.ts';

/** Whether two profiles are the same. */
export function isSameProfile(left: Profile, right: Profile): boolean {
  for (const name of profileFieldNames) if (left[name] !== right[name]) return false;
  return true;
}

/** Orders profiles by the first field that differs, in the table's order; the known before the unknown. */
export function compareProfiles(left: Profile, right: Profile): number {
  for (const name of profileFieldNames) {
    if (left[name] !== right[name]) return compareNullable(left[name], right[name]);
  }
  return 0;
}

/** A text that is equal for equal profiles only. */
export function toProfileKey(profile: Profile): string {
  return JSON.stringify(profileFieldNames.map((name) => profile[name]));
}

/** The profile of whatever has one, without anything else. */
export function pickProfile(event: Profile): Profile {
  const profile: Record<string, string | boolean | null> = {};
  for (const name of profileFieldNames) profile[name] = event[name];
  // Every name of the table is set, with its own value.
  return profile as unknown as Profile;
}

/** The same with texts that a database gives back unchanged. */
export function toPlainProfile(event: Profile): Profile {
  const texts = textFields.flatMap(({ name }) => {
    const text = event[name];
    return typeof text === 'string' ? [[name, toPlainText(text)]] : [];
  });
  return { ...pickProfile(event), ...Object.fromEntries(texts) };
}

/** What sums know of a profile, without anything else. */
export function toDimensions(profile: ProfileDimensions): ProfileDimensions {
  return Object.fromEntries(dimensionNames.map((name) => [name, profile[name]])) as unknown as ProfileDimensions;
}
