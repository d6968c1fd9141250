/**
 * Filters usage by globs, one per line. An omitted list does not filter. In a glob, `*` matches any characters except
 * `/`, `**` any characters at all, `?` exactly one, and `{a,b}` either one. A glob without `/` is compared with the
 * last part of a name: `shop` matches `/home/ada/shop`. Separators are `/`, on Windows too.
 */
export interface UsageFilter {
  /** Only usage of projects that match one of these. Usage without a project never matches. */
  readonly projects?: string | undefined;
  /** Excludes usage of projects that match one of these. */
  readonly excludedProjects?: string | undefined;
  /** Only usage of models that match one of these. */
  readonly models?: string | undefined;
}
