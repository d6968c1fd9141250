/** The part of a chart's horizontal axis that is shown. */
export interface Zoom {
  readonly min: number;
  readonly max: number;
}

/** Zooms by a factor around a place and stays within the whole; null when everything is shown. */
export function zoomAt(shown: Zoom, whole: Zoom, at: number, factor: number, smallest: number): Zoom | null {
  const length = Math.max(smallest, (shown.max - shown.min) * factor);
  if (length >= whole.max - whole.min) return null;
  const share = (at - shown.min) / (shown.max - shown.min);
  return moveInto({ min: at - share * length, max: at + (1 - share) * length }, whole);
}

/** Moves what is shown by a share of its length, no further than the whole reaches. */
export function pan(shown: Zoom, whole: Zoom, share: number): Zoom {
  const step = (shown.max - shown.min) * share;
  return moveInto({ min: shown.min + step, max: shown.max + step }, whole);
}

/** Moves what is shown no further than it takes to see a place with this much room at both sides. */
export function showAt(shown: Zoom, whole: Zoom, at: number, room: number): Zoom {
  const shift = Math.min(0, at - room - shown.min) + Math.max(0, at + room - shown.max);
  return shift === 0 ? shown : moveInto({ min: shown.min + shift, max: shown.max + shift }, whole);
}

function moveInto({ min, max }: Zoom, whole: Zoom): Zoom {
  const shift = min < whole.min ? whole.min - min : max > whole.max ? whole.max - max : 0;
  return { min: min + shift, max: max + shift };
}

/** Whether a whole is the same as before. An axis of time is, too, when its end has moved on. */
export function isContinued(before: Zoom, next: Zoom, isIndexed: boolean): boolean {
  return before.min === next.min && (isIndexed ? before.max === next.max : before.max <= next.max);
}

/** The factor by which a key zooms; null for a key that does not. */
export function toZoomFactor({
  key,
  ctrlKey,
  metaKey,
  altKey,
}: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): number | null {
  if (ctrlKey || metaKey || altKey) return null;
  if (key === '+' || key === '=') return 0.5;
  return key === '-' || key === '_' || key === '−' ? 2 : null;
}
