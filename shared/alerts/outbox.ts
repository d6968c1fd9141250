import * as v from 'valibot';
import type { RaisedAlert } from '../domain/alert-intent.ts';
import type { DeliveryState } from '../domain/alert-record.ts';
import type { ChannelFailure } from '../domain/channel-failure.ts';
import { hourMs, secondMs } from '../domain/instant.ts';
import type { SendOutcome } from '../ports/message-channel.ts';
import { failureSchema, raisedAlertSchema } from './intent-schema.ts';
import { parseRecord } from './rules/parse-record.ts';

const firstRetryMs = 15 * secondMs;
const maxRetryMs = hourMs;
/** After this, an alert is no longer useful. */
const expiresAfterMs = 24 * hourMs;
const maxEntries = 200;

/** An alert on its way to one channel. */
export interface OutboxEntry {
  readonly alert: RaisedAlert;
  /** The channel's id. */
  readonly channel: string;
  readonly attempts: number;
  readonly nextAtMs: number;
  readonly expiresAtMs: number;
  /** An attempt has begun: after a crash, its outcome is unknown. */
  readonly isSending: boolean;
  readonly failure: ChannelFailure | null;
}

/** Everything on its way, and when each channel sent what in the last hour. Plain JSON. */
export interface Outbox {
  readonly entries: readonly OutboxEntry[];
  readonly sentAtMs: Readonly<Record<string, readonly number[]>>;
}

export const emptyOutbox: Outbox = { entries: [], sentAtMs: {} };

/** How a channel sends. */
export interface ChannelTerms {
  readonly maxPerHour: number;
  /** The receiver drops a second copy. */
  readonly isIdempotent: boolean;
}

/** The same for every attempt at an alert on a channel, and for nothing else. */
export function toIdempotencyKey({ alert, channel }: Pick<OutboxEntry, 'alert' | 'channel'>): string {
  return `${alert.id}-${channel}`;
}

/** Adds an alert for these channels; one that is already on its way there is not added again. */
export function addToOutbox(outbox: Outbox, alert: RaisedAlert, channels: readonly string[], nowMs: number): Outbox {
  const isKnown = (channel: string): boolean =>
    outbox.entries.some((entry) => entry.alert.id === alert.id && entry.channel === channel);
  const added = channels
    .filter((channel) => !isKnown(channel))
    .map((channel) => ({
      ...{ alert, channel, attempts: 0, nextAtMs: nowMs, expiresAtMs: nowMs + expiresAfterMs },
      ...{ isSending: false, failure: null },
    }));
  return { ...outbox, entries: [...outbox.entries, ...added] };
}

/**
 * Takes what is due, oldest first, one entry per channel at a time and no more in an hour than the channel may send. The
 * entries taken are marked as being sent: this outbox must be stored before they are.
 */
export function takeDue(
  outbox: Outbox,
  termsOf: (channel: string) => ChannelTerms,
  nowMs: number,
): { readonly outbox: Outbox; readonly due: readonly OutboxEntry[] } {
  const busy = new Set(outbox.entries.filter(({ isSending }) => isSending).map(({ channel }) => channel));
  const due: OutboxEntry[] = [];
  const entries = outbox.entries.map((entry) => {
    const isDue = !busy.has(entry.channel) && toDueMs(outbox, entry, termsOf(entry.channel), nowMs) <= nowMs;
    if (!isDue) return entry;
    busy.add(entry.channel);
    const taken = { ...entry, isSending: true, attempts: entry.attempts + 1 };
    due.push(taken);
    return taken;
  });
  return due.length === 0 ? { outbox, due } : { outbox: { ...outbox, entries }, due };
}

/** When something is due next, UTC milliseconds; null when nothing waits. */
export function toNextAttemptMs(
  outbox: Outbox,
  termsOf: (channel: string) => ChannelTerms,
  nowMs: number,
): number | null {
  const busy = new Set(outbox.entries.filter(({ isSending }) => isSending).map(({ channel }) => channel));
  const waiting = outbox.entries.filter(({ channel }) => !busy.has(channel));
  const dueMs = waiting.map((entry) => toDueMs(outbox, entry, termsOf(entry.channel), nowMs));
  return dueMs.length === 0 ? null : Math.max(nowMs, Math.min(...dueMs));
}

/** Notes how an attempt ended. `random`, 0 to 1, spreads the retries of many. */
export function finishAttempt(
  outbox: Outbox,
  entry: OutboxEntry,
  outcome: SendOutcome,
  terms: ChannelTerms & { readonly nowMs: number; readonly random: number },
): { readonly outbox: Outbox; readonly state: DeliveryState } {
  const { nowMs } = terms;
  const state = toState(outcome, terms);
  const others = outbox.entries.filter((other) => !isSameEntry(other, entry));
  // Whatever arrived, or may have, counts towards the rate.
  const isCounted = outcome.kind === 'sent' || outcome.retry === 'unknown';
  const sentAtMs = isCounted ? noteSent(outbox.sentAtMs, entry.channel, nowMs) : outbox.sentAtMs;
  if (state !== 'waiting' || outcome.kind === 'sent') return { outbox: { entries: others, sentAtMs }, state };
  const nextAtMs = nowMs + toWaitMs(entry.attempts, outcome.retryAfterMs, terms.random);
  if (nextAtMs >= entry.expiresAtMs) return { outbox: { entries: others, sentAtMs }, state: 'failed' };
  const waiting = { ...entry, isSending: false, nextAtMs, failure: outcome.failure };
  const entries = outbox.entries.map((other) => (isSameEntry(other, entry) ? waiting : other));
  return { outbox: { entries, sentAtMs }, state };
}

