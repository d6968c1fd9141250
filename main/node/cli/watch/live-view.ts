import type { Client, HostContract } from '../../../../shared/contract/index.ts';
import type { CliHost } from '../cli-host.ts';
import type { CliOptions } from '../options/cli-options.ts';
import type { Page } from '../output/page.ts';
import { toAsciiText, wantsAscii } from '../output/ascii.ts';
import { backgroundQuery, parseColorVariable } from '../theme/background.ts';
import { createPaint, findColorDepth } from '../theme/paint.ts';
import { findPalette } from '../theme/themes.ts';
import { createLatestOnly } from './latest-only.ts';
import type { LivePage } from './live-page.ts';
import type { LiveSnapshot } from './live-snapshot.ts';
import { filterSections } from './filter-snapshot.ts';
import { createScreen } from './screen.ts';
import { createFactsReader, noFacts } from './view-facts.ts';
import type { WatchChoices } from './watch-choices.ts';
import { pressWatchKey, type WatchState } from './watch-state.ts';
import { formatWatchView } from './watch-view.ts';
import { toWindowTitle } from './window-title.ts';

/** What the live view is drawn from, and where. */
export interface LiveViewContext {
  readonly live: LiveSnapshot;
  readonly client: Client<HostContract>;
  readonly cliHost: CliHost;
  readonly options: CliOptions;
  readonly choices: WatchChoices;
  readonly createPage: () => Page;
  /** Ends the view at the person's request. */
  readonly end: () => void;
  /** The output cannot be written any more. */
  readonly fail: (error: unknown) => void;
}

/** A view that is being shown. */
export interface LiveView {
  /** Restores the terminal. */
  stop(): Promise<void>;
}

/** Processes are measured at least this often. */
const measureMs = 2_000;

/** One picture, as text without a screen of its own. Rejects when a question is not answered. */
export async function drawOnce(context: LiveViewContext): Promise<string> {
  const { live, client, cliHost, options, choices, createPage } = context;
  const state = toFirstState(context);
  const readFacts = createFactsReader(client, options, () => live.current().sections.usage);
  const [facts, { thresholdsPercent }] = [
    await readFacts(choices.view, cliHost.clock.nowMs()),
    await client.call('settings'),
  ];
  const sections = filterSections(live.current().sections, options.source);
  const page = { ...toLivePage(createPage(), cliHost, state), rows: null };
  return formatWatchView(page, { sections, facts, state, options, thresholdsPercent, hasKeys: false }).join('\n');
}

/** Draws the view, follows the snapshot and the keys, and draws again. */
export async function startLiveView(context: LiveViewContext): Promise<LiveView> {
  const { live, client, cliHost, choices, createPage } = context;
  const { thresholdsPercent } = await client.call('settings');
  const picture = createPicture(context, thresholdsPercent);
  const refresh = throttle(picture.refresh, 1_000 / choices.drawingsPerSecond);
  const keyboard = listenToKeys(context, picture);
  if (keyboard.hasKeys() && choices.theme === 'auto' && createPage().hasColor) {
    await cliHost.stdout.write(backgroundQuery);
  }
  picture.refresh();
  const everyMs = choices.refreshSeconds * 1_000;
  const ticking = setInterval(picture.refresh, everyMs);
  const measuring = setInterval(
    () => {
      if (picture.state().view === 'processes') picture.refresh();
    },
    Math.min(measureMs, everyMs),
  );
  const stopResizing = cliHost.stdout.onResize(picture.redraw);
  const unsubscribe = live.onChange(refresh.soon);
  return {
    async stop() {
      unsubscribe();
      refresh.stop();
      clearInterval(ticking);
      clearInterval(measuring);
      stopResizing();
      keyboard.stop();
      await picture.stop();
    },
  };
}

