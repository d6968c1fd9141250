import { noStatus } from '../domain/agent-status.ts';
import { minuteMs } from '../domain/instant.ts';
import { toLevel } from '../domain/level.ts';
import type { StatuslineWords } from '../messages/en/statusline.ts';
import type { StatuslineFacts } from './facts.ts';
import { findTopWindow } from './first-window.ts';
import { overviewTemplates } from './presets.ts';
import { renderLines } from './render.ts';
import type { Scene } from './scene.ts';
import { parseTemplate } from './template.ts';
import { listWindows } from './windows.ts';

/** Facts that are no longer kept up to date are old from here on. */
const freshMs = 5 * minuteMs;
/** From this age on, a burn rate means nothing. */
const burnMs = 15 * minuteMs;

/** How a bar colours the line: by the fullest window, unless what is known is out of date, or nothing is. */
export type OverviewClass = 'normal' | 'warning' | 'critical' | 'stale' | 'unknown';

/** The state of all agents in a line, for a bar that belongs to no session. */
export interface OverviewLine {
  readonly text: string;
  /** The same with every window, a line each. */
  readonly tooltip: string;
  readonly className: OverviewClass;
  /** Used share of the window that matters most, 0 to 100 or more; null when none is known. */
  readonly percentage: number | null;
  /** Age of the facts; null when there are none. */
  readonly ageMs: number | null;
}

/** The input of `drawOverview`. */
export interface OverviewRequest {
  readonly facts: StatuslineFacts | null;
  /** Whether the process that wrote the facts still runs and keeps them up to date. */
  readonly isKept: boolean;
  /** Whether a host runs that may not have written any yet, as while it reads the logs. */
  readonly hasHost: boolean;
  readonly template: string;
  readonly isCompact: boolean;
  readonly hasColor: boolean;
  readonly words: StatuslineWords;
  readonly nowMs: number;
  readonly toClock: (atMs: number) => string;
}

/** Draws the line. Facts that are no longer kept up to date are marked with their age, once. */
export function drawOverview(request: OverviewRequest): OverviewLine {
  const { facts, isKept, hasHost, template, isCompact, hasColor, words, nowMs } = request;
  if (facts === null) {
    const { noHost, noHostShort, notYet, notYetShort } = words.overview;
    const [tooltip, short] = hasHost ? [notYet, notYetShort] : [noHost, noHostShort];
    return { text: isCompact ? short : tooltip, tooltip, className: 'unknown', percentage: null, ageMs: null };
  }
  const ageMs = Math.max(0, nowMs - facts.writtenAtMs);
  const isStale = !isKept && ageMs > freshMs;
  const scene = toScene(request, { ...facts, ...(ageMs > burnMs && { burn: noBurn }), writtenAtMs: nowMs });
  const draw = (text: string): string =>
    renderLines(parseTemplate(text), scene, { style: 'plain', hasColor, width: null }).join(' ');
  const line = draw(template) || words.overview.nothing;
  const mark = isStale ? ` ${words.stale(ageMs)}` : '';
  const top = findTopWindow(scene);
  return {
    text: line + mark,
    tooltip: toTooltip(scene, isStale ? (hasHost ? words.overview.notYet : words.overview.noHostSince(ageMs)) : null),
    className: isStale ? 'stale' : toClass(scene, facts),
    percentage: top?.usedPercent ?? null,
    ageMs,
  };
}

const noBurn: StatuslineFacts['burn'] = { tokensPerMinute: null, costMicroUsdPerHour: null };

function toClass(scene: Scene, { thresholdsPercent }: StatuslineFacts): OverviewClass {
  const levels = listWindows(scene)
    .filter(({ isStale }) => !isStale)
    .map(({ usedPercent }) => toLevel(usedPercent, thresholdsPercent));
  return (['critical', 'warning'] as const).find((level) => levels.includes(level)) ?? 'normal';
}

function toTooltip(scene: Scene, note: string | null): string {
  const { words, nowMs } = scene;
  const windows = listWindows(scene).map(({ title, usedPercent, resetsAtMs, isStale }) =>
    words.overview.window({
      title,
      used: words.percent(usedPercent),
      resetsIn: resetsAtMs === null ? null : words.duration(resetsAtMs - nowMs),
      isStale,
    }),
  );
  const rest = renderLines(parseTemplate(overviewTemplates.tooltip), scene, {
    style: 'plain',
    hasColor: false,
    width: null,
  });
  const lines = [...windows, ...rest, ...(note === null ? [] : [note])];
  return lines.length === 0 ? words.overview.nothing : lines.join('\n');
}

function toScene({ words, nowMs, toClock }: OverviewRequest, facts: StatuslineFacts): Scene {
  return {
    source: null,
    status: noStatus,
    facts,
    git: null,
    memory: null,
    servers: null,
    outputs: new Map(),
    options: { costSource: 'auto', burnMark: 'off', budgetUsd: null, contextPercents: [50, 80] },
    words,
    nowMs,
    toClock,
  };
}
