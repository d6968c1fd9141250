import { views, type View } from '../../shared/contract/views.ts';
import { messages } from '../messages.ts';

/** A view of the dashboard: the main window's, and one of its own, which is what the popover shows. */
export type Place = 'now' | View;

/** The views that fit into a phone's bar. */
export const mainPlaces: readonly Place[] = ['now', 'overview', 'explore', 'limits'];

/** The views behind "More". */
export const otherPlaces: readonly Place[] = views.filter((view) => !mainPlaces.includes(view));

/** Its name, ready to show. */
export function nameOf(place: Place): string {
  return place === 'now' ? messages.web.now : messages.windows[place];
}
