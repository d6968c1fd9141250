import { getContext, setContext } from 'svelte';
import { SvelteSet } from 'svelte/reactivity';
import { matchesQuery } from './search.ts';

/** The search in the settings, and which rows match. */
export interface SettingsSearch {
  query: string;
  /** Number of matching rows. */
  readonly found: number;
  /** Whether a row with these texts matches. */
  isFound(texts: readonly string[]): boolean;
  /** Counts a matching row; returns a function that stops counting it. */
  count(row: string): () => void;
}

const searchKey = Symbol();
const titleKey = Symbol();

/** Begins a search that the rows within the calling component take part in. */
export function provideSearch(): SettingsSearch {
  let query = $state('');
  const rows = new SvelteSet<string>();
  const search: SettingsSearch = {
    get query() {
      return query;
    },
    set query(text) {
      query = text;
    },
    get found() {
      return rows.size;
    },
    isFound: (texts) => matchesQuery(query.trim(), texts),
    count(row) {
      rows.add(row);
      return () => void rows.delete(row);
    },
  };
  setContext(searchKey, search);
  return search;
}

/** The search around the calling component. */
export function useSearch(): SettingsSearch {
  return getContext<SettingsSearch>(searchKey);
}

/** Names the section that rows within the calling component belong to. */
export function provideTitle(title: string): void {
  setContext(titleKey, title);
}

/** The title of the section around the calling component. */
export function useTitle(): string {
  return getContext<string>(titleKey);
}
