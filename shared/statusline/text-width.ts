const onlyNarrow = /^[ -~\u00a0-\u02ff\u2010-\u2027\u2190-\u21ff\u2500-\u25fc\ue0a0-\ue0d4]*$/;
const invisible = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
const wide =
  /^[\u1100-\u115f\u231a-\u231b\u2329-\u232a\u23e9-\u23f3\u25fd-\u25fe\u2600-\u27ff\u2b05-\u2b55\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{16000}-\u{3ffff}]$/u;
const emojiSelector = '\ufe0f';

/**
 * How many columns of a terminal a text takes at most. Exact for text of one code point a character; what terminals draw
 * as one out of several (families of emoji) counts as its parts, so that a line never becomes too wide.
 */
export function textWidth(text: string): number {
  if (onlyNarrow.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** The longest beginning of a text that takes at most `columns`. */
export function cutToWidth(text: string, columns: number): string {
  let kept = '';
  let used = 0;
  for (const character of text) {
    used += characterWidth(character);
    if (used > columns) break;
    kept += character;
  }
  return kept;
}

function characterWidth(character: string): number {
  // It widens the character before it.
  if (character === emojiSelector) return 1;
  if (invisible.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}
