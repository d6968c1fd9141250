/** Every text of a catalogue as a language writes it, also those that its functions answer. */
export function finishTexts<Words>(words: Words, finish: (text: string) => string): Words {
  if (typeof words === 'string') return finish(words) as Words;
  if (typeof words === 'function') {
    return ((...values: readonly unknown[]) => finishTexts((words as Say)(...values), finish)) as Words;
  }
  if (typeof words !== 'object' || words === null || Array.isArray(words)) return words;
  return Object.fromEntries(Object.entries(words).map(([name, word]) => [name, finishTexts(word, finish)])) as Words;
}

type Say = (...values: readonly unknown[]) => unknown;

/** The finish of every French text. */
export const finishFrench = (text: string): string => keepFrenchMarks(sayOfMillions(text));

/** The finish of every Spanish text. */
export const finishSpanish = (text: string): string => dropSecondStop(sayOfMillions(text));

/** French keeps a colon, a semicolon, a question mark and what is quoted together with the word beside it. */
export function keepFrenchMarks(text: string): string {
  return text.replaceAll(/ (?=[:;?!»%])/g, '\u00a0').replaceAll('« ', '«\u00a0');
}

/** French and Spanish put “de” between millions and a noun: `9 M de tokens`. */
export function sayOfMillions(text: string): string {
  return text.replaceAll(/(?<=\d\s(?:mil\s)?Md?) (?=tokens|requêtes|crédits|solicitudes|créditos)/g, ' de ');
}

/** After an abbreviation, a sentence gets no second full stop: `unter 3 Mio.`, `a las 2 p. m.`. */
export function dropSecondStop(text: string): string {
  return text.replaceAll(/(?<=\p{L})\.\.(?=\s|$)/gu, '.');
}

/** What is written behind a figure, in every language that has a space there. */
const units =
  'd|h|min|s|ms|T|j|B|Byte|[kKMGT]B|o|[kMGT]o|ctx|MiB|tokens?(?:/min)?|Tokens?(?:/min)?|' +
  'ي|س|د|رمز(?:/د)?|رموز|رمزًا|بايت|كيلوبايت|[كمغت]\\.ب';
const unitBehindFigure = new RegExp(`(?<=\\d[KMBT%]?) (?=(?:${units})(?![\\p{L}\\d])|天|小时|分钟|%)`, 'gu');

const lengths = 'd|h|min|s|T|j|ي|س|د';
const partOfLength = new RegExp(`(?<=\\d\u00a0(?:${lengths})) (?=\\d+\u00a0(?:${lengths})(?![\\p{L}\\d]))`, 'gu');

/**
 * A figure and its unit stand in one line, as does a length such as `1 h 25 min`, and in Arabic the preposition that is written
 * against the figure.
 */
export function keepUnits(text: string): string {
  return text
    .replaceAll(unitBehindFigure, '\u00a0')
    .replaceAll(partOfLength, '\u00a0')
    .replaceAll(/(?<=ـ) (?=\d)/g, '\u00a0');
}
