import { silentLogger } from '../../../../shared/ports/logger.ts';
import type { Host } from '../../host/host.ts';
import { createLocalClient } from '../../host/local-client.ts';
import type { CliHost } from '../cli-host.ts';
import type { CliOptions } from '../options/cli-options.ts';
import { toContractJson } from '../commands/command.ts';
import { toSafeJson } from '../output/safe-json.ts';
import type { Page } from '../output/page.ts';
import { replaceFile } from '../../replace-file.ts';
import { showScanProgress } from '../output/scan-progress.ts';
import { openLiveSnapshot, type LiveSnapshot } from './live-snapshot.ts';
import { filterSections } from './filter-snapshot.ts';
import { createDeferred } from './deferred.ts';
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

/** What is shown, where, and how. */
interface WatchContext {
  readonly live: LiveSnapshot;
  readonly cliHost: CliHost;
  readonly options: CliOptions;
  readonly createPage: () => Page;
  /** The output cannot be written any more. */
  readonly fail: (error: unknown) => void;
}

/**
 * Shows the current state until the person interrupts or the reader closes the pipe: as a view that is redrawn, or
 * with `--json` as one object per line and change. Starts the host; the caller stops it. Rejects with an
 * `OutputError` when the output cannot be written.
 */
export async function runWatch(
  host: Host,
  cliHost: CliHost,
  options: CliOptions,
  createPage: () => Page,
): Promise<void> {
  const { promise: interrupted, resolve: interrupt, reject: fail } = createDeferred();
  const stopListening = cliHost.onInterrupt(interrupt);
  const endProgress = showScanProgress(host, cliHost.stderr);
  try {
    const isStopped = await Promise.race([host.start('watching').then(() => false), interrupted.then(() => true)]);
    endProgress();
    if (isStopped) return;
    const { checksAnswers } = cliHost;
    const live = await openLiveSnapshot(createLocalClient({ host, logger: silentLogger, checksAnswers }));
    const context = { live, cliHost, options, createPage, fail };
    const print = (text: string): Promise<void> => cliHost.stdout.write(text);
    const display = options.format === 'json' ? publishChanges(context, print) : drawView(context);
    const { stateFile } = options;
    const state = stateFile === null ? null : publishChanges(context, (text) => replaceFile(stateFile, text));
    try {
      await interrupted;
    } finally {
      live.dispose();
      await state?.stop();
      await display.stop();
    }
  } finally {
    endProgress();
    stopListening();
  }
}

/** Publishes a line of JSON now and after every change. */
function publishChanges({ live, options, fail }: WatchContext, publish: (text: string) => Promise<void>): Display {
  let published = '';
  const publishLatest = createLatestOnly(async () => {
    const snapshot = live.current();
    const wanted = filterSections(snapshot.sections, options.source);
    // Only a change of facts that are shown counts; time that has passed does not.
    const facts = JSON.stringify([wanted.burn, toWatchJson(wanted, 0)]);
    if (facts === published) return;
    published = facts;
    const json =
      options.schema === 1
        ? toWatchJson(wanted, snapshot.generatedAtMs)
        : toContractJson('snapshot', { ...snapshot, sections: wanted });
    await publish(`${toSafeJson(json)}\n`);
  }, fail);
  publishLatest();
  const unsubscribe = live.onChange(publishLatest);
  return { stop: async () => unsubscribe() };
}

function drawView({ live, cliHost, options, createPage, fail }: WatchContext): Display {
  const region = createLiveRegion(cliHost.stdout);
  const draw = createLatestOnly(
    () => region.draw(formatWatchView(createPage(), filterSections(live.current().sections, options.source), options)),
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
  const unsubscribe = live.onChange(drawSoon);
  const ticking = cliHost.stdout.isTerminal ? setInterval(draw, redrawMs) : null;
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
