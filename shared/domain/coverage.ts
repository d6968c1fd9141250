/** What an agent's logs say about its usage. */
export type Coverage =
  /** The tokens of every request. */
  | { readonly kind: 'exact' }
  /** Less than that (sums of sessions, costs only, a lower bound), or nothing; `gap` says in words what is missing. */
  | { readonly kind: 'partial' | 'none'; readonly gap: string };
