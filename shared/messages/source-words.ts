/**
 * What sources say about themselves (why a record was skipped, which calls are not logged, what their logs lack), by the
 * English that they declare it in. The English is the key: no source is named outside its folder, two sources share the
 * words they have in common, and words for a text that was changed are noticed.
 */
export type SourceWords = Readonly<Record<string, string>>;

/** Says a source's English text in the language of the words; a text without words stays as it is. */
export function createSaySource(words: SourceWords): (english: string) => string {
  const known = new Map(Object.entries(words));
  return (english) => known.get(english) ?? english;
}
