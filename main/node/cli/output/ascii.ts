import stringWidth from 'string-width';

const onlyAscii = /^\p{ASCII}*$/u;
const graphemes = new Intl.Segmenter();

/** Replacements for the characters of our own tables and bars; each is as wide as the original. */
const replacements: Readonly<Record<string, string>> = {
  ...{
    '█': '#',
    '▓': '=',
    '▒': '+',
    '░': '.',
    '┃': '|',
    '─': '-',
    '└': '`',
    '├': '|',
    '│': '|',
    '…': '~',
    '–': '-',
    '—': '-',
    '−': '-',
  },
  ...{ '“': '"', '”': '"', '‘': "'", '’': "'", '·': '.', '×': 'x', '\u00a0': ' ', '\u202f': ' ', '€': 'E', '≈': '~' },
};

/**
 * Whether the locale of a terminal names an encoding other than UTF-8, as `C` and `POSIX` do. A system that sets no
 * locale at all says nothing about its terminals, which have understood UTF-8 for long.
 */
export function wantsAscii(variables: Readonly<Record<string, string | undefined>>): boolean {
  const locale = [variables['LC_ALL'], variables['LC_CTYPE'], variables['LANG']].find((value) => (value ?? '') !== '');
  return locale !== undefined && !/utf-?8/i.test(locale) && (/^(C|POSIX)$/.test(locale) || locale.includes('.'));
}

/** A text in ASCII, as wide as before: what has no counterpart becomes `?`. Codes of colours stay. */
export function toAsciiText(text: string): string {
  if (onlyAscii.test(text)) return text;
  return Array.from(graphemes.segment(text), ({ segment }) =>
    onlyAscii.test(segment) ? segment : (replacements[segment] ?? '?'.repeat(stringWidth(segment))),
  ).join('');
}
