/**
 * Narrows usage down by globs, one per line; what is left out does not narrow anything. In a glob, `*` stands for any
 * characters but `/`, `**` for any characters at all, `?` for one, and `{a,b}` for either. A glob without `/` is
 * compared with the last part of a name: `shop` matches `/home/ada/shop`. Separators are `/`, on Windows, too.
 */
export interface UsageFilter {
  /** Only usage of projects that match one of these; usage without a project matches none. */
  readonly projects?: string | undefined;
  /** No usage of projects that match one of these. */
  readonly excludedProjects?: string | undefined;
  /** Only usage of models that match one of these. */
  readonly models?: string | undefined;
}
