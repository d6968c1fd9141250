import { appendFileSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { sessionStatuses, signalReasons, type SessionSignal } from '../../../shared/domain/session-signal.ts';
import { parseJsonAs } from '../../../shared/lib/parse-json.ts';
import { readSmallFile, replaceSmallFile } from '../statusline/small-files.ts';

/** Some thousand signals; older ones are useless. */
export const maxSignalBytes = 262_144;
const keptLines = 200;

const name = v.pipe(v.string(), v.nonEmpty(), v.maxLength(4_096));
const signalSchema = v.object({
  source: name,
  sessionId: name,
  status: v.picklist(sessionStatuses),
  reason: v.nullable(v.picklist(signalReasons)),
  project: v.nullable(name),
  atMs: v.pipe(v.number(), v.safeInteger()),
});

/** Adds a signal, for this person alone; a file that has grown keeps its end. False when that failed. Never throws. */
export function appendSignal(file: string, signal: SessionSignal): boolean {
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    const found = statSync(file, { throwIfNoEntry: false });
    // A pipe would block the agent.
    if (found !== undefined && !found.isFile()) return false;
    if (found !== undefined && found.size > maxSignalBytes / 2 && !shorten(file)) return false;
    appendFileSync(file, `${JSON.stringify(signal)}\n`, { mode: 0o600 });
    return true;
  } catch {
    return false;
  }
}

/** The signals in the text of such a file, oldest first, without what is malformed. Never throws. */
export function parseSignals(text: string): readonly SessionSignal[] {
  return text.split('\n').flatMap((line) => {
    const signal = line === '' ? null : parseJsonAs(signalSchema, line);
    return signal === null ? [] : [signal];
  });
}

function shorten(file: string): boolean {
  return replaceSmallFile(file, [...listLines(file).slice(-keptLines), ''].join('\n'));
}

function listLines(file: string): readonly string[] {
  return (readSmallFile(file, maxSignalBytes) ?? '').split('\n').filter((line) => line !== '');
}
