import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addToOutbox,
  dropEntries,
  dropOverdue,
  emptyOutbox,
  parseOutbox,
  recoverOutbox,
  finishAttempt,
  takeDue,
  toIdempotencyKey,
  toNextAttemptMs,
  type ChannelTerms,
  type Outbox,
} from '../../../../shared/alerts/outbox.ts';
import type { RaisedAlert } from '../../../../shared/domain/alert-intent.ts';
import { failFor, type SendOutcome } from '../../../../shared/ports/message-channel.ts';

const nowMs = Date.parse('2026-05-01T12:00:00Z');
const hourMs = 3_600_000;
const later = failFor({ kind: 'refused', status: 503 }, 'later');
const unknown = failFor({ kind: 'unanswered' }, 'unknown');
const terms: ChannelTerms = { maxPerHour: 20, isIdempotent: false };

function raise(id: string): RaisedAlert {
  const intent = { kind: 'restored', key: 'w', source: 'codex', parameters: { subject: { kind: 'block' } } } as const;
  return { id, raisedAtMs: nowMs, intent };
}

const add = (outbox: Outbox, id: string, ...channels: readonly string[]) =>
  addToOutbox(outbox, raise(id), channels, nowMs);
const take = (outbox: Outbox, atMs = nowMs, more: Partial<ChannelTerms> = {}) =>
  takeDue(outbox, () => ({ ...terms, ...more }), atMs);

/** Takes the only entry that is due, and settles it. */
function attempt(outbox: Outbox, outcome: SendOutcome, atMs = nowMs, random = 1, more: Partial<ChannelTerms> = {}) {
  const taken = take(outbox, atMs, more);
  const settled = finishAttempt(taken.outbox, taken.due[0]!, outcome, { ...terms, ...more, nowMs: atMs, random });
  return { ...settled, nextMs: toNextAttemptMs(settled.outbox, () => ({ ...terms, ...more }), atMs) };
}

