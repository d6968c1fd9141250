/** Asks the person a question; null where there is no terminal to ask on, or it was closed. */
export type AskPerson = (question: string) => Promise<string | null>;

/**
 * Why nothing happened: there is no terminal to ask on, so consent must be given on the command line; or the person
 * declined.
 */
export interface ConsentWords {
  readonly needsYes: string;
  readonly declined: string;
}

/** Asks a yes-or-no question. Null when the person agrees, else the sentence that says why nothing happens; only y and yes agree. */
export async function askConsent(ask: AskPerson, question: string, words: ConsentWords): Promise<string | null> {
  const said = await ask(question);
  if (said === null) return words.needsYes;
  return /^\s*y(es)?\s*$/i.test(said) ? null : words.declined;
}
