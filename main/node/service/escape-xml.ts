const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it stands in an element of XML, without the characters that XML cannot hold. */
export function escapeXml(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are the ones
  return text
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
    .replaceAll(/[&<>"]/g, (each) => entities[each]!);
}
