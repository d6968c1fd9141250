import type { Messages } from '../../../shared/messages/catalogue.ts';

/** Values for messages, nested as in the catalogue and with the types of its parameters. */
export type SamplesOf<Group> = {
  readonly [Name in keyof Group]?: Group[Name] extends (...values: infer Values) => unknown
    ? readonly Values[]
    : Group[Name] extends string
      ? never
      : SamplesOf<Group[Name]>;
};

/** Samples of the whole catalogue. */
export type CatalogueSamples = SamplesOf<Messages>;

/** The lists of values by the path of their message. */
export function toPaths(group: object, prefix = ''): Readonly<Record<string, readonly (readonly unknown[])[]>> {
  const found = Object.entries(group).map(([name, value]: [string, object]) =>
    Array.isArray(value) ? { [`${prefix}${name}`]: value as unknown[][] } : toPaths(value, `${prefix}${name}.`),
  );
  return Object.assign({}, ...found) as ReturnType<typeof toPaths>;
}

/** The facts, then a copy of the facts for each of the other values. */
export function vary<Facts extends object>(
  facts: Facts,
  others: { readonly [Name in keyof Facts]?: readonly Facts[Name][] },
): readonly Facts[] {
  const names = Object.keys(others) as (keyof Facts)[];
  return [facts, ...names.flatMap((name) => others[name]!.map((value) => ({ ...facts, [name]: value })))];
}

/** One call for each value. */
export const eachAlone = <Value>(values: readonly Value[]): readonly [Value][] => values.map((value) => [value]);
