import { cleanText } from '../../../../shared/lib/clean-text.ts';
import { describeProblem } from '../../../../shared/messages/describe-problem.ts';
import type { ScanStatus, SnapshotSections } from '../../../../shared/snapshot/app-snapshot.ts';
import { messages } from '../messages.ts';
import type { CliOptions } from '../options/cli-options.ts';
import stringWidth from 'string-width';
import { createInstantText } from '../output/figures.ts';
import { bold, wrapText } from '../output/page.ts';
import { formatBlock } from './block-meters.ts';
import { formatLimits } from './limit-meters.ts';
import { formatAlerts, formatProcesses, formatSessions } from './live-lists.ts';
import { fitLine, joinColumns, type LivePage } from './live-page.ts';
import { formatModelShares, formatUsage } from './usage-lines.ts';
import type { ViewFacts } from './view-facts.ts';
import { formatViewTable } from './view-tables.ts';
import { watchViews } from './watch-choices.ts';
import type { WatchState } from './watch-state.ts';

const { watch: texts } = messages.cli;
/** From this width on, there are two columns. */
const wideFrom = 150;
const columnGap = 4;

/** Everything that a frame is made from. */
export interface WatchInput {
  readonly sections: SnapshotSections;
  readonly facts: ViewFacts;
  readonly state: WatchState;
  readonly options: CliOptions;
  readonly thresholdsPercent: readonly number[];
  /** Whether there is a keyboard, which the last line then explains. */
  readonly hasKeys: boolean;
}

/**
 * The picture: what the view shows between a head and a foot, each line as wide as the page at most. Where the page has
 * rows, it is not longer than they are, and `state.scrolled` lines of it are above its upper edge.
 */
export function formatWatchView(page: LivePage, input: WatchInput): readonly string[] {
  const head = [...toLines(formatHead(page, input)), ''];
  const foot = ['', ...toLines(formatFoot(page, input))];
  const body = toLines(formatBody(page, input));
  const fit = (line: string): string => fitLine(line, page.width);
  if (page.rows === null) return [...head, ...body, ...foot].map(fit);
  const room = Math.max(1, page.rows - head.length - foot.length);
  const scrolled = Math.min(input.state.scrolled, maxScroll(body.length, room));
  const shown = body.slice(scrolled, scrolled + room);
  const hidden = body.length - scrolled - shown.length;
  if (hidden > 0) shown[shown.length - 1] = page.paint('muted', texts.moreLines(hidden + 1));
  return [...head, ...shown, ...foot].slice(0, page.rows).map(fit);
}

function maxScroll(lines: number, room: number): number {
  return Math.max(0, lines - room);
}

function toLines(text: string): string[] {
  return text === '' ? [] : text.split('\n');
}

function formatHead(page: LivePage, { sections, state, hasKeys }: WatchInput): string {
  const title = bold(page, texts.title(toStateText(sections.scan)));
  const clock = page.paint('muted', texts.clock(createInstantText(page)(page.nowMs), page.timeZone));
  const views = watchViews.map((view, index) => {
    const name = hasKeys ? texts.numbered(index + 1, texts.views[view]) : texts.views[view];
    return view === state.view ? page.paint('accent', texts.chosen(name)) : ` ${name} `;
  });
  const tabs = views.join(' ');
  const current = page.paint('accent', texts.chosen(texts.views[state.view]));
  const problems = sections.health.problems.map((problem) =>
    page.paint('warning', wrapText(page, texts.problem(cleanText(describeProblem(problem, messages, page.nowMs))), 2)),
  );
  return [
    ...(stringWidth(title) + stringWidth(clock) + 2 > page.width ? [title, clock] : [`${title}  ${clock}`]),
    stringWidth(tabs) > page.width ? current : tabs,
    ...problems,
  ].join('\n');
}

function toStateText({ phase, percent }: ScanStatus): string {
  const { scan } = messages.logs;
  if (phase === 'scanning') return scan.scanning(percent);
  return phase === 'watching' ? scan.live : scan[phase];
}

function formatFoot(page: LivePage, { hasKeys, state, options }: WatchInput): string {
  const hint = hasKeys ? texts.keys(texts.themes[state.theme]) : page.rows === null ? '' : texts.stop;
  const notes = [hint, options.hasCost ? texts.costs : ''];
  return page.paint('muted', wrapText(page, notes.filter((note) => note !== '').join(' ')));
}

function formatBody(page: LivePage, input: WatchInput): string {
  const { state, facts, options } = input;
  if (state.view !== 'realtime') return formatViewTable(page, state.view, facts, options);
  if (page.width < wideFrom) return joinParts([...formatFuel(page, input), ...formatUse(page, input)]);
  const half = Math.floor((page.width - columnGap) / 2);
  const narrow = { ...page, width: half };
  return joinColumns(joinParts(formatFuel(narrow, input)), joinParts(formatUse(narrow, input)), half + columnGap);
}

/** What is left, and for how long. */
function formatFuel(page: LivePage, { sections, facts, options, thresholdsPercent }: WatchInput): readonly string[] {
  const context = { baselines: facts.baselines, thresholdsPercent, options };
  return [
    formatLimits(page, sections.limits, thresholdsPercent),
    ...sections.blocks.map((active) => formatBlock(page, active, context)),
    formatUsage(page, sections, facts.baselines),
  ];
}

/** What uses it. */
function formatUse(page: LivePage, { sections, facts, options }: WatchInput): readonly string[] {
  return [
    formatModelShares(page, facts.models),
    formatSessions(page, sections, options.hasCost),
    formatProcesses(page, sections),
    formatAlerts(page, facts.alerts, sections),
  ];
}

function joinParts(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}
