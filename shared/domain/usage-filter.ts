import type { FilterName } from './profile-fields.ts';

/**
 * Filters usage by globs, one per line: only usage whose project, model, account or device matches one of the filter's
 * globs. An omitted list does not filter. What has no project or account never matches; this machine's device is
 * `local`. In a glob, `*` matches any characters except `/`, `**` any characters at all, `?` exactly one, and `{a,b}`
 * either one. A glob without `/` is compared with the last part of a name: `shop` matches `/home/ada/shop`. Separators
 * are `/`, on Windows too.
 */
export type UsageFilter = {
  readonly [Name in FilterName]?: string | undefined;
} & {
  /** Excludes usage of projects that match one of these. */
  readonly excludedProjects?: string | undefined;
};
