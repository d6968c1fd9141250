/** Values by place; null where a series has no part of the stack. */
export type Column = ArrayLike<number | null | undefined>;

/** Whether nothing stands above a part of a stack: the columns are those of the parts above. */
export function isTopPart(above: readonly Column[], index: number): boolean {
  return above.every((column) => (column[index] ?? 0) === 0);
}

/**
 * Whether a bar is the whole of its stack and not nothing, but less than a CSS pixel high: it is drawn as high as one, since
 * a day of 134K beside one of 125M is not a day without usage. Parts of a stack stay true to scale.
 */
export function isTinyTotal(value: number, isTop: boolean, heightPx: number): boolean {
  return isTop && value > 0 && heightPx < 1;
}
