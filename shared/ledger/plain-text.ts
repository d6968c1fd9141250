/** Replaces what a database cannot return unchanged: NUL and unpaired surrogates. */
export function toPlainText(text: string): string {
  return /[\0\ud800-\udfff]/.test(text) ? text.replace(/\0|\p{Surrogate}/gu, '\ufffd') : text;
}
