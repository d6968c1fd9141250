import {
  dropEntries,
  dropOverdue,
  recoverOutbox,
  finishAttempt,
  takeDue,
  toNextAttemptMs,
  type ChannelTerms,
  type OutboxEntry,
} from '../../../../shared/alerts/outbox.ts';
import type { Delivery, DeliveryState } from '../../../../shared/domain/alert-record.ts';
import type { ChannelFailure } from '../../../../shared/domain/channel-failure.ts';
import { createProblem, type Problem, type ProblemId } from '../../../../shared/domain/problem.ts';
import type { Logger } from '../../../../shared/ports/logger.ts';
import { failFor, type AlertMessage, type SendOutcome } from '../../../../shared/ports/message-channel.ts';
import { dropsCopies, type ChannelConfig } from '../../../../shared/settings/channel-schema.ts';
import type { AlertHistory } from './alert-history.ts';
import type { AlertMemory } from './alert-memory.ts';

/** What the runner needs. */
export interface OutboxOptions {
  readonly memory: AlertMemory;
  readonly history: Pick<AlertHistory, 'list' | 'setDelivery'>;
  readonly channels: () => readonly ChannelConfig[];
  /** Makes one attempt on a channel. */
  readonly send: (config: ChannelConfig, message: AlertMessage) => Promise<SendOutcome>;
  readonly toMessage: (entry: OutboxEntry, config: ChannelConfig) => AlertMessage;
  readonly view: {
    setProblem(problem: Problem): void;
    clearProblem(id: ProblemId): void;
  };
  readonly nowMs: () => number;
  /** 0 to 1. */
  readonly random: () => number;
  readonly logger: Logger;
}

/** Delivers what is in the outbox, now or later, each alert once on each channel. */
export interface OutboxRunner {
  /** Something may be due: new alerts, or other settings. */
  run(): void;
  /** Starts no further attempt; resolves when those in progress have ended and are recorded. */
  stop(): Promise<void>;
}

/** A temporary failure is shown from this attempt on. */
const shownFromAttempt = 3;
/** A timer holds 24 days at most, and a clock may be set. */
const maxTimerMs = 3_600_000;

