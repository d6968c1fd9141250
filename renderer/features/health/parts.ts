import type { Problem } from '../../../shared/domain/problem.ts';
import { cleanText } from '../../../shared/lib/clean-text.ts';

/** A part of a sentence; `isPrivate`: a path, which has names of people and projects in it. */
export interface TextPart {
  readonly text: string;
  readonly isPrivate: boolean;
}

/** A path within a text, such as the message of an error. */
const pathInText = /(?:[A-Za-z]:[/\\]|[~.]?\/|\\\\)[^\s:;,"'“”‘’«»()]+/gu;

/** A problem's sentence, cut where the paths in it begin and end. */
export function toParts(sentence: string, { parameters }: Problem): readonly TextPart[] {
  // The longest first: a folder is also the beginning of what is in it.
  const paths = [...new Set(findPaths(parameters))].sort((a, b) => b.length - a.length);
  return paths.reduce<readonly TextPart[]>(
    (parts, path) => parts.flatMap((part) => (part.isPrivate ? [part] : cutOut(part.text, path))),
    [{ text: sentence, isPrivate: false }],
  );
}

function cutOut(text: string, path: string): readonly TextPart[] {
  return text
    .split(path)
    .flatMap((between, index): readonly TextPart[] => [
      ...(index === 0 ? [] : [{ text: path, isPrivate: true }]),
      ...(between === '' ? [] : [{ text: between, isPrivate: false }]),
    ]);
}

/**
 * Every path in a problem's facts, as the sentence has it. A text that begins with a path is one as a whole, spaces
 * included.
 */
function findPaths(facts: unknown): readonly string[] {
  if (typeof facts === 'object' && facts !== null) return Object.values(facts).flatMap(findPaths);
  if (typeof facts !== 'string') return [];
  const text = cleanText(facts);
  return /^(?:[A-Za-z]:[/\\]|~?\/|\\\\)/u.test(text) ? [text] : (text.match(pathInText) ?? []);
}
