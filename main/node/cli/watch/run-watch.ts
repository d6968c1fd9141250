import { silentLogger } from '../../../../shared/ports/logger.ts';
import type { Host } from '../../host/host.ts';
import { createLocalClient } from '../../host/clients/local-client.ts';
import type { CliHost } from '../cli-host.ts';
import type { CliOptions } from '../options/cli-options.ts';
import { toContractJson } from '../command.ts';
import { toSafeJson } from '../output/safe-json.ts';
import { toAsciiText, wantsAscii } from '../output/ascii.ts';
import type { Page } from '../output/page.ts';
import { replaceFile } from '../../system/replace-file.ts';
import { showScanProgress } from '../output/scan-progress.ts';
import { openLiveSnapshot } from './live-snapshot.ts';
import { filterSections } from './filter-snapshot.ts';
import { createDeferred } from './deferred.ts';
import { createLatestOnly } from './latest-only.ts';
import { drawOnce, startLiveView, type LiveViewContext } from './live-view.ts';
import type { WatchChoices } from './watch-choices.ts';
import { toWatchJson } from './watch-json.ts';

/** A display that runs until it is stopped. */
interface Display {
  stop(): Promise<void>;
}

/**
 * Shows the current state until the person interrupts or the reader closes the pipe: as a view that is redrawn, or
 * with `--json` as one object per line and change. With `isOnce` it does so once. Starts the host; the caller stops it. Rejects with an
 * `OutputError` when the output cannot be written.
 */
export async function runWatch(
  host: Host,
  cliHost: CliHost,
  options: CliOptions,
  choices: WatchChoices,
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
    const client = createLocalClient({ host, logger: silentLogger, checksAnswers });
    const live = await openLiveSnapshot(client);
    const context = { live, client, cliHost, options, choices, createPage, end: interrupt, fail };
    const print = (text: string): Promise<void> => cliHost.stdout.write(text);
    const { stateFile } = options;
    if (choices.isOnce) {
      live.dispose();
      if (stateFile !== null) await replaceFile(stateFile, `${toPublished(context)}\n`, 'isPublic');
      return await print(`${options.format === 'json' ? toPublished(context) : await drawForReader(context)}\n`);
    }
    const display = options.format === 'json' ? publishChanges(context, print) : await showView(context);
    const state =
      stateFile === null ? null : publishChanges(context, (text) => replaceFile(stateFile, text, 'isPublic'));
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

/** A terminal gets a live view; a pipe or file gets one picture for every change. */
async function showView(context: LiveViewContext): Promise<Display> {
  if (context.cliHost.stdout.isTerminal) return startLiveView(context);
  return publish(context, () => drawForReader(context).then((text) => `${text}\n\n`));
}

async function drawForReader(context: LiveViewContext): Promise<string> {
  const text = await drawOnce(context);
  return wantsAscii(context.cliHost.variables) ? toAsciiText(text) : text;
}

/** Publishes a line of JSON now and after every change. */
function publishChanges(context: LiveViewContext, write: (text: string) => Promise<void>): Display {
  let published = '';
  const publishLatest = createLatestOnly(async () => {
    const { sections } = context.live.current();
    const wanted = filterSections(sections, context.options.source);
    // Only a change of facts that are shown counts; time that has passed does not.
    const facts = JSON.stringify([wanted.burn, toWatchJson(wanted, 0)]);
    if (facts === published) return;
    published = facts;
    await write(`${toPublished(context)}\n`);
  }, context.fail);
  publishLatest();
  const unsubscribe = context.live.onChange(publishLatest);
  return { stop: async () => unsubscribe() };
}

function toPublished({ live, options }: LiveViewContext): string {
  const snapshot = live.current();
  const wanted = filterSections(snapshot.sections, options.source);
  return toSafeJson(
    options.schema === 1
      ? toWatchJson(wanted, snapshot.generatedAtMs)
      : toContractJson('snapshot', { ...snapshot, sections: wanted }),
  );
}

/** Writes a frame into a pipe now and after every change; identical frames are not repeated. */
function publish({ live, cliHost, choices, fail }: LiveViewContext, draw: () => Promise<string>): Display {
  let written = '';
  let waiting: NodeJS.Timeout | null = null;
  const write = createLatestOnly(async () => {
    const text = await draw();
    if (text !== written) await cliHost.stdout.write(text);
    written = text;
  }, fail);
  write();
  const unsubscribe = live.onChange(() => {
    waiting ??= setTimeout(() => {
      waiting = null;
      write();
    }, 1_000 / choices.drawingsPerSecond);
  });
  return {
    async stop() {
      unsubscribe();
      if (waiting !== null) clearTimeout(waiting);
    },
  };
}