/** Builds the runner; what an earlier run left behind is delivered at the first `run`. */
export function createOutboxRunner(options: OutboxOptions): OutboxRunner {
  const { memory, nowMs } = options;
  const failures = new Map<string, ChannelFailure>();
  const underWay = new Set<Promise<void>>();
  const findConfig = (id: string) => options.channels().find((config) => config.id === id);
  const termsOf = (id: string): ChannelTerms => toTerms(findConfig(id));
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  noteAll(options, 'unknown', recover(memory, termsOf));
  markLostDeliveries(options);

  const attempt = async (entry: OutboxEntry): Promise<void> => {
    const outcome = await sendSafely(options, entry, findConfig(entry.channel));
    const terms = { ...termsOf(entry.channel), nowMs: nowMs(), random: options.random() };
    const finished = finishAttempt(memory.current().outbox, entry, outcome, terms);
    memory.change({ outbox: finished.outbox });
    const failure = outcome.kind === 'sent' ? null : outcome.failure;
    noteAttempt(options, failures, { entry, state: finished.state, failure });
    await memory.save();
    run();
  };
  const run = (): void => {
    clearTimeout(timer);
    if (isStopped) return;
    noteAll(
      options,
      'dropped',
      dropUnwanted(memory, (id) => findConfig(id)?.isOn === true),
    );
    noteAll(options, 'failed', dropLate(memory, nowMs()));
    clearProblems(options, failures);
    const { outbox, due } = takeDue(memory.current().outbox, termsOf, nowMs());
    if (due.length > 0) {
      memory.change({ outbox });
      // Saved first: after a crash, these count as perhaps sent.
      const saved = memory.save();
      for (const entry of due)
        track(
          underWay,
          saved.then(() => attempt(entry)),
        );
    }
    const nextMs = toNextAttemptMs(memory.current().outbox, termsOf, nowMs());
    if (nextMs !== null) timer = setTimeout(run, Math.min(maxTimerMs, Math.max(0, nextMs - nowMs()))).unref();
  };
  return {
    run,
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

function toTerms(config: ChannelConfig | undefined): ChannelTerms {
  if (config === undefined) return { maxPerHour: 1, isIdempotent: false };
  return { maxPerHour: config.maxPerHour, isIdempotent: dropsCopies(config) };
}

function recover(memory: AlertMemory, termsOf: (id: string) => ChannelTerms): readonly OutboxEntry[] {
  const { outbox, dropped } = recoverOutbox(memory.current().outbox, (id) => termsOf(id).isIdempotent);
  memory.change({ outbox });
  return dropped;
}

/**
 * The history is written a moment after the outbox: after a crash in between, it may say that an alert is on its way which
 * has left the outbox. How that ended is unknown.
 */
function markLostDeliveries({ memory, history, nowMs }: OutboxOptions): void {
  const { entries } = memory.current().outbox;
  const isOnItsWay = (id: string, channel: string): boolean =>
    entries.some((entry) => entry.alert.id === id && entry.channel === channel);
  for (const { id, deliveries } of history.list()) {
    for (const { channel, state, failure } of deliveries) {
      if (state !== 'waiting' || isOnItsWay(id, channel)) continue;
      history.setDelivery(id, { channel, state: 'unknown', atMs: nowMs(), failure });
    }
  }
}

/** Drops what waits for a channel that has been turned off, so that turning it on again delivers nothing old. */
function dropUnwanted(memory: AlertMemory, isOn: (id: string) => boolean): readonly OutboxEntry[] {
  const { outbox, dropped } = dropEntries(
    memory.current().outbox,
    ({ channel, isSending }) => !isSending && !isOn(channel),
  );
  memory.change({ outbox });
  return dropped;
}

/** Alerts that are out of date are not sent, and are logged as such. */
function dropLate(memory: AlertMemory, nowMs: number): readonly OutboxEntry[] {
  const { outbox, dropped } = dropOverdue(memory.current().outbox, nowMs);
  memory.change({ outbox });
  return dropped;
}

async function sendSafely(
  { send, toMessage, logger }: OutboxOptions,
  entry: OutboxEntry,
  config: ChannelConfig | undefined,
): Promise<SendOutcome> {
  if (config === undefined) return failFor({ kind: 'bad-address' });
  try {
    return await send(config, toMessage(entry, config));
  } catch (error) {
    logger.error(`the channel ${entry.channel} failed`, error);
    return failFor({ kind: 'unanswered' }, 'unknown');
  }
}

function noteAttempt(
  { history, view, nowMs, logger }: OutboxOptions,
  failures: Map<string, ChannelFailure>,
  attempt: { readonly entry: OutboxEntry; readonly state: DeliveryState; readonly failure: ChannelFailure | null },
): void {
  const { entry, state, failure } = attempt;
  const delivery: Delivery = { channel: entry.channel, state, atMs: nowMs(), failure };
  history.setDelivery(entry.alert.id, delivery);
  if (failure === null) {
    failures.delete(entry.channel);
    return;
  }
  logger.warn(`the channel ${entry.channel} could not deliver (${state}): ${JSON.stringify(failure)}`);
  failures.set(entry.channel, failure);
  if (state !== 'waiting' || entry.attempts >= shownFromAttempt) {
    view.setProblem(createProblem('alert-channel', { channel: entry.channel, failure }));
  }
}

/** A channel that is off, or has delivered since, has no problem. */
function clearProblems({ channels, view }: OutboxOptions, failures: Map<string, ChannelFailure>): void {
  const on = new Set(channels().flatMap(({ id, isOn }) => (isOn ? [id] : [])));
  for (const id of failures.keys()) if (!on.has(id)) failures.delete(id);
  if (failures.size === 0) view.clearProblem('alert-channel');
}

function noteAll({ history, nowMs }: OutboxOptions, state: DeliveryState, entries: readonly OutboxEntry[]): void {
  for (const { alert, channel, failure } of entries) {
    history.setDelivery(alert.id, { channel, state, atMs: nowMs(), failure });
  }
}

function track(underWay: Set<Promise<void>>, work: Promise<void>): void {
  underWay.add(work);
  void work.finally(() => underWay.delete(work));
}
