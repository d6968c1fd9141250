import * as v from 'valibot';
import type { SessionLink } from '../../domain/agent-process.ts';
import type { AlertIntent } from '../../domain/alert-intent.ts';
import type { SourceId } from '../../domain/ids.ts';
import { floorTo, hourMs } from '../../domain/instant.ts';
import { groupBy } from '../../lib/group-by.ts';
import type { AlertInput, AlertRule, RecentSession } from '../alert-rule.ts';
import { keepUnchanged } from './keep-unchanged.ts';
import { parseRecord } from './parse-record.ts';

/** Hours with usage that are remembered, and how many of them make a baseline. */
const maxHours = 120;
const minHours = 20;
/** Before this, the same hour of work would be announced again and again. */
const restMs = 6 * hourMs;

const entrySchema = v.object({
  /** Tokens of earlier hours with usage, oldest first. */
  hours: v.array(v.pipe(v.number(), v.minValue(0))),
  /** The hour that is being counted, and its tokens so far. */
  hourMs: v.number(),
  tokens: v.number(),
  raisedAtMs: v.nullable(v.number()),
});
type Entry = Readonly<v.InferOutput<typeof entrySchema>>;

/**
 * Alerts when the last hour used several times as many tokens as the 90th percentile of this person's own earlier hours
 * with usage, for each agent. The baseline is the rule's own memory: it takes twenty hours of work before the first
 * alert.
 */
export const burnRule: AlertRule<'burn', Readonly<Record<string, Entry>>> = {
  parseMemory: (stored) => parseRecord(stored, entrySchema),
  evaluate(memory, input) {
    const entries = { ...memory };
    const intents: AlertIntent<'burn'>[] = [];
    for (const [source, minutes] of groupBy(input.burnMinutes, (minute) => minute.source)) {
      const lastHour = sum(minutes, input.nowMs - hourMs, input.nowMs);
      const startMs = floorTo(input.nowMs, hourMs);
      const before = enterHour(entries[source], startMs, sum(minutes, startMs, input.nowMs));
      const typical = ninthOfTen(before.hours);
      const isDue =
        typical !== null && lastHour >= typical * input.choices.burn.factor && !isResting(before, input.nowMs);
      if (isDue) intents.push(toIntent(source, lastHour, typical, input));
      entries[source] = isDue ? { ...before, raisedAtMs: input.nowMs } : before;
    }
    return { memory: keepUnchanged(memory, entries), intents };
  },
};

/** The memory with the tokens of the current hour; an hour that is over becomes part of the baseline. */
function enterHour(known: Entry | undefined, startMs: number, tokens: number): Entry {
  if (known === undefined) return { hours: [], hourMs: startMs, tokens, raisedAtMs: null };
  // The logs of an hour may arrive late, and the clock may be set back: nothing is counted twice.
  if (startMs <= known.hourMs) {
    return { ...known, tokens: startMs === known.hourMs ? Math.max(tokens, known.tokens) : known.tokens };
  }
  const hours = known.tokens > 0 ? [...known.hours, known.tokens].slice(-maxHours) : known.hours;
  return { ...known, hours, hourMs: startMs, tokens };
}

function ninthOfTen(hours: readonly number[]): number | null {
  if (hours.length < minHours) return null;
  const sorted = [...hours].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * 0.9)] ?? null;
}

function isResting({ raisedAtMs }: Entry, nowMs: number): boolean {
  return raisedAtMs !== null && raisedAtMs <= nowMs && nowMs - raisedAtMs < restMs;
}

function sum(minutes: AlertInput['burnMinutes'], fromMs: number, toMs: number): number {
  return minutes.reduce((total, { atMs, tokens }) => (atMs > fromMs && atMs <= toMs ? total + tokens : total), 0);
}

function toIntent(
  source: SourceId,
  tokensPerHour: number,
  typicalTokensPerHour: number,
  input: AlertInput,
): AlertIntent<'burn'> {
  const session = findTopSession(source, input);
  const process = session === null ? undefined : input.agents.find(({ session: link }) => isSureOf(link, session));
  const named = { project: session?.project ?? null, sessionId: session?.sessionId ?? null, pid: process?.pid ?? null };
  const parameters = { tokensPerHour, typicalTokensPerHour, ...named };
  return { kind: 'burn', key: `burn:${source}`, source, parameters };
}

/** The session of an agent that used most in the last hour, judged by the quarter of an hour before its newest response. */
function findTopSession(source: SourceId, { sessions, nowMs }: AlertInput): RecentSession | null {
  const usedBy = ({ minutes }: RecentSession): number =>
    minutes.reduce((total, { startMs, tokens }) => (startMs > nowMs - hourMs ? total + tokens : total), 0);
  const own = sessions.filter((session) => session.source === source && session.lastAtMs > nowMs - hourMs);
  const [busiest] = own.toSorted((a, b) => usedBy(b) - usedBy(a) || b.lastAtMs - a.lastAtMs);
  return busiest ?? null;
}

function isSureOf(link: SessionLink | null, { source, sessionId }: RecentSession): boolean {
  return link?.source === source && link.sessionId === sessionId && link.confidence !== 'possible';
}
