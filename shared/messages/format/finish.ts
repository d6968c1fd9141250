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

/** French keeps a colon, a semicolon, a question mark and what is quoted together with the word beside it. */
export function keepFrenchMarks(text: string): string {
  return text.replaceAll(/ (?=[:;?!»%])/g, '\u00a0').replaceAll('« ', '«\u00a0');
}
