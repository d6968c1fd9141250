/** How a language writes sentences and phrases one after another. */
interface Punctuation {
  /** The marks that end a sentence, as one text. */
  readonly ends: string;
  /** What a sentence without one of them gets. */
  readonly stop: string;
  readonly betweenSentences: string;
  readonly comma: string;
}

const latin: Punctuation = { ends: '.!?', stop: '.', betweenSentences: ' ', comma: ', ' };

/** Builds what joins the parts of a text, of which some may be missing. */
export function createJoiners({ ends, stop, betweenSentences, comma }: Punctuation = latin) {
  const isEnded = (part: string): boolean => [...ends].some((end) => part.endsWith(end));
  return {
    /** Parts as sentences, each with its stop; without what is null. */
    sentences: (parts: readonly (string | null)[]): string =>
      parts
        .filter((part) => part !== null)
        .map((part) => (isEnded(part) ? part : `${part}${stop}`))
        .join(betweenSentences),
    /** Parts as one phrase, such as the name of a button; without what is null. */
    phrase: (parts: readonly (string | null)[]): string => parts.filter((part) => part !== null).join(comma),
  };
}
