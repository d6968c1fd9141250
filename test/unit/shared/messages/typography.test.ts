import { expect, it } from 'vitest';
import { createMessages } from '../../../../shared/messages/catalogue.ts';
import { translations } from '../../../../shared/messages/load-messages.ts';
import { samples, toArguments, toLeaves, type Say } from '../../../support/messages/catalogue-samples.ts';

type Language = keyof typeof translations;
const languages = Object.keys(translations) as Language[];

/** What no language writes in a sentence: two full stops, and marks of a typewriter. */
const typewriter = {
  'two full stops': /(?<!\.)\.\.(?!\.)/,
  'three dots': /\.\.\./,
  'a straight quote': /"/,
  'a straight apostrophe': /\p{L}'\p{L}/u,
};
const wide = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]';
const wideMarks = { 'a narrow mark': new RegExp(`${wide}[,;:!?()]|[,;:!?(]${wide}`, 'u'), 'another quote': /[„«»]/ };
const spacedPercent = { 'no space before a percent sign': /\d%/ };

/** What a sentence of each language must not have. */
const faults: Readonly<Record<Language, Readonly<Record<string, RegExp>>>> = {
  de: { 'another quote': /[«»”‘’]/, ...spacedPercent },
  fr: {
    'another quote': /[„“”]/,
    'a mark that can begin a line': /(?<![\s\u00a0])[;!?»]| [;:!?»%]|« |\p{L}:(?=\s)/u,
    ...spacedPercent,
  },
  es: {
    'another quote': /[„“”‘’]/,
    'a question or call without its opening mark': /^[^¿]*\?|^[^¡]*!/,
    ...spacedPercent,
  },
  ja: { ...wideMarks, 'a space beside a figure': new RegExp(`\\d ${wide}`, 'u') },
  zh: {
    ...wideMarks,
    // Except in a date and at the ten thousands, as Intl writes them.
    'no space beside a figure': /(?![年月])\p{Script=Han}\d|\d%?(?![万亿年月日])\p{Script=Han}/u,
    'a space between characters': /\p{Script=Han} \p{Script=Han}/u,
    'no space beside Latin': /\p{Script=Han}(?:token|API|Fuelgauge)|(?:token|API|Fuelgauge)\p{Script=Han}/u,
  },
  ar: { 'another quote': /[„“”‘’]/, 'a Latin mark': /\p{Script=Arabic}[,;?]/u },
};

/** Languages in their own words, figures of a narrow column, what is typed, and dates as Intl writes them in Japanese. */
const exempt =
  /^(settings\.general\.languages|limits\.inShort|settings\.alerts\.badThresholds|settings\.activity\.ratesHint|apps\.note)/;

it.each(languages)('the language %s keeps to its own marks', async (language) => {
  const english = createMessages(language);
  const originals = toLeaves(english);
  const found: string[] = [];
  for (const [path, message] of toLeaves((await translations[language]())(english.format))) {
    if (exempt.test(path)) continue;
    for (const text of toTexts(path, originals.get(path), message)) {
      for (const [name, pattern] of Object.entries({ ...typewriter, ...faults[language] })) {
        if (pattern.test(text)) found.push(`${path}: ${name} in ${text}`);
      }
    }
  }
  expect(found).toEqual([]);
});

function toTexts(path: string, original: unknown, message: unknown): readonly string[] {
  if (typeof message === 'string') return [message];
  const lists = samples[path] ?? toArguments(original as Say, message as Say);
  return lists.flatMap((values) => toStrings((message as Say)(...values)));
}

/** The sentences of an answer, each for itself. */
function toStrings(said: unknown): readonly string[] {
  // Intl puts the weekday of a Japanese date in half-width parentheses.
  if (typeof said === 'string') return [said.replaceAll(/\([月火水木金土日]\)/g, '')];
  return typeof said === 'object' && said !== null ? Object.values(said).flatMap(toStrings) : [];
}
