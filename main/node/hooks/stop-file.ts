import * as v from 'valibot';
import { parseJsonAs } from '../../../shared/lib/parse-json.ts';
import { readSmallFile, replaceSmallFile } from '../statusline/small-files.ts';

const maxBytes = 65_536;
const maxStops = 100;
const stopsSchema = v.object({ sessions: v.pipe(v.array(v.string()), v.maxLength(10_000)) });

/** The sessions to stop, as `source:id`. Never throws. */
export function readStops(file: string): readonly string[] {
  return parseJsonAs(stopsSchema, readSmallFile(file, maxBytes))?.sessions ?? [];
}

/** Stops a session from its next step on. False when it could not be written. */
export function addStop(file: string, session: string): boolean {
  const others = readStops(file).filter((other) => other !== session);
  return replaceSmallFile(file, JSON.stringify({ sessions: [...others, session].slice(-maxStops) }));
}

/**
 * Lets a session continue: its id alone is enough. Returns those that may continue now; null when it could not be
 * written.
 */
export function liftStops(file: string, sessionId: string): readonly string[] | null {
  const stops = readStops(file);
  const lifted = stops.filter((session) => session === sessionId || session.endsWith(`:${sessionId}`));
  if (lifted.length === 0) return [];
  const left = stops.filter((session) => !lifted.includes(session));
  return replaceSmallFile(file, JSON.stringify({ sessions: left })) ? lifted : null;
}
