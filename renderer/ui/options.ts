/** A value that a person can choose. */
export interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

/** Options in the order of their values, with the label of each. */
export function toOptions<const Value extends string>(
  values: readonly Value[],
  labels: Readonly<Record<Value, string>>,
): readonly Option<Value>[] {
  return values.map((value) => ({ value, label: labels[value] }));
}
