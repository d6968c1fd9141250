import { choiceFields, type Profile, type ProfileFieldName } from '../domain/profile-fields.ts';

/** Packs the choices of a profile into one number: the index of each value in the bits that the table assigns to it. */
export function packChoices(profile: Profile): number {
  let bits = 0;
  for (const { name, values, shift } of choiceFields) {
    // A value that is not in the table is treated as the default, whose index is 0.
    bits |= Math.max(0, (values as readonly unknown[]).indexOf(profile[name])) << shift;
  }
  return bits;
}

/** Unpacks the choices. An index without a value is treated as the default. */
export function unpackChoices(packed: number): Partial<Profile> {
  return Object.fromEntries(
    choiceFields.map(({ name, values, shift, bits, defaultValue }) => [
      name,
      values[(packed >> shift) & ((1 << bits) - 1)] ?? defaultValue,
    ]),
  );
}

/** Mask of the bits used by the selected choices. */
export function maskChoices(isWanted: (name: ProfileFieldName) => boolean): number {
  let mask = 0;
  for (const { name, shift, bits } of choiceFields) if (isWanted(name)) mask |= ((1 << bits) - 1) << shift;
  return mask;
}
