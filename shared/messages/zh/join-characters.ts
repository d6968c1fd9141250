/** A space stands beside figures and Latin words alone: `900万个 token`, where a figure ends in a character. */
export function joinCharacters(text: string): string {
  return text.replaceAll(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');
}
