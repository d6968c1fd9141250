import picomatch from 'picomatch';
import type { GroupField } from '../../../shared/domain/profile-fields.ts';
import type { UsageCell } from '../../../shared/domain/usage-cell.ts';
import type { UsageFilter } from '../../../shared/domain/usage-filter.ts';

type Named = Pick<UsageCell, 'project' | 'model'>;
type Matcher = (name: string) => boolean;

/** The fields that aggregates must keep separate so that a filter can be applied to them. */
export function toFilterFields({ projects, excludedProjects }: UsageFilter): readonly GroupField[] {
  return projects === undefined && excludedProjects === undefined ? [] : ['project'];
}

/** Builds a predicate for usage that passes a filter. Null: everything passes. */
export function createUsageFilter(filter: UsageFilter): ((usage: Named) => boolean) | null {
  const isProject = createMatcher(filter.projects);
  const isExcluded = createMatcher(filter.excludedProjects);
  const isModel = createMatcher(filter.models);
  if (isProject === null && isExcluded === null && isModel === null) return null;
  return ({ project, model }) =>
    (isProject === null || (project !== null && isProject(project))) &&
    (isExcluded === null || project === null || !isExcluded(project)) &&
    (isModel === null || isModel(model));
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
