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

/** Whether two profiles are equal. Events of one session usually share the object, so the identity check is fast. */
export function isSameProfile(left: Profile, right: Profile): boolean {
  if (left === right) return true;
  for (const name of profileFieldNames) if (left[name] !== right[name]) return false;
  return true;
}

/** Orders profiles by the first field that differs, in the table's order. Known values sort before unknown ones. */
export function compareProfiles(left: Profile, right: Profile): number {
  for (const name of profileFieldNames) {
    if (left[name] !== right[name]) return compareNullable(left[name], right[name]);
  }
  return 0;
}

/** A string that is equal only for equal profiles. */
export function toProfileKey(profile: Profile): string {
  return JSON.stringify(profileFieldNames.map((name) => profile[name]));
}

/** A profile whose strings a database returns unchanged. The same object if they already are. */
export function toPlainProfile(profile: Profile): Profile {
  const plain = { ...profile, ...Object.fromEntries(textFields.map(({ name }) => [name, toPlain(profile[name])])) };
  return isSameProfile(profile, plain) ? profile : plain;
}

/** Copies of it stay fast when their values are replaced. */
const emptyDimensions = toFastObject(dimensionNames.map((name) => [name, null])) as object;

/** The part of a profile that sums keep. */
export function toDimensions(profile: ProfileDimensions): ProfileDimensions {
  const dimensions: Record<string, unknown> = { ...emptyDimensions };
  for (const name of dimensionNames) dimensions[name] = profile[name];
  return dimensions as unknown as ProfileDimensions;
}

function toPlain(value: string | boolean | null): string | boolean | null {
  return typeof value === 'string' ? toPlainText(value) : value;
}
