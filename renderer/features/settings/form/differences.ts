import { isEqual } from '../../../../shared/lib/is-equal.ts';

/** Two values of a setting, or of a part of one. */
export interface Sides {
  readonly before: unknown;
  readonly after: unknown;
}

/** What differs between two values: of objects with the same members only those that differ, at any depth. */
export function pickDifferences({ before, after }: Sides): Sides {
  const parts = toMembers({ before, after })?.filter(([, each]) => !isEqual(each.before, each.after));
  if (parts === undefined) return { before, after };
  const picked = parts.map(([name, each]) => [name, pickDifferences(each)] as const);
  return {
    before: Object.fromEntries(picked.map(([name, each]) => [name, each.before])),
    after: Object.fromEntries(picked.map(([name, each]) => [name, each.after])),
  };
}

/** Whether a value still has what a difference made of it; its other members may be anything. */
export function hasAfter(value: unknown, sides: Sides): boolean {
  const parts = toMembers(sides);
  if (parts === null || !isObject(value)) return isEqual(value, sides.after);
  return parts.every(([name, each]) => hasAfter(value[name], each));
}

/** A value with what was there before a difference; its other members stay. */
export function takeBack(value: unknown, sides: Sides): unknown {
  const parts = toMembers(sides);
  if (parts === null || !isObject(value)) return sides.before;
  return { ...value, ...Object.fromEntries(parts.map(([name, each]) => [name, takeBack(value[name], each)])) };
}

/** The members of two objects; null unless both have the same. */
function toMembers({ before, after }: Sides): readonly (readonly [string, Sides])[] | null {
  if (!isObject(before) || !isObject(after)) return null;
  const names = Object.keys(before);
  if (!isEqual(names.toSorted(), Object.keys(after).toSorted())) return null;
  return names.map((name) => [name, { before: before[name], after: after[name] }] as const);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
