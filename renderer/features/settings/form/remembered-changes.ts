import { dayMs } from '../../../../shared/domain/instant.ts';
import { parseJson } from '../../../../shared/lib/parse-json.ts';
import type { SettingName } from '../../../../shared/settings/schema.ts';
import { readKept, writeKept } from '../../../state/page-storage.ts';
import type { Change } from './undo.ts';

const place = 'fuelgauge.settings.changes';

/** More than anyone would undo one by one. */
const maxChanges = 20;

/** After this long, an offer to undo is just clutter. */
const keptMs = dayMs;

/** Settings that may hold an address with a token. Their changes can be undone only while the page is open. */
const unkept: readonly SettingName[] = ['alertChannels', 'server', 'otlpExport', 'proxy', 'errorReports'];

/** The changes of the last day, including those from before the page was opened. */
export function readChanges(nowMs: number): readonly Change[] {
  return parseChanges(readKept(place), nowMs);
}

/** Remembers changes, if the page may store anything. */
export function writeChanges(changes: readonly Change[]): void {
  writeKept(place, JSON.stringify(toKept(changes)));
}

/** The newest changes, as many as can be undone. */
export function limitChanges(changes: readonly Change[]): readonly Change[] {
  return changes.slice(-maxChanges);
}

/** The changes in a remembered text; none if we did not write it. */
export function parseChanges(text: string | null, nowMs: number): readonly Change[] {
  const read = parseJson(text ?? '');
  if (!Array.isArray(read) || !read.every(isChange)) return [];
  return limitChanges(toKept(read).filter(({ atMs }) => atMs <= nowMs && nowMs - atMs < keptMs));
}

/** The patches themselves are validated when they are applied. */
function isChange(value: unknown): value is Change {
  if (!isObject(value)) return false;
  const { text, name, before, after, atMs } = value;
  const hasWords = typeof text === 'string' && typeof name === 'string';
  return hasWords && isObject(before) && isObject(after) && typeof atMs === 'number';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** The changes that may be stored. */
export function toKept(changes: readonly Change[]): readonly Change[] {
  return changes.filter(({ before, after }) => !unkept.some((name) => name in before || name in after));
}
