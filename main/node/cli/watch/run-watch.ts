import type { Engine } from '../../engine/engine-api.ts';
import type { CliHost } from '../cli-host.ts';
import type { CliOptions } from '../cli-options.ts';
import { toSafeJson } from '../output/clean-text.ts';
import type { Page } from '../output/page.ts';
import { showScanProgress } from '../output/scan-progress.ts';
import { filterSections } from './filter-snapshot.ts';
import { createLiveRegion } from './live-region.ts';
import { toWatchJson } from './watch-json.ts';
import { formatWatchView } from './watch-view.ts';

/** Changes that arrive together are drawn together. */
const settleMs = 200;
/** Remaining times and ages move on without any change. */
const redrawMs = 10_000;

/**
 * Shows what happens until the person interrupts: a view that is redrawn, or with `--json` one object a line at every
 * change. Starts the engine; stopping it is up to the caller.
 */
export async function runWatch(
  engine: Engine,
  host: CliHost,
  options: CliOptions,
  createPage: () => Page,
): Promise<void> {
  let interrupt = (): void => undefined;
  const interrupted = new Promise<void>((resolve) => {
    interrupt = resolve;
  });
  const stopListening = host.onInterrupt(interrupt);
  const endProgress = showScanProgress(engine, host.stderr);
  try {
    const isStopped = await Promise.race([engine.start('watching').then(() => false), interrupted.then(() => true)]);
    endProgress();
    if (isStopped) return;
    const stopShowing = options.isJson ? printChanges(engine, host, options) : draw(engine, host, options, createPage);
    await interrupted;
    stopShowing();
  } finally {
    endProgress();
    stopListening();
  }
}

function printChanges(engine: Engine, host: CliHost, options: CliOptions): () => void {
  let printed = '';
  const print = (): void => {
    const { sections, generatedAtMs } = engine.snapshot();
    const wanted = filterSections(sections, options.source);
    // A change of facts that are not shown is none here, and neither is the time that has passed.
    const facts = JSON.stringify([wanted.burn, toWatchJson(wanted, 0)]);
    if (facts === printed) return;
    printed = facts;
    host.stdout.write(`${toSafeJson(toWatchJson(wanted, generatedAtMs))}\n`);
  };
  print();
  return engine.onSnapshot(print);
}

function draw(engine: Engine, host: CliHost, options: CliOptions, createPage: () => Page): () => void {
  const region = createLiveRegion(host.stdout);
  let settling: NodeJS.Timeout | null = null;
  const redraw = (): void => {
    settling = null;
    region.draw(formatWatchView(createPage(), filterSections(engine.snapshot().sections, options.source)));
  };
  redraw();
  const unsubscribe = engine.onSnapshot(() => {
    settling ??= setTimeout(redraw, settleMs);
  });
  const ticking = host.stdout.isTerminal ? setInterval(redraw, redrawMs) : null;
  return () => {
    unsubscribe();
    if (settling !== null) clearTimeout(settling);
    if (ticking !== null) clearInterval(ticking);
    region.end();
  };
}
