import { createWords } from '../../../build/extension/languages.ts';
import { createMessages, type Messages } from '../../../shared/messages/catalogue.ts';
import { hookWords } from '../../../shared/messages/en/hooks.ts';
import { statuslineWords } from '../../../shared/messages/en/statusline.ts';
import { translateMessages, translations } from '../../../shared/messages/load-messages.ts';
import { isTranslated } from '../../../shared/messages/resolve-locale.ts';
import { toLeaves, type Say } from './catalogue-samples.ts';
import { toCalls } from './message-calls.ts';

/** The sentence for one set of values, in English and in the language of the sheet. */
interface Sentence {
  readonly english: string;
  readonly own: string;
}

/** How invisible characters are shown. */
const signs: readonly (readonly [pattern: RegExp, show: (found: string) => string])[] = [
  [/\u00a0/g, () => '⍽'],
  [/\u202f/g, () => '⍁'],
  [/\u2066/g, () => '⟦'],
  [/\u2069/g, () => '⟧'],
  [/\u200e/g, () => '▷'],
  [/\u200f/g, () => '◁'],
  [/[\u061c\u200b-\u200d\u202a-\u202e\u2060-\u2068\ufeff]/g, (mark) => `‹${mark.charCodeAt(0).toString(16)}›`],
  [/^ +| +$|(?<= ) +| +(?= )/g, (spaces) => '·'.repeat(spaces.length)],
];

/** Characters per line; half as many if they are twice as wide. */
const maxWidth = 100;
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Every message of a language with its sentences; see the README in the folder of the sheets. */
export async function writeSheet(language: string): Promise<string> {
  const english = createMessages('en');
  const own = language === 'en' ? english : await translateMessages(createMessages(language));
  const words = isTranslated(language) ? (await translations[language]())(own.format) : { ...own, ...onlyEnglish };
  const inOwnWords = toLeaves({ format: own.format, ...words, extension: createWords(language) });
  const ownLeaves = toLeaves({ ...own, ...onlyEnglish, extension: createWords(language) });
  const lines = [...toLeaves({ ...english, ...onlyEnglish, extension: createWords('en') })]
    .filter(([path]) => inOwnWords.has(path) && !notSaid.includes(path))
    .flatMap(([path, message]) => [
      path,
      ...toLines(listSentences(path, message, ownLeaves.get(path), english, own), language),
    ]);
  const name = new Intl.DisplayNames('en', { type: 'language' }).of(language);
  return [`= ${name} = README.md says how to read this.`, ...lines, ''].join('\n');
}

/** Outside the catalogue, because these programs must start fast. */
const onlyEnglish = { hook: hookWords, statusline: statuslineWords };

/** Parts of the formats that are not text. */
const notSaid = ['format.locale', 'format.parse'];

function listSentences(
  path: string,
  message: unknown,
  translated: unknown,
  english: Messages,
  own: Messages,
): readonly Sentence[] {
  if (typeof message !== 'function') return [{ english: toPlain(message), own: toPlain(translated) }];
  return toCalls(path, message as Say, english, own).map((call) => {
    const inEnglish = toPlain((message as Say)(...call.english));
    return { english: inEnglish, own: translated === message ? inEnglish : toPlain((translated as Say)(...call.own)) };
  });
}

/** Joins the texts of a message that returns several, one per line. */
function toPlain(said: unknown): string {
  if (said === null) return '–';
  return typeof said === 'object'
    ? Object.values(said)
        .filter((each) => each !== null)
        .map(toPlain)
        .join('\n')
    : String(said);
}

/** The sentences whose words differ, each below its English version. */
function toLines(sentences: readonly Sentence[], language: string): readonly string[] {
  const seen = new Set<string>();
  return sentences.flatMap(({ english, own }) => {
    const isNewEnglish = isNew(seen, `en ${toShape(english)}`);
    const isNewOwn = isNew(seen, `${toShape(english)} ${toShape(own)}`);
    if (language === 'en') return isNewEnglish ? toShown(english, '  ') : [];
    return [...(isNewEnglish ? toShown(english, '  # ') : []), ...(isNewOwn ? toShown(own, '  ') : [])];
  });
}

function isNew(seen: Set<string>, key: string): boolean {
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}

/** A sentence with one placeholder for all numbers except 1, and one sample name each for agents and other things. */
const toShape = (text: string): string =>
  text
    .replaceAll(/[\d.,\u00a0\u202f]*\d/g, (figure) => (figure === '1' ? '1' : '0'))
    .replaceAll('Orbit', 'Loom')
    .replaceAll(/\bEcho\b/g, 'Alpha');

function toShown(text: string, indent: string): readonly string[] {
  return text.split('\n').flatMap((line) => {
    if (line === '') return [`${indent}∅`];
    const shown = signs.reduce((each, [pattern, show]) => each.replaceAll(pattern, show), line);
    return wrap(shown).map((part) => `${indent}${part}`);
  });
}

/** Wraps a line at spaces, or between characters if there are no spaces. */
function wrap(text: string): readonly string[] {
  const width = wide.test(text) ? maxWidth / 2 : maxWidth;
  const parts = text.match(new RegExp(`.{1,${width}}(?:\\s|$)|.{1,${width}}`, 'gu')) ?? [''];
  return parts.map((part) => part.trimEnd());
}