describe('the outbox', () => {
  it('takes one alert per channel at a time, oldest first, each with its own key', () => {
    const { outbox, due } = take(add(add(emptyOutbox, 'a', 'x', 'y'), 'b', 'x'));
    expect(due.map(toIdempotencyKey)).toEqual(['a-x', 'a-y']);
    expect(take(outbox).due).toEqual([]);
    expect(toNextAttemptMs(outbox, () => terms, nowMs)).toBeNull();
  });

  it('is the same while nothing is due, so that nothing is stored, and says when the first of all is', () => {
    const { outbox } = attempt(add(emptyOutbox, 'a', 'x'), later);
    expect(take(outbox).outbox).toBe(outbox);
    const both = addToOutbox(outbox, raise('b'), ['y'], nowMs + 1_000);
    expect(toNextAttemptMs(both, () => terms, nowMs)).toBe(nowMs + 1_000);
  });

  it('queues no alert twice for a channel', () => {
    expect(add(add(emptyOutbox, 'a', 'x'), 'a', 'x', 'y').entries.map(toIdempotencyKey)).toEqual(['a-x', 'a-y']);
  });

  it('retries later and later, between half and all of the time, and as late as the server asks', () => {
    const queued = add(emptyOutbox, 'a', 'x');
    expect(attempt(queued, later, nowMs, 1).nextMs).toBe(nowMs + 15_000);
    expect(attempt(queued, later, nowMs, 0).nextMs).toBe(nowMs + 7_500);
    const asked = failFor({ kind: 'refused', status: 429 }, 'later', 90_000);
    expect(attempt(queued, asked).nextMs).toBe(nowMs + 90_000);
    let outbox = queued;
    const waits: number[] = [];
    let atMs = nowMs;
    for (let index = 0; index < 10; index += 1) {
      const settled = attempt(outbox, later, atMs);
      outbox = settled.outbox;
      waits.push((settled.nextMs ?? 0) - atMs);
      atMs = settled.nextMs ?? 0;
    }
    expect(waits.map((ms) => ms / 1_000)).toEqual([15, 30, 60, 120, 240, 480, 960, 1_920, 3_600, 3_600]);
  });

  it('gives up after a day, at once where nothing helps, and where a copy could arrive', () => {
    const queued = add(emptyOutbox, 'a', 'x');
    expect(attempt(queued, later, nowMs + 24 * hourMs)).toMatchObject({ state: 'failed', outbox: { entries: [] } });
    expect(attempt(queued, failFor({ kind: 'refused', status: 404 }))).toMatchObject({ state: 'failed' });
    expect(attempt(queued, unknown)).toMatchObject({ state: 'unknown', outbox: { entries: [] } });
    expect(attempt(queued, unknown, nowMs, 1, { isIdempotent: true })).toMatchObject({ state: 'waiting' });
  });

  it('sends no more in an hour than its channel may', () => {
    const limited = { maxPerHour: 2 };
    let outbox = add(add(add(emptyOutbox, 'a', 'x'), 'b', 'x'), 'c', 'x');
    for (let index = 0; index < 2; index += 1) {
      outbox = attempt(outbox, { kind: 'sent' }, nowMs + index * 1_000, 1, limited).outbox;
    }
    expect(take(outbox, nowMs + 2_000, limited).due).toEqual([]);
    expect(toNextAttemptMs(outbox, () => ({ ...terms, ...limited }), nowMs + 2_000)).toBe(nowMs + hourMs);
    expect(take(outbox, nowMs + hourMs, limited).due).toHaveLength(1);
  });

  it('does not wait for a time that a clock set back has made far', () => {
    const { outbox } = attempt(add(emptyOutbox, 'a', 'x'), later, nowMs);
    expect(take(outbox, nowMs - 48 * hourMs).due).toHaveLength(1);
  });

  it('after a crash, sends again only where a second copy is dropped', () => {
    const { outbox } = take(add(add(emptyOutbox, 'a', 'x'), 'b', 'y'));
    const stored = parseOutbox(JSON.parse(JSON.stringify(outbox)));
    const recovered = recoverOutbox(stored, (channel) => channel === 'y');
    expect(recovered.dropped.map(({ channel }) => channel)).toEqual(['x']);
    expect(take(recovered.outbox).due.map(toIdempotencyKey)).toEqual(['b-y']);
  });

  it('drops what has to go, and what is malformed in what was stored', () => {
    const outbox = add(emptyOutbox, 'a', 'x', 'y');
    expect(dropEntries(outbox, ({ channel }) => channel === 'x').outbox.entries).toHaveLength(1);
    expect(dropEntries(outbox, () => false).outbox).toBe(outbox);
    for (const stored of [null, 3, [], { entries: 7 }, { entries: [{ alert: null }], sentAtMs: { x: 'y' } }]) {
      expect(parseOutbox(stored)).toEqual(emptyOutbox);
    }
  });

  it('drops what waited for a day, and the oldest of too many, but nothing that is being sent', () => {
    const late = dropOverdue(add(emptyOutbox, 'a', 'x'), nowMs + 24 * hourMs);
    expect([late.dropped.map(({ channel }) => channel), late.outbox.entries]).toEqual([['x'], []]);
    const taken = take(add(emptyOutbox, 'a', 'x')).outbox;
    expect(dropOverdue(taken, nowMs + 24 * hourMs).dropped).toEqual([]);
    let many = taken;
    for (let id = 0; id < 201; id += 1) many = add(many, `m${id}`, 'y');
    const fewer = dropOverdue(many, nowMs);
    expect(fewer.dropped.map(({ alert }) => alert.id)).toEqual(['m0']);
    expect(fewer.outbox.entries.map(({ alert }) => alert.id).slice(0, 2)).toEqual(['a', 'm1']);
  });

  it('delivers everything exactly once, whatever a server says, over restarts', () => {
    const says = fc.constantFrom<SendOutcome>({ kind: 'sent' }, later, later);
    const step = fc.record({
      outcome: says,
      restarts: fc.boolean(),
      random: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 30 }), fc.integer({ min: 1, max: 5 }), (steps, count) => {
        let outbox = emptyOutbox;
        let atMs = nowMs;
        for (let id = 0; id < count; id += 1) outbox = add(outbox, String(id), 'x', 'y');
        const sent: string[] = [];
        const round = (outcome: SendOutcome, random: number): void => {
          const taken = take(outbox, atMs);
          outbox = taken.outbox;
          for (const entry of taken.due) {
            if (outcome.kind === 'sent') sent.push(toIdempotencyKey(entry));
            outbox = finishAttempt(outbox, entry, outcome, { ...terms, nowMs: atMs, random }).outbox;
          }
          atMs = toNextAttemptMs(outbox, () => terms, atMs) ?? atMs;
        };
        for (const { outcome, restarts, random } of steps) {
          // Between attempts, nothing is under way.
          if (restarts) outbox = recoverOutbox(parseOutbox(JSON.parse(JSON.stringify(outbox))), () => false).outbox;
          round(outcome, random);
        }
        for (let index = 0; index < count * 2; index += 1) round({ kind: 'sent' }, 1);
        expect(new Set(sent).size).toBe(sent.length);
        // Thirty refusals take longer than the day after which an alert helps nobody.
        expect(sent.length + (atMs - nowMs >= 20 * hourMs ? count * 2 : 0)).toBeGreaterThanOrEqual(count * 2);
        expect(outbox.entries).toEqual([]);
      }),
    );
  });

  it('gives up if the next attempt would be a day after the alert', () => {
    const queued = add(emptyOutbox, 'a', 'x');
    const asked = (waitMs: number) => failFor({ kind: 'refused', status: 429 }, 'later', waitMs);
    expect(attempt(queued, asked(24 * hourMs - 1)).state).toBe('waiting');
    expect(attempt(queued, asked(24 * hourMs))).toMatchObject({ state: 'failed', outbox: { entries: [] } });
  });

  it('counts alerts that arrived or may have arrived in the last hour towards the rate limit, but no refused ones', () => {
    const limited = { maxPerHour: 1 };
    const next = (outcome: SendOutcome, afterMs: number) => {
      const { outbox } = attempt(add(emptyOutbox, 'a', 'x'), outcome, nowMs, 1, limited);
      const queued = addToOutbox(outbox, raise('b'), ['x'], nowMs + afterMs);
      return take(queued, nowMs + afterMs, limited).due.map(({ alert }) => alert.id);
    };
    expect([next({ kind: 'sent' }, hourMs - 1), next({ kind: 'sent' }, hourMs)]).toEqual([[], ['b']]);
    expect(next(unknown, 1_000)).toEqual([]);
    expect(next(failFor({ kind: 'refused', status: 404 }), 1_000)).toEqual(['b']);
    // Sent before the clock was set back.
    expect(next({ kind: 'sent' }, -hourMs)).toEqual(['b']);
  });

  it('remembers sent alerts for only an hour', () => {
    const first = attempt(add(emptyOutbox, 'a', 'x'), { kind: 'sent' }).outbox;
    const second = attempt(add(first, 'b', 'x'), { kind: 'sent' }, nowMs + hourMs).outbox;
    expect(second.sentAtMs).toEqual({ x: [nowMs + hourMs] });
    const third = attempt(add(second, 'c', 'x'), { kind: 'sent' }, nowMs + hourMs + 1).outbox;
    expect(third.sentAtMs).toEqual({ x: [nowMs + hourMs, nowMs + hourMs + 1] });
  });

  it('makes an overdue entry due at once, and keeps the reason for a failure while it waits', () => {
    const queued = add(emptyOutbox, 'a', 'x');
    expect(toNextAttemptMs(queued, () => terms, nowMs + 5)).toBe(nowMs + 5);
    expect(toNextAttemptMs(queued, () => terms, nowMs - 5)).toBe(nowMs);
    const { outbox } = attempt(queued, later);
    expect(outbox.entries).toMatchObject([
      { isSending: false, attempts: 1, failure: { kind: 'refused', status: 503 } },
    ]);
  });

  it('settles one entry and does not change those of other channels and alerts', () => {
    const queued = add(add(emptyOutbox, 'a', 'x', 'y'), 'b', 'x');
    const settled = attempt(queued, { kind: 'sent' });
    expect(settled.state).toBe('sent');
    expect(settled.outbox.entries.map(toIdempotencyKey)).toEqual(['a-y', 'b-x']);
    expect(attempt(queued, later).outbox.entries.map(({ failure }) => failure !== null)).toEqual([true, false, false]);
  });
});
