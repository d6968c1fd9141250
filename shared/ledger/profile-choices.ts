import { choiceFields, type Profile, type ProfileFieldName } from '../domain/profile-fields.ts';

/** The choices of a profile in one number: the index of each value in the bits that the table gives it. */
export function packChoices(profile: Profile): number {
  let bits = 0;
  for (const { name, values, shift } of choiceFields) {
    // A value that is not in the table is taken for the default, whose index is 0.
    bits |= Math.max(0, (values as readonly unknown[]).indexOf(profile[name])) << shift;
  }
  return bits;
}

/** The choices in such a number. An index that no value has is taken for the default. */
export function unpackChoices(packed: number): Partial<Profile> {
  return Object.fromEntries(
    choiceFields.map(({ name, values, shift, bits, defaultValue }) => [
      name,
      values[(packed >> shift) & ((1 << bits) - 1)] ?? defaultValue,
    ]),
  );
}

/** The bits that some choices take, and no others. */
export function maskChoices(isWanted: (name: ProfileFieldName) => boolean): number {
  let mask = 0;
  for (const { name, shift, bits } of choiceFields) if (isWanted(name)) mask |= ((1 << bits) - 1) << shift;
  return mask;
}
