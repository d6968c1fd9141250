import type { View } from '../../shared/contract/index.ts';
import { parseHash, toHash, type Parameters } from './hash.ts';

/** Where the window is, by the hash of its address: `#explore?by=model`. */
export interface Router {
  readonly view: View;
  readonly parameters: Parameters;
  /** Goes to a view; the way back leads here. */
  go(view: View, parameters?: Parameters): void;
  /** Changes values of the view that is shown; an empty value removes one. */
  change(parameters: Parameters): void;
}

/** Follows the address for the life of the page. */
export function createRouter(): Router {
  let place = $state.raw(parseHash(location.hash));
  window.addEventListener('hashchange', () => (place = parseHash(location.hash)));
  const go = (view: View, parameters: Parameters): void => {
    const hash = toHash(view, parameters);
    if (hash !== location.hash) history.pushState(null, '', hash);
    place = parseHash(hash);
  };
  window.addEventListener('popstate', () => (place = parseHash(location.hash)));
  return {
    get view() {
      return place.view;
    },
    get parameters() {
      return place.parameters;
    },
    go: (view, parameters = {}) => go(view, parameters),
    change: (parameters) => go(place.view, { ...place.parameters, ...parameters }),
  };
}
