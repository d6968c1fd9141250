import { getContext, setContext } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import { foldText, hasWords, toSearchWords } from '../../../../shared/lib/text-search.ts';

/** The search in the settings, and which rows match. */
export interface SettingsSearch {
  query: string;
  /** Number of matching rows. */
  readonly found: number;
  /** Whether a row with these texts matches. */
  isFound(texts: readonly string[]): boolean;
  /** Counts a matching row of a section; returns a function that stops counting it. */
  count(row: string, anchor: string): () => void;
  /** Whether a section has a matching row. */
  hasFound(anchor: string): boolean;
}

/** What rows know of their section. */
interface OwnSection {
  readonly title: string;
  readonly anchor: string;
}

const searchKey = Symbol();
const sectionKey = Symbol();

/** Begins a search that the rows within the calling component take part in. */
export function provideSearch(): SettingsSearch {
  let query = $state('');
  const words = $derived(toSearchWords(query));
  const rows = new SvelteMap<string, string>();
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
    isFound: (texts) => hasWords(foldText(texts.join('\n')), words),
    count(row, anchor) {
      rows.set(row, anchor);
      return () => void rows.delete(row);
    },
    hasFound: (anchor) => [...rows.values()].includes(anchor),
  };
  setContext(searchKey, search);
  return search;
}

/** The search around the calling component. */
export function useSearch(): SettingsSearch {
  return getContext<SettingsSearch>(searchKey);
}

/** Tells rows within the calling component which section they belong to. */
export function provideSection(section: OwnSection): void {
  setContext(sectionKey, section);
}

/** The section around the calling component. */
export function useSection(): OwnSection {
  return getContext<OwnSection>(sectionKey);
}
