import { getContext, setContext } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';

/** A section of the settings, as the list of sections names it. */
export interface ListedSection {
  readonly title: string;
  /** The id of its element, and its name in the address. */
  readonly anchor: string;
}

/** A section that was gone to, and how far the page was scrolled then. */
export interface Landing {
  readonly anchor: string;
  readonly scrollTop: number;
}

/** The sections that are there. Some appear late, when the host has answered. */
export interface SettingsSections {
  /** In the order of the page. */
  readonly all: readonly ListedSection[];
  has(anchor: string): boolean;
  /** Lists a section that is in the page; returns a function that no longer does. */
  add(section: ListedSection): () => void;
}

const key = Symbol();

/** Begins a list that the sections within the calling component enter themselves into. */
export function provideSections(): SettingsSections {
  const listed = new SvelteMap<string, ListedSection>();
  const all = $derived([...listed.values()].toSorted((a, b) => (isBefore(a.anchor, b.anchor) ? -1 : 1)));
  const sections: SettingsSections = {
    get all() {
      return all;
    },
    has: (anchor) => listed.has(anchor),
    add(section) {
      listed.set(section.anchor, section);
      return () => void listed.delete(section.anchor);
    },
  };
  setContext(key, sections);
  return sections;
}

/** The list around the calling component. */
export function useSections(): SettingsSections {
  return getContext<SettingsSections>(key);
}

function isBefore(anchor: string, other: string): boolean {
  const [element, next] = [document.getElementById(anchor), document.getElementById(other)];
  if (element === null || next === null) return false;
  return (element.compareDocumentPosition(next) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
