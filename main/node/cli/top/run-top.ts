import type { AnswerOf, Client, HostCalls, HostContract } from '../../../../shared/contract/index.ts';
import { silentLogger } from '../../../../shared/ports/logger.ts';
import type { Host } from '../../host/host.ts';
import { createLocalClient } from '../../host/clients/local-client.ts';
import type { CliHost } from '../cli-host.ts';
import { formatProcessList } from '../commands/processes.ts';
import { messages } from '../messages.ts';
import type { CliOptions } from '../options/cli-options.ts';
import { bold, dim, type Page } from '../output/page.ts';
import { createDeferred } from '../watch/deferred.ts';
import { createLatestOnly } from '../watch/latest-only.ts';
import { createLiveRegion } from '../watch/live-region.ts';
import { firstTopState, pressKey, sortAgents, type TopState } from './top-state.ts';

type Answer = AnswerOf<HostCalls, 'processes'>;

const { top: texts } = messages.cli.processes;
/** Between two measurements, each of which takes half a second. */
const restMs = 1_500;

/**
 * Shows the running agents until the person presses q, interrupts, or the reader closes the pipe. Without a terminal it
 * prints them once. However it ends, the terminal is as it was.
 */
export async function runTop(host: Host, cliHost: CliHost, options: CliOptions, createPage: () => Page): Promise<void> {
  const client = createLocalClient({ host, logger: silentLogger, checksAnswers: cliHost.checksAnswers });
  const region = createLiveRegion(cliHost.stdout);
  let state: TopState = { ...firstTopState, hasTree: options.hasTree };
  let answer = await client.call('processes', { source: options.source });
  const ended = createDeferred();
  const draw = createLatestOnly(() => region.draw(formatTop(createPage(), answer, state)), ended.reject);
  const stopListening = cliHost.onInterrupt(() => ended.resolve());
  const stopKeys = cliHost.onKey((key) => {
    state = pressKey(state, key);
    if (state.isDone) ended.resolve();
    else draw();
  });
  const isStopped = { current: false };
  try {
    draw();
    if (stopKeys === null) return;
    void follow(client, options, isStopped, (next) => {
      answer = next;
      draw();
    }).catch(ended.reject);
    await ended.promise;
  } finally {
    isStopped.current = true;
    stopKeys?.();
    stopListening();
    // If the terminal is gone, there is no cursor to restore.
    await region.end().catch(() => undefined);
  }
}

/** Measures again and again until it is stopped. */
async function follow(
  client: Client<HostContract>,
  { source }: CliOptions,
  isStopped: { readonly current: boolean },
  onAnswer: (answer: Answer) => void,
): Promise<void> {
  while (!isStopped.current) {
    await new Promise((resolve) => setTimeout(resolve, restMs).unref());
    if (isStopped.current) return;
    const next = await client.call('processes', { source });
    if (!isStopped.current) onAnswer(next);
  }
}

/** One frame: totals, the agents in order, and the keys. */
function formatTop(page: Page, { rows, orphans }: Answer, { sort, hasTree }: TopState): string {
  const processes = rows.reduce((sum, row) => sum + row.processes, 0);
  const title = `${texts.title(rows.length, processes)}, ${texts.sortedBy(texts.sorts[sort])}`;
  const list = [...formatProcessList(page, { rows: sortAgents(rows, sort), orphans }, hasTree)];
  return [bold(page, title), dim(page, texts.keys), '', ...list].join('\n');
}
