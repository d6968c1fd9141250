import { dayMs, hourMs, minuteMs } from '../domain/instant.ts';
import { totalTokens } from '../domain/token-usage.ts';
import { toWholePercent } from '../lib/whole-percent.ts';
import type { DesktopSettings } from '../settings/desktop-choices.ts';
import type { PopoverSettings } from '../settings/popover-choices.ts';
import type { AppSnapshot } from './app-snapshot.ts';
import { findToday } from './current-periods.ts';
import { toNearestLimit } from './outlook.ts';
import type { TrayState } from './tray-state.ts';

/** A figure at the tray icon. */
export interface TrayText {
  /** One or two lines of at most three characters, to be drawn in the icon's place. */
  readonly lines: readonly string[];
  /** The same for a bar with room for words; `~` where it is no longer certain. */
  readonly title: string;
}

/** What a text can be made of. */
export interface TrayFigures {
  /** Tokens used today; null when there were none, or the snapshot is of another day. */
  readonly tokensToday: number | null;
  /** Of the window that stops the person first, or is nearest to that, 0 to 100 and beyond; null when unknown. */
  readonly usedPercent: number | null;
  /** Time until it resets, in milliseconds; null when unknown or past. */
  readonly resetsInMs: number | null;
  readonly isUncertain: boolean;
}

/** What the text depends on besides the figures. */
export interface TrayTextOptions {
  readonly choices: Pick<DesktopSettings, 'trayText' | 'trayTextWhen'>;
  /** What is left, or what is used, as in the popover. */
  readonly limitFigure: PopoverSettings['limitFigure'];
  readonly state: TrayState;
}

/**
 * The text at the tray icon; null for the icon alone: by choice, far from every limit, or without any figure. A paused
 * or failed app shows this by its icon, not by frozen figures.
 */
export function toTrayText(figures: TrayFigures, { choices, limitFigure, state }: TrayTextOptions): TrayText | null {
  const { trayText } = choices;
  if (trayText === 'none' || state === 'paused' || state === 'error') return null;
  if (choices.trayTextWhen === 'near' && state === 'normal') return null;
  const percent = toPercent(figures.usedPercent, limitFigure);
  const countdown = toCountdown(figures.resetsInMs);
  const wanted = {
    number: [toTokens(figures.tokensToday)],
    percent: [percent],
    countdown: [countdown],
    'two-lines': [percent, countdown],
  }[trayText];
  const parts = wanted.filter((part) => part !== null);
  if (parts.length === 0) return null;
  const doubt = figures.isUncertain && trayText !== 'number' ? '~' : '';
  return { lines: parts.map(({ line }) => line), title: doubt + parts.map(({ title }) => title).join(' · ') };
}

/** The figures of a snapshot at a moment. */
export function toTrayFigures({ sections }: AppSnapshot, nowMs: number): TrayFigures {
  const { nearest: window } = toNearestLimit(sections, nowMs);
  const today = findToday(sections.usage, nowMs);
  const resetsAtMs = window?.resetsAtMs ?? null;
  return {
    tokensToday: today === null || today.totals.events === 0 ? null : totalTokens(today.totals.usage),
    usedPercent: window?.usedPercent ?? null,
    resetsInMs: resetsAtMs === null || resetsAtMs <= nowMs ? null : resetsAtMs - nowMs,
    isUncertain: window?.provenance === 'stale' || window?.provenance === 'estimated',
  };
}

interface Part {
  readonly line: string;
  readonly title: string;
}

/** As everywhere else: 0 left only when nothing is, 100 used only when all is. */
function toPercent(usedPercent: number | null, figure: PopoverSettings['limitFigure']): Part | null {
  if (usedPercent === null) return null;
  const used = Math.min(999, toWholePercent(Math.max(0, usedPercent)));
  const percent = figure === 'used' ? used : Math.max(0, 100 - used);
  return { line: String(percent), title: `${percent}%` };
}

function toCountdown(leftMs: number | null): Part | null {
  if (leftMs === null) return null;
  const days = Math.floor(leftMs / dayMs);
  const hours = Math.floor((leftMs % dayMs) / hourMs);
  const minutes = Math.floor((leftMs % hourMs) / minuteMs);
  if (days > 0) return { line: `${Math.min(99, days)}d`, title: `${days}d ${hours}h` };
  if (hours > 0) return { line: `${hours}h`, title: `${hours}h ${String(minutes).padStart(2, '0')}m` };
  return { line: `${minutes}m`, title: `${minutes}m` };
}

/** An icon has room for three characters, so `.9M` is 900 thousand. */
function toTokens(tokens: number | null): Part | null {
  return tokens === null ? null : { line: toThree(tokens), title: toShort(tokens) };
}

const steps = [
  [1e9, 'B'],
  [1e6, 'M'],
  [1e3, 'k'],
] as const;

function toThree(count: number): string {
  for (const [size, sign] of steps) {
    if (count >= size) return `${Math.min(99, Math.floor(count / size))}${sign}`;
    if (count >= size / 10) return `.${Math.floor((count * 10) / size)}${sign}`;
  }
  return String(Math.floor(count));
}

function toShort(count: number): string {
  const step = steps.find(([size]) => count >= size);
  if (step === undefined) return String(Math.floor(count));
  const [size, sign] = step;
  return `${count / size < 10 ? (Math.floor((count * 10) / size) / 10).toFixed(1) : Math.floor(count / size)}${sign}`;
}