/** What is on the screen, and how it changes. */
interface Picture {
  readonly state: () => WatchState;
  /** Shows another state; what its view needs is asked for. */
  readonly change: (next: WatchState, hasKeys: boolean) => void;
  /** Draws with what is known, and again with what is new. */
  readonly refresh: () => void;
  /** Redraws everything, whatever is on the screen. */
  readonly redraw: () => void;
  /** Restores the terminal until the next drawing. */
  readonly leave: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

function createPicture(context: LiveViewContext, thresholdsPercent: readonly number[]): Picture {
  const { live, client, cliHost, options, choices, createPage, fail } = context;
  const screen = createScreen(cliHost.stdout);
  const readFacts = createFactsReader(client, options, () => live.current().sections.usage);
  let state = toFirstState(context);
  let facts = noFacts;
  let [isStopped, hasKeys] = [false, false];
  const draw = createLatestOnly(async () => {
    if (isStopped) return;
    const sections = filterSections(live.current().sections, options.source);
    const page = toLivePage(createPage(), cliHost, state);
    const lines = formatWatchView(page, { sections, facts, state, options, thresholdsPercent, hasKeys });
    await screen.draw(toWritable(cliHost, lines), choices.hasTitle ? toWindowTitle(page, sections) : null);
  }, fail);
  const ask = createLatestOnly(async () => {
    const { view } = state;
    const answer = await readFacts(view, cliHost.clock.nowMs());
    if (isStopped || view !== state.view) return;
    facts = answer;
    draw();
  }, fail);
  return {
    state: () => state,
    change(next, canPress) {
      const isOther = next.view !== state.view;
      state = next;
      hasKeys = canPress;
      if (isOther) facts = noFacts;
      draw();
      if (isOther) ask();
    },
    refresh() {
      draw();
      ask();
    },
    redraw() {
      screen.forget();
      draw();
    },
    leave: screen.leave,
    async stop() {
      isStopped = true;
      // If the terminal is gone, there is nothing to restore.
      await screen.leave().catch(() => undefined);
    },
  };
}

function listenToKeys({ cliHost, end, fail }: LiveViewContext, picture: Picture) {
  let isStopped = false;
  const suspend = async (): Promise<void> => {
    stopListening?.();
    await picture.leave();
    await cliHost.suspend();
    if (isStopped) return;
    stopListening = cliHost.onKey(onKey);
    picture.redraw();
  };
  const onKey = (key: string): void => {
    const next = pressWatchKey(picture.state(), key);
    if (next.wish === 'end') return end();
    if (next.wish === 'suspend') return void suspend().catch(fail);
    picture.change(next, true);
    if (next.wish !== 'refresh') return;
    picture.redraw();
    picture.refresh();
  };
  let stopListening = cliHost.onKey(onKey);
  const hasKeys = (): boolean => stopListening !== null;
  if (hasKeys()) picture.change(picture.state(), true);
  return {
    hasKeys,
    stop(): void {
      isStopped = true;
      stopListening?.();
    },
  };
}

function toFirstState({ choices, cliHost }: LiveViewContext): WatchState {
  const background = parseColorVariable(cliHost.variables['COLORFGBG']);
  return { view: choices.view, theme: choices.theme, background, scrolled: 0, wish: 'none' };
}

function toLivePage(page: Page, { stdout, variables }: CliHost, { theme, background }: WatchState): LivePage {
  const depth = page.hasColor ? findColorDepth(variables) : 'none';
  const { rows } = stdout;
  return {
    ...page,
    paint: createPaint(depth, findPalette(theme, background)),
    // Some terminals report zero rows, which means unknown.
    rows: rows === undefined || rows < 1 ? 24 : rows,
  };
}

function toWritable({ variables }: CliHost, lines: readonly string[]): readonly string[] {
  return wantsAscii(variables) ? lines.map(toAsciiText) : lines;
}

/** Runs something soon, once for all requests until then. */
function throttle(work: () => void, everyMs: number) {
  let waiting: NodeJS.Timeout | null = null;
  return {
    soon(): void {
      waiting ??= setTimeout(() => {
        waiting = null;
        work();
      }, everyMs);
    },
    stop(): void {
      if (waiting !== null) clearTimeout(waiting);
    },
  };
}
