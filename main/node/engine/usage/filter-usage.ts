import {
  filterFields,
  type GroupField,
  groupFields,
  type ProfileDimensions,
} from '../../../../shared/domain/profile-fields.ts';
import type { UsageFilter } from '../../../../shared/domain/usage-filter.ts';
import { createNameMatcher, type NameMatcher } from '../match-names.ts';
import type { ProjectNames } from '../project-names.ts';

/** The fields that aggregates must keep separate so that a filter can be applied to them. */
export function toFilterFields(filter: UsageFilter): readonly GroupField[] {
  const names = filterFields.filter((field) => filter[field.filter] !== undefined).map(({ name }) => name);
  if (filter.excludedProjects !== undefined) names.push('project');
  return groupFields.filter((name) => names.includes(name));
}

/**
 * Builds a predicate for usage that passes a filter. Null: everything passes. Projects match by their display names,
 * and by their folders unless they are hidden.
 */
export function createUsageFilter(
  filter: UsageFilter,
  names?: Pick<ProjectNames, 'listNames'>,
): ((usage: ProfileDimensions) => boolean) | null {
  const isProject = (matches: NameMatcher, folder: string): boolean =>
    (names?.listNames(folder) ?? [folder]).some(matches);
  const wanted = filterFields.flatMap(({ name, filter: globs, nullName }) => {
    const matches = createMatcher(filter[globs]);
    if (matches === null) return [];
    return [{ name, nullName, matches: name === 'project' ? isProject.bind(null, matches) : matches }];
  });
  const isExcluded = createMatcher(filter.excludedProjects);
  if (wanted.length === 0 && isExcluded === null) return null;
  return (usage) =>
    (isExcluded === null || usage.project === null || !isProject(isExcluded, usage.project)) &&
    wanted.every(({ name, nullName, matches }) => {
      const value = usage[name] ?? nullName;
      return value !== null && matches(String(value));
    });
}

function createMatcher(globs: string | undefined): NameMatcher | null {
  return globs === undefined ? null : createNameMatcher(globs);
}
