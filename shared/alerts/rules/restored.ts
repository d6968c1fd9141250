import * as v from 'valibot';
import type { AlertIntent, AlertSubject } from '../../domain/alert-intent.ts';
import { minuteMs } from '../../domain/instant.ts';
import { toLimitKey } from '../../domain/limit-id.ts';
import { isUsedUp, toLimitTitle, type LimitWindow } from '../../domain/limit-window.ts';
import type { AlertRule } from '../alert-rule.ts';
import { keepUnchanged } from './keep-unchanged.ts';
import { parseRecord } from './parse-record.ts';

/** A window that became available earlier, e.g. while the app was not running, is no news. */
const newsMs = 30 * minuteMs;

const entrySchema = v.object({
  source: v.string(),
  account: v.nullable(v.string()),
  windowMinutes: v.nullable(v.number()),
  scope: v.string(),
  label: v.nullable(v.string()),
  resetsAtMs: v.nullable(v.number()),
});
/** A window that was used up. */
type Entry = Readonly<v.InferOutput<typeof entrySchema>>;

/**
 * Alerts when a window that was used up is available again: when its reset has passed, or the provider says so. It stays
 * silent while another window of the same account still blocks the same work.
 */
export const restoredRule: AlertRule<'restored', Readonly<Record<string, Entry>>> = {
  parseMemory: (stored) => parseRecord(stored, entrySchema),
  evaluate(memory, { windows, nowMs }) {
    const current = new Map(windows.map((window) => [toLimitKey(window.id), window] as const));
    const blocking = windows.filter((window) => isUsedUp(window) && (window.resetsAtMs ?? Infinity) > nowMs);
    const next: Record<string, Entry> = {};
    const intents: AlertIntent<'restored'>[] = [];
    for (const window of blocking) next[toLimitKey(window.id)] = toEntry(window);
    for (const [key, entry] of Object.entries(memory)) {
      if (next[key] !== undefined) continue;
      const freeAtMs = findRestored(entry, current.get(key), nowMs);
      if (freeAtMs === null) next[key] = entry;
      else if (nowMs - freeAtMs <= newsMs && !blocking.some((other) => isInTheWay(other, entry))) {
        intents.push(toIntent(key, entry));
      }
    }
    return { memory: keepUnchanged(memory, next), intents };
  },
};

/** Since when the window is available; null while it is not, or not known to be. */
function findRestored({ resetsAtMs }: Entry, window: LimitWindow | undefined, nowMs: number): number | null {
  if (resetsAtMs !== null && resetsAtMs <= nowMs) return resetsAtMs;
  return window !== undefined && window.usedPercent !== null ? window.observedAtMs : null;
}

/**
 * Whether a used-up window blocks everything that the entry's window allows. A window with a label covers one model only,
 * and credits, which have no length, do not block the plan: see `findFirstToStop`.
 */
function isInTheWay({ source, id, label, windowMinutes }: LimitWindow, entry: Entry): boolean {
  if (source !== entry.source || id.account !== entry.account) return false;
  return (label === null || label === entry.label) && (windowMinutes !== null || entry.windowMinutes === null);
}

function toEntry(window: LimitWindow): Entry {
  const { source, id, resetsAtMs } = window;
  return { source, account: id.account, ...toLimitTitle(window), resetsAtMs };
}

function toIntent(key: string, { source, windowMinutes, scope, label }: Entry): AlertIntent<'restored'> {
  const subject: AlertSubject = { kind: 'limit', windowMinutes, scope, label };
  return { kind: 'restored', key, source, parameters: { subject } };
}
