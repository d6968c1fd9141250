import { afterEach, describe, expect, it } from 'vitest';
import {
  createCompactor,
  type Compactor,
  type CompactorOptions,
} from '../../../../../../main/node/engine/upkeep/compactor.ts';
import { createMemoryLedger } from '../../../../../fakes/memory-ledger.ts';
import { dayMs, quarterHourMs } from '../../../../../../shared/domain/instant.ts';
import type { DetailRetention } from '../../../../../../shared/settings/schema.ts';
import { eventBatchOf, eventOf, sampleMs } from '../../../../../support/ledger-samples.ts';
import { createRecordingLogger } from '../../../../../support/recording-logger.ts';
import { waitUntil } from '../../../../../support/wait-until.ts';

const compactors: Compactor[] = [];
const clock = { nowMs: () => sampleMs + 40 * dayMs };
const soon = { firstMs: 5, againMs: 5, afterFailureMs: 5, restMs: 1 };

afterEach(() => compactors.splice(0).forEach((compactor) => compactor.stop()));

/** Thirty events on each of thirty days, and one that is newer. */
function fill(newestDay = 40) {
  const store = createMemoryLedger();
  const days = [...Array.from({ length: 900 }, (_, index) => index % 30), newestDay];
  store.apply([eventBatchOf(...days.map((day, index) => eventOf({ key: `k${index}`, atMs: sampleMs + day * dayMs })))]);
  return store;
}

function start(options: Partial<CompactorOptions> & Pick<CompactorOptions, 'store'>): Compactor {
  const compactor = createCompactor({
    clock,
    logger: createRecordingLogger(),
    retention: () => 30,
    isIdle: () => true,
    timing: soon,
    ...options,
  });
  compactors.push(compactor);
  compactor.start();
  return compactor;
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 40));

describe('the compactor', () => {
  it('rolls up what is older than the setting, in small steps, and nothing else', async () => {
    const ledger = fill();
    const steps: number[] = [];
    const store = {
      ...ledger,
      compact: (order: Parameters<typeof ledger.compact>[0]) => {
        const step = ledger.compact(order);
        steps.push(step.compactedEvents);
        return step;
      },
    };
    start({ store });
    await waitUntil('the end', () => steps.includes(0));
    // The first ten of thirty days with thirty events each.
    const [oldest] = [...ledger.contents().entries].map(({ event }) => event.atMs).sort((a, b) => a - b);
    expect(oldest).toBe(sampleMs + 10 * dayMs);
    expect(steps.slice(0, 2)).toEqual([200, 100]);
    expect(ledger.cells({ grainMs: quarterHourMs }).reduce((sum, cell) => sum + cell.events, 0)).toBe(901);
  });

  it('counts from the newest event where the clock is ahead of it', async () => {
    const ledger = fill(31);
    start({ store: ledger, clock: { nowMs: () => sampleMs + 4000 * dayMs }, timing: { ...soon, againMs: dayMs } });
    // Only the first day is older than 30 days.
    await waitUntil('the rest', () => [...ledger.contents().entries].length === 871);
    await pause();
    expect([...ledger.contents().entries]).toHaveLength(871);
  });

  it('does nothing with an empty ledger, and counts from now where events are dated ahead', async () => {
    const empty = createMemoryLedger();
    const ledger = fill(9000);
    start({ store: empty });
    start({ store: ledger });
    await waitUntil('the rest', () => [...ledger.contents().entries].length === 601);
    await pause();
    expect([...ledger.contents().entries]).toHaveLength(601);
    expect([...empty.contents().entries]).toEqual([]);
  });

  it('waits until there is nothing else to do, and stops when there is', async () => {
    const ledger = fill();
    let isIdle = false;
    start({ store: ledger, isIdle: () => isIdle });
    await pause();
    expect([...ledger.contents().entries]).toHaveLength(901);
    isIdle = true;
    await waitUntil('the rest', () => [...ledger.contents().entries].length === 601);
  });

  it('keeps everything forever, until the setting changes', async () => {
    const ledger = fill();
    let retention: DetailRetention = 'forever';
    const compactor = start({ store: ledger, retention: () => retention, timing: { ...soon, againMs: dayMs } });
    await pause();
    expect([...ledger.contents().entries]).toHaveLength(901);
    retention = 30;
    compactor.reschedule();
    await waitUntil('the rest', () => [...ledger.contents().entries].length === 601);
  });

  it('reports a failure, and tries again', async () => {
    const ledger = fill();
    const logger = createRecordingLogger();
    let isFull = true;
    start({
      logger,
      store: {
        ...ledger,
        compact: (order) => {
          if (isFull) throw new Error('the disk is full');
          return ledger.compact(order);
        },
      },
    });
    await waitUntil('the complaint', () => logger.lines.some((line) => line.includes('the disk is full')));
    isFull = false;
    await waitUntil('the rest', () => [...ledger.contents().entries].length === 601);
  });

  it('does nothing once it is stopped, not even between two steps', async () => {
    const ledger = fill();
    const calls: number[] = [];
    const compactor: Compactor = start({
      store: {
        ...ledger,
        compact: (order) => {
          calls.push(1);
          compactor.stop();
          return { ...ledger.compact(order), isDone: false };
        },
      },
    });
    await waitUntil('the first step', () => calls.length > 0);
    await pause();
    expect(calls).toHaveLength(1);
  });
});
