import stringWidth from 'string-width';

/** A text and how many columns of a terminal it takes. */
export interface CutText {
  readonly text: string;
  readonly width: number;
}

const ellipsis = '…';
const onlyAscii = /^[ -~]*$/;
const graphemes = new Intl.Segmenter();

/**
 * Cuts a text that is wider than `width` columns (at least 1) and marks the cut with an ellipsis. `keep` names the end
 * that survives: for a path it is the last part that matters. Never splits a character that the eye sees as one, so the
 * result can be narrower than `width`.
 */
export function cutText(text: string, width: number, keep: 'start' | 'end'): CutText {
  const room = width - 1;
  if (onlyAscii.test(text)) {
    const kept = keep === 'start' ? text.slice(0, room) : text.slice(text.length - room);
    return mark(kept, Math.min(room, text.length), keep);
  }
  const parts = Array.from(graphemes.segment(text), ({ segment }) => segment);
  if (keep === 'end') parts.reverse();
  const kept: string[] = [];
  let used = 0;
  for (const part of parts) {
    const partWidth = stringWidth(part);
    if (used + partWidth > room) break;
    used += partWidth;
    kept.push(part);
  }
  if (keep === 'end') kept.reverse();
  return mark(kept.join(''), used, keep);
}

function mark(kept: string, width: number, keep: 'start' | 'end'): CutText {
  return { text: keep === 'start' ? kept + ellipsis : ellipsis + kept, width: width + 1 };
}
