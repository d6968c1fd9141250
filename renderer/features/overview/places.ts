import type { Overview, SpendingPlace } from '../../../shared/domain/overview.ts';
import { toValue } from './chart-model.ts';
import type { Measure } from './choice.ts';

/** Where the tokens or the money went, the largest first. */
export interface PlacesView {
  readonly shown: readonly SpendingPlace[];
  /** How many could be listed. */
  readonly count: number;
  /** The sum of everything that is not listed: with it, the list adds up to the figure at the top. */
  readonly rest: number;
}

/** Prepares the list, with at most `most` entries; null lists every place that is known. */
export function toPlacesView(
  { places, otherPlaces }: Pick<Overview, 'places' | 'otherPlaces'>,
  measure: Measure,
  most: number | null,
): PlacesView {
  const sorted = places
    .filter((place) => toValue(place, measure) > 0)
    .toSorted((a, b) => toValue(b, measure) - toValue(a, measure));
  const shown = most === null ? sorted : sorted.slice(0, most);
  const hidden = [...sorted.slice(shown.length), otherPlaces];
  return { shown, count: sorted.length, rest: hidden.reduce((sum, totals) => sum + toValue(totals, measure), 0) };
}
