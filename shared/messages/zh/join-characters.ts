/** Spaces belong only beside figures and Latin words, as in `900万个 token`, not between characters. */
export function joinCharacters(text: string): string {
  return text.replaceAll(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');
}
