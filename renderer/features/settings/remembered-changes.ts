import { dayMs } from '../../../shared/domain/instant.ts';
import type { SettingName } from '../../../shared/settings/schema.ts';
import { readKept, writeKept } from '../../state/page-storage.ts';
import type { Change } from './undo.ts';

const place = 'fuelgauge.settings.changes';

/** More than anybody undoes one by one. */
const maxChanges = 20;

/** After this long, an offer to undo would only be in the way. */
const keptMs = dayMs;

/** Settings that may hold an address with a token in it. Their changes can be undone as long as the page is open. */
const unkept: readonly SettingName[] = ['alertChannels', 'server', 'otlpExport', 'proxy', 'errorReports'];

/** The changes of the last day, also those from before the page was opened. */
export function readChanges(nowMs: number): readonly Change[] {
  return parseChanges(readKept(place), nowMs);
}

/** Remembers changes, where the page may. */
export function writeChanges(changes: readonly Change[]): void {
  writeKept(place, JSON.stringify(toKept(changes)));
}

/** The last changes, no more than can be undone. */
export function limitChanges(changes: readonly Change[]): readonly Change[] {
  return changes.slice(-maxChanges);
}

/** The changes of a remembered text; none where it is not one of ours. */
export function parseChanges(text: string | null, nowMs: number): readonly Change[] {
  const read = parseJson(text ?? '');
  if (!Array.isArray(read) || !read.every(isChange)) return [];
  return limitChanges(toKept(read).filter(({ atMs }) => atMs <= nowMs && nowMs - atMs < keptMs));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What is in the patches is checked by the settings themselves when it is undone. */
function isChange(value: unknown): value is Change {
  if (!isObject(value)) return false;
  const { text, name, before, after, atMs } = value;
  const hasWords = typeof text === 'string' && typeof name === 'string';
  return hasWords && isObject(before) && isObject(after) && typeof atMs === 'number';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** The changes that may be written down. */
export function toKept(changes: readonly Change[]): readonly Change[] {
  return changes.filter(({ before, after }) => !unkept.some((name) => name in before || name in after));
}
