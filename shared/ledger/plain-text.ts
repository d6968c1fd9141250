/** Replaces what a database cannot give back unchanged: NUL and half surrogate pairs. */
export function toPlainText(text: string): string {
  return /[\0\ud800-\udfff]/.test(text) ? text.replace(/\0|\p{Surrogate}/gu, '\ufffd') : text;
}
