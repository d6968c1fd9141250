import picomatch from 'picomatch';
import {
  filterFields,
  type GroupField,
  groupFields,
  type ProfileDimensions,
} from '../../../shared/domain/profile-fields.ts';
import type { UsageFilter } from '../../../shared/domain/usage-filter.ts';

type Matcher = (name: string) => boolean;

/** The fields that aggregates must keep separate so that a filter can be applied to them. */
export function toFilterFields(filter: UsageFilter): readonly GroupField[] {
  const names = filterFields.filter((field) => filter[field.filter] !== undefined).map(({ name }) => name);
  if (filter.excludedProjects !== undefined) names.push('project');
  return groupFields.filter((name) => names.includes(name));
}

/** Builds a predicate for usage that passes a filter. Null: everything passes. */
export function createUsageFilter(filter: UsageFilter): ((usage: ProfileDimensions) => boolean) | null {
  const wanted = filterFields.flatMap(({ name, filter: globs, nullName }) => {
    const matches = createMatcher(filter[globs]);
    return matches === null ? [] : [{ name, nullName, matches }];
  });
  const isExcluded = createMatcher(filter.excludedProjects);
  if (wanted.length === 0 && isExcluded === null) return null;
  return (usage) =>
    (isExcluded === null || usage.project === null || !isExcluded(usage.project)) &&
    wanted.every(({ name, nullName, matches }) => {
      const value = usage[name] ?? nullName;
      return value !== null && matches(String(value));
    });
}

function createMatcher(globs: string | undefined): Matcher | null {
  if (globs === undefined) return null;
  const matchers = globs.split('\n').filter(Boolean).map(createGlobMatcher);
  /** There are few names and many usage rows, so each name is matched once. */
  const known = new Map<string, boolean>();
  return (name) => {
    let result = known.get(name);
    if (result === undefined) {
      const path = name.replaceAll('\\', '/');
      result = matchers.some((matches) => matches(path));
      known.set(name, result);
    }
    return result;
  };
}

/** Identical on every system, so that a ledger gives the same answers wherever it is read. */
const options = { dot: true, noextglob: true, windows: false } as const;

function createGlobMatcher(glob: string): Matcher {
  const matches = picomatch(glob, options);
  return glob.includes('/') ? matches : (path) => matches(path.slice(path.lastIndexOf('/') + 1));
}
