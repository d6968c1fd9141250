const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it stands in an element of XML, without the characters that XML cannot hold. */
export function escapeXml(text: string): string {
  const held = [...text].filter((each) => each >= ' ' || '\t\n\r'.includes(each));
  return held.map((each) => entities[each] ?? each).join('');
}
