/** A name behind “de”, which loses its vowel before another: `de Codex`, `d’Amp`. */
export function ofName(name: string): string {
  return /^[aeiouàâäéèêëîïôöùûüœ]/iu.test(name) ? `d’${name}` : `de ${name}`;
}
