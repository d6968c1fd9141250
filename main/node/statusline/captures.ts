import { closeSync, constants, fstatSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { JsonRecord } from '../../../shared/lib/json-record.ts';

export const captureSchema = 'fuelgauge.capture.v1';
/** Weeks of captures. The older half is kept beside it, as `captures.1.jsonl`. */
const maxBytes = 4_194_304;
const flags =
  constants.O_WRONLY |
  constants.O_APPEND |
  constants.O_CREAT |
  (constants.O_NOFOLLOW ?? 0) |
  (constants.O_NONBLOCK ?? 0);

/**
 * Appends one capture in one write, so that lines of several sessions never mix. A full file is set aside first. False
 * when nothing was written: a status line cannot report it.
 */
export function appendCapture(file: string, capture: JsonRecord, atMs: number): boolean {
  let descriptor: number | null = null;
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    descriptor = openSync(file, flags, 0o600);
    const found = fstatSync(descriptor);
    if (!found.isFile()) return false;
    if (found.size > maxBytes) {
      closeSync(descriptor);
      descriptor = null;
      renameSync(file, file.replace(/\.jsonl$/, '.1.jsonl'));
      descriptor = openSync(file, flags, 0o600);
    }
    writeSync(descriptor, `${JSON.stringify({ schema: captureSchema, atMs, ...capture })}\n`);
    return true;
  } catch {
    return false;
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}
