import * as v from 'valibot';
import type { AlertIntent, AlertKind, RaisedAlert } from '../domain/alert-intent.ts';
import { incidentImpacts } from '../domain/incident.ts';
import { hourMs, minuteMs } from '../domain/instant.ts';
import { raisedAlertSchema } from './intent-schema.ts';
import { parseRecord } from './rules/parse-record.ts';

/** An alert held back for this long is out of date. */
const keepMs = 14 * hourMs;
/** A session that waited or finished this long ago has continued since, or the person knows. */
const sessionKeepMs = 30 * minuteMs;
/** How often to check whether quiet hours are over. */
const lookAgainMs = 5 * minuteMs;

/** What the gate remembers: the last alert about each thing, and the alerts that wait. Plain JSON. */
export interface GateMemory {
  readonly last: Readonly<Record<string, { readonly atMs: number; readonly rank: number }>>;
  readonly held: readonly RaisedAlert[];
}

/** What happened to an alert that is not passed on now. */
export interface GateNote {
  readonly id: string;
  /** `held`: it waits. `merged`: a worse or newer one about the same thing replaces it. `outdated`: it waited too long, or is no longer wanted. */
  readonly state: 'held' | 'merged' | 'outdated';
}

/** When alerts may pass. */
export interface GateTerms {
  readonly nowMs: number;
  /** Whether alerts of a kind have to wait: quiet hours, a schedule, a snooze, do not disturb. */
  readonly mustWait: (kind: AlertKind) => boolean;
  readonly coolDownMs: number;
  /**
   * Whether the rule of a kind is on: alerts waiting for a rule that has been turned off are dropped. If omitted, all
   * rules are on.
   */
  readonly isOn?: (kind: AlertKind) => boolean;
}

/** What passes now, what happened to the rest, and when to ask again (null: when there is something new). */
export interface GateOutcome {
  readonly memory: GateMemory;
  readonly passed: readonly RaisedAlert[];
  readonly notes: readonly GateNote[];
  readonly nextMs: number | null;
}

export const openGate: GateMemory = { last: {}, held: [] };

/**
 * Decides which alerts reach the person now. Of several about one thing only the worst passes. What may not pass now
 * waits, and passes later unless it is over by then: no alert is dropped without a note. After an alert, only a worse
 * one about the same thing passes within the cool-down.
 */
export function passGate(memory: GateMemory, raised: readonly RaisedAlert[], terms: GateTerms): GateOutcome {
  const { nowMs, mustWait, coolDownMs, isOn = () => true } = terms;
  const { worst, notes } = mergeByKey([...memory.held, ...raised]);
  const last = forget(memory.last, nowMs, coolDownMs);
  const held: RaisedAlert[] = [];
  const passed: RaisedAlert[] = [];
  for (const alert of worst) {
    const { key, kind } = alert.intent;
    const rank = toRank(alert.intent);
    const before = last[key];
    if (isOutdated(alert, nowMs) || !isOn(kind)) notes.push({ id: alert.id, state: 'outdated' });
    // Asked last: the system is asked for its mode only when the alert would otherwise pass.
    else if ((before !== undefined && rank <= before.rank) || mustWait(kind)) held.push(alert);
    else {
      passed.push(alert);
      last[key] = { atMs: nowMs, rank };
    }
  }
  const isNew = new Set(raised.map(({ id }) => id));
  notes.push(...held.filter(({ id }) => isNew.has(id)).map(({ id }) => ({ id, state: 'held' as const })));
  return { memory: { last, held }, passed, notes, nextMs: held.length === 0 ? null : nowMs + lookAgainMs };
}

/** Parses what an earlier run stored. */
export function parseGate(stored: unknown): GateMemory {
  if (typeof stored !== 'object' || stored === null) return openGate;
  const { last, held } = stored as Readonly<Record<string, unknown>>;
  return {
    last: parseRecord(last, v.object({ atMs: v.number(), rank: v.number() })),
    held: Array.isArray(held) ? held.filter((alert): alert is RaisedAlert => v.is(raisedAlertSchema, alert)) : [],
  };
}

/** One alert for each thing: the worst, and of equally bad ones the newest. After a reset, what was worse before it is over. */
function mergeByKey(alerts: readonly RaisedAlert[]): { worst: readonly RaisedAlert[]; notes: GateNote[] } {
  const byKey = new Map<string, RaisedAlert>();
  const notes: GateNote[] = [];
  for (const alert of alerts) {
    const other = byKey.get(alert.intent.key);
    const isAfterReset = other?.intent.kind === 'restored';
    const isWorse = other === undefined || isAfterReset || toRank(alert.intent) >= toRank(other.intent);
    const loser = isWorse ? other : alert;
    if (loser !== undefined) notes.push({ id: loser.id, state: 'merged' });
    if (isWorse) byKey.set(alert.intent.key, alert);
  }
  return { worst: [...byKey.values()], notes };
}

/** The last alerts that still count. Those in the future are from before the clock was set back. */
function forget(
  last: GateMemory['last'],
  nowMs: number,
  coolDownMs: number,
): Record<string, GateMemory['last'][string]> {
  return Object.fromEntries(Object.entries(last).filter(([, { atMs }]) => atMs <= nowMs && nowMs - atMs < coolDownMs));
}

function isOutdated({ raisedAtMs, intent }: RaisedAlert, nowMs: number): boolean {
  const usefulMs = intent.kind === 'session' ? sessionKeepMs : keepMs;
  if (Math.abs(nowMs - raisedAtMs) > usefulMs) return true;
  const { kind, parameters } = intent;
  if (kind === 'runs-out' && parameters.runsOutAtMs <= nowMs) return true;
  // A warning ends with its period; a budget that was spent stays spent.
  if (kind === 'spend') return parameters.thresholdPercent < 100 && (parameters.endsAtMs ?? Infinity) <= nowMs;
  return 'resetsAtMs' in parameters && parameters.resetsAtMs !== null && parameters.resetsAtMs <= nowMs;
}

/** How bad an alert is, compared with others about the same thing. */
function toRank({ kind, parameters }: AlertIntent): number {
  switch (kind) {
    case 'restored':
      return 2_000;
    case 'depleted':
      return 1_000;
    case 'threshold':
    case 'spend':
      return parameters.thresholdPercent;
    case 'guard':
      return parameters.level === 'hard' ? 2 : 1;
    case 'incident':
      return incidentImpacts.indexOf(parameters.impact);
    case 'runs-out':
      // Worse than any threshold: it also says how much is used, and is raised only once.
      return 101;
    default:
      return 0;
  }
}
