import type { AlertParameters } from '../domain/alert-intent.ts';
import { noRedaction, redactProject, type AlertRedaction } from '../domain/alert-redaction.ts';
import { cleanText } from '../lib/clean-text.ts';
import { toPathName } from '../lib/path-name.ts';

/** How a language names a session and a process, and what it writes between them. */
export interface BurnerWords {
  session(id: string): string;
  process(pid: number): string;
  readonly between: string;
}

/** Enough of an id to find the session by. */
const idLength = 8;

/** Who burned most: project, session and process, as far as they are known and may be named; null for nobody. */
export function nameBurner(
  { project, sessionId = null, pid = null }: AlertParameters['burn'],
  { redaction = noRedaction }: { readonly redaction?: AlertRedaction },
  words: BurnerWords,
): string | null {
  const folder = redactProject(project, redaction);
  const names = [
    folder === null ? null : cleanText(toPathName(folder)),
    sessionId === null ? null : words.session(cleanText(sessionId.slice(0, idLength))),
    pid === null ? null : words.process(pid),
  ].filter((name) => name !== null);
  return names.length === 0 ? null : names.join(words.between);
}
