/** Whether every word of a query is in one of the texts, whatever its case and accents. An empty query matches all. */
export function matchesQuery(query: string, texts: readonly string[]): boolean {
  const text = fold(texts.join('\n'));
  return fold(query)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
}
