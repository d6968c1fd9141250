import type { Engine } from '../../engine/engine-api.ts';
import type { CliHost } from '../cli-host.ts';
import type { CliOptions } from '../cli-options.ts';
import { toSafeJson } from '../output/safe-json.ts';
import type { Page } from '../output/page.ts';
import { showScanProgress } from '../output/scan-progress.ts';
import { filterSections } from './filter-snapshot.ts';
import { createLatestOnly } from './latest-only.ts';
import { createLiveRegion } from './live-region.ts';
import { toWatchJson } from './watch-json.ts';
import { formatWatchView } from './watch-view.ts';

/** Changes that arrive together are drawn together. */
const coalesceMs = 200;
/** Remaining times and ages change by themselves. */
const redrawMs = 10_000;

/** How a view is shown: `stop` leaves the terminal as it should be. */
interface Display {
  stop(): Promise<void>;
}

/**
 * Shows the current state until the person interrupts or the reader closes the pipe: as a view that is redrawn, or
 * with `--json` as one object per line and change. Starts the engine; the caller stops it. Rejects with an
 * `OutputError` when the output cannot be written.
 */
export async function runWatch(
  engine: Engine,
  host: CliHost,
  options: CliOptions,
  createPage: () => Page,
): Promise<void> {
  const { promise: interrupted, resolve: interrupt, reject: fail } = createDeferred();
  const stopListening = host.onInterrupt(interrupt);
  const endProgress = showScanProgress(engine, host.stderr);
  try {
    const isStopped = await Promise.race([engine.start('watching').then(() => false), interrupted.then(() => true)]);
    endProgress();
    if (isStopped) return;
    const display = options.isJson
      ? printChanges(engine, host, options, fail)
      : drawView(engine, host, options, createPage, fail);
    try {
      await interrupted;
    } finally {
      await display.stop();
    }
  } finally {
    endProgress();
    stopListening();
  }
}

function printChanges(engine: Engine, host: CliHost, options: CliOptions, fail: (error: unknown) => void): Display {
  let printed = '';
  const print = createLatestOnly(async () => {
    const { sections, generatedAtMs } = engine.snapshot();
    const wanted = filterSections(sections, options.source);
    // Only a change of facts that are shown counts; time that has passed does not.
    const facts = JSON.stringify([wanted.burn, toWatchJson(wanted, 0)]);
    if (facts === printed) return;
    printed = facts;
    await host.stdout.write(`${toSafeJson(toWatchJson(wanted, generatedAtMs))}\n`);
  }, fail);
  print();
  const unsubscribe = engine.onSnapshot(print);
  return { stop: async () => unsubscribe() };
}

function drawView(
  engine: Engine,
  host: CliHost,
  options: CliOptions,
  createPage: () => Page,
  fail: (error: unknown) => void,
): Display {
  const region = createLiveRegion(host.stdout);
  const draw = createLatestOnly(
    () => region.draw(formatWatchView(createPage(), filterSections(engine.snapshot().sections, options.source))),
    fail,
  );
  let waiting: NodeJS.Timeout | null = null;
  const drawSoon = (): void => {
    waiting ??= setTimeout(() => {
      waiting = null;
      draw();
    }, coalesceMs);
  };
  draw();
  const unsubscribe = engine.onSnapshot(drawSoon);
  const ticking = host.stdout.isTerminal ? setInterval(draw, redrawMs) : null;
  return {
    async stop() {
      unsubscribe();
      if (waiting !== null) clearTimeout(waiting);
      if (ticking !== null) clearInterval(ticking);
      // The terminal may be gone, and then there is no cursor to give back.
      await region.end().catch(() => undefined);
    },
  };
}

function createDeferred() {
  let resolve = (): void => undefined;
  let reject = (_error: unknown): void => undefined;
  const promise = new Promise<void>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}
