/** How far down the visible part the line is at which people read, as a share of its height. */
const readingShare = 0.25;

/** What is seen of a page that scrolls. */
export interface Sight {
  /** Where the visible part begins and how high it is. */
  readonly top: number;
  readonly height: number;
  /** Whether it can be scrolled no further. */
  readonly isAtEnd: boolean;
}

/**
 * Which section is being read, by where each begins: the last one that begins above the reading line. The last sections are
 * too short to reach that line, so at the end of the page it is the last one.
 */
export function findCurrentSection(tops: readonly number[], { top, height, isAtEnd }: Sight): number {
  if (isAtEnd) return tops.length - 1;
  const above = tops.filter((each) => each <= top + height * readingShare).length;
  return Math.max(0, above - 1);
}