/** Removes the entries that match, for example because their channel is off. */
export function dropEntries(
  outbox: Outbox,
  mustGo: (entry: OutboxEntry) => boolean,
): { readonly outbox: Outbox; readonly dropped: readonly OutboxEntry[] } {
  const dropped = outbox.entries.filter(mustGo);
  if (dropped.length === 0) return { outbox, dropped };
  return { outbox: { ...outbox, entries: outbox.entries.filter((entry) => !mustGo(entry)) }, dropped };
}

/**
 * Removes what is of no use any more: alerts that waited for a day, for example while nothing ran, and the oldest of
 * more than anyone will read. An attempt in progress is left to finish.
 */
export function dropOverdue(
  outbox: Outbox,
  nowMs: number,
): { readonly outbox: Outbox; readonly dropped: readonly OutboxEntry[] } {
  const surplus = new Set(outbox.entries.slice(0, Math.max(0, outbox.entries.length - maxEntries)));
  return dropEntries(outbox, (entry) => !entry.isSending && (entry.expiresAtMs <= nowMs || surplus.has(entry)));
}

/**
 * After a restart: an attempt that was in progress is repeated only if the receiver drops a second copy. Returns what
 * may or may not have been delivered, and will not be tried again.
 */
export function recoverOutbox(
  outbox: Outbox,
  isIdempotent: (channel: string) => boolean,
): { readonly outbox: Outbox; readonly dropped: readonly OutboxEntry[] } {
  const { outbox: kept, dropped } = dropEntries(
    outbox,
    ({ isSending, channel }) => isSending && !isIdempotent(channel),
  );
  const entries = kept.entries.map((entry) => (entry.isSending ? { ...entry, isSending: false } : entry));
  return { outbox: { ...kept, entries }, dropped };
}

const entrySchema = v.object({
  alert: raisedAlertSchema,
  channel: v.string(),
  attempts: v.number(),
  nextAtMs: v.number(),
  expiresAtMs: v.number(),
  isSending: v.boolean(),
  failure: v.nullable(failureSchema),
});

/** Parses what an earlier run stored, without the entries that are malformed. */
export function parseOutbox(stored: unknown): Outbox {
  if (typeof stored !== 'object' || stored === null) return emptyOutbox;
  const { entries, sentAtMs } = stored as Readonly<Record<string, unknown>>;
  const parsed = Array.isArray(entries) ? entries.map((entry) => v.safeParse(entrySchema, entry)) : [];
  return {
    entries: parsed.flatMap((result) => (result.success ? [result.output] : [])),
    sentAtMs: parseRecord(sentAtMs, v.array(v.number())),
  };
}

function isSameEntry(left: OutboxEntry, right: OutboxEntry): boolean {
  return left.alert.id === right.alert.id && left.channel === right.channel;
}

/** When an entry may be sent. A clock that was set back must not make it wait for years. */
function toDueMs(
  outbox: Outbox,
  { channel, nextAtMs }: OutboxEntry,
  { maxPerHour }: ChannelTerms,
  nowMs: number,
): number {
  const planned = nextAtMs - nowMs > expiresAfterMs ? nowMs : nextAtMs;
  const recent = listLastHour(outbox.sentAtMs, channel, nowMs);
  // What has to be an hour ago before another may be sent; undefined while there is room.
  const oldest = recent[recent.length - maxPerHour];
  return oldest === undefined ? planned : Math.max(planned, oldest + hourMs);
}

function noteSent(sentAtMs: Outbox['sentAtMs'], channel: string, nowMs: number): Outbox['sentAtMs'] {
  return { ...sentAtMs, [channel]: [...listLastHour(sentAtMs, channel, nowMs), nowMs] };
}

/** What a channel has sent in the last hour, oldest first. */
function listLastHour(sentAtMs: Outbox['sentAtMs'], channel: string, nowMs: number): readonly number[] {
  return (sentAtMs[channel] ?? []).filter((atMs) => atMs <= nowMs && atMs > nowMs - hourMs);
}

function toState(outcome: SendOutcome, { isIdempotent }: ChannelTerms): DeliveryState {
  if (outcome.kind === 'sent') return 'sent';
  if (outcome.retry === 'unknown' && !isIdempotent) return 'unknown';
  return outcome.retry === 'never' ? 'failed' : 'waiting';
}

/** Twice as long each time, between half and all of it at random; never shorter than the server asks for. */
function toWaitMs(attempts: number, retryAfterMs: number | null, random: number): number {
  const fullMs = Math.min(maxRetryMs, firstRetryMs * 2 ** Math.min(attempts - 1, 20));
  return Math.max(Math.round(fullMs * (0.5 + random / 2)), retryAfterMs ?? 0);
}
