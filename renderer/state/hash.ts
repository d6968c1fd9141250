import { views, type View } from '../../shared/contract/index.ts';

/** Values of a view, as its address has them. */
export type Parameters = Readonly<Record<string, string>>;

/** Reads a hash; an unknown view is the first one. */
export function parseHash(hash: string): { readonly view: View; readonly parameters: Parameters } {
  const [name = '', search = ''] = hash.replace(/^#/, '').split('?', 2);
  const view = views.find((known) => known === name) ?? views[0];
  return { view, parameters: Object.fromEntries(new URLSearchParams(search)) };
}

/** Writes a hash. */
export function toHash(view: View, parameters: Parameters): string {
  const search = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== '')).toString();
  return search === '' ? `#${view}` : `#${view}?${search}`;
}
