import {
  dimensionNames,
  type Profile,
  type ProfileDimensions,
  profileFieldNames,
  textFields,
  toFastObject,
} from '../domain/profile-fields.ts';
import { compareNullable } from '../lib/compare.ts';
import { toPlainText } from './plain-text.ts';

/** Whether two profiles are the same. Events of one session mostly share the object, which is told at once. */
export function isSameProfile(left: Profile, right: Profile): boolean {
  if (left === right) return true;
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

/** A profile with texts that a database gives back unchanged; the same object where they are all plain already. */
export function toPlainProfile(profile: Profile): Profile {
  const plain = { ...profile, ...Object.fromEntries(textFields.map(({ name }) => [name, toPlain(profile[name])])) };
  return isSameProfile(profile, plain) ? profile : plain;
}

/** What sums know of a profile. */
export function toDimensions(profile: ProfileDimensions): ProfileDimensions {
  return toFastObject(dimensionNames.map((name) => [name, profile[name]])) as ProfileDimensions;
}

function toPlain(value: string | boolean | null): string | boolean | null {
  return typeof value === 'string' ? toPlainText(value) : value;
}
