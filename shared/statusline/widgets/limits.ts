import { drawBar } from '../bar.ts';
import { toElapsedPercent } from '../pace.ts';
import type { Scene, Widget } from '../scene.ts';
import { span, type Forms, type Segment, type Tone } from '../segment.ts';
import { findBinding, findTopWindow } from '../first-window.ts';
import { listWindows, type LineWindow } from '../windows.ts';
import { toLevel } from '../../domain/level.ts';

const barCells = 8;
const [aheadMark, separator] = ['▲', '  '];
/** Longer windows are shown from here on, or when they fill faster than their time passes. */
const mattersPercent = 50;
const fiveHours = 300;

/** All windows; with the option `all` also the long ones that do not matter yet. */
export const limits: Widget = {
  priority: 95,
  draw(scene, option) {
    const windows = listWindows(scene).filter((window) => option === 'all' || matters(window, scene.nowMs));
    if (windows.length === 0) return [];
    const forms = windows.map((window) => drawWindow(scene, window));
    return [0, 1, 2, 3].map((form) => join(forms.map((each) => each[form]!)));
  },
};

/** The window of five hours. */
export const sessionLimit: Widget = {
  priority: 94,
  draw: (scene) => drawFirst(scene, ({ windowMinutes }) => windowMinutes === fiveHours),
};

/** The weekly window of all models. */
export const weekLimit: Widget = {
  priority: 70,
  draw: (scene) => drawFirst(scene, ({ windowMinutes, label }) => isLong(windowMinutes) && label === null),
};

/** The weekly window of one model. */
export const modelLimit: Widget = {
  priority: 69,
  draw: (scene) => drawFirst(scene, ({ windowMinutes, label }) => isLong(windowMinutes) && label !== null),
};

/** The window that stops the person first, otherwise the nearest to its limit; with the option `short` its share alone. */
export const topLimit: Widget = {
  priority: 92,
  draw(scene, option) {
    const window = findTopWindow(scene);
    if (window === null) return [];
    const forms = drawWindow(scene, window);
    return option === 'short' ? forms.slice(2) : forms;
  },
};

/** Which window stops the person first. */
export const binding: Widget = {
  priority: 40,
  draw(scene) {
    const window = findBinding(scene);
    return window === null ? [] : [[span(scene.words.binding(window.title), 'warning')]];
  },
};

/** When the binding window is used up. */
export const forecast: Widget = {
  priority: 80,
  draw(scene) {
    const { words, nowMs, toClock } = scene;
    const window = findBinding(scene);
    if (window === null) return [];
    if (window.usedPercent >= 100) {
      const at = window.resetsAtMs;
      const reset = at === null ? null : { clock: toClock(at), inMs: at - nowMs };
      return [[span(words.usedUp(window.title, reset), 'critical')]];
    }
    const [clock, inMs] = [toClock(window.runsOutAtMs!), Math.max(0, window.runsOutAtMs! - nowMs)];
    // A window of another account must name it, or it would seem to be this session's.
    const where = window.isForeign ? `${window.title} ` : '';
    return [words.runsOut(clock, inMs), words.runsOutShort(clock, inMs)].map((text) => [span(where + text, 'warning')]);
  },
};

function drawFirst(scene: Scene, matches: (window: LineWindow) => boolean): Forms {
  const window = listWindows(scene).find(matches);
  return window === undefined ? [] : drawWindow(scene, window);
}

/** Four forms of one window: with bar, age and reset; with bar; without; the share alone. */
function drawWindow(scene: Scene, window: LineWindow): readonly [Segment, Segment, Segment, Segment] {
  const { words, nowMs } = scene;
  const elapsed = toElapsedPercent(window, nowMs);
  const isAhead = elapsed !== null && window.usedPercent > elapsed;
  const tone = toTone(scene, window, isAhead);
  const name = span(`${window.title} `, 'dim');
  const bar = span(`${drawBar(window.usedPercent, barCells, elapsed)} `, tone);
  const share = span(words.percent(window.usedPercent) + (isAhead ? aheadMark : ''), tone);
  const reset = window.resetsAtMs === null ? [] : [span(` ${words.resetsIn(window.resetsAtMs - nowMs)}`, 'dim')];
  const age = window.isStale ? [span('?', 'dim')] : [];
  return [
    [name, bar, share, ...age, ...reset],
    [name, share, ...age, ...reset],
    [name, share, ...age],
    [name, span(words.percent(window.usedPercent), tone), ...age],
  ];
}

function toTone({ facts }: Scene, { usedPercent, isStale }: LineWindow, isAhead: boolean): Tone {
  if (isStale) return 'dim';
  const level = toLevel(usedPercent, facts?.thresholdsPercent ?? [80, 95]);
  if (level !== 'normal') return level;
  return isAhead ? 'warning' : 'good';
}

function matters(window: LineWindow, nowMs: number): boolean {
  if (!isLong(window.windowMinutes)) return true;
  return window.usedPercent >= mattersPercent || window.usedPercent > (toElapsedPercent(window, nowMs) ?? 100);
}

function isLong(windowMinutes: number | null): boolean {
  return (windowMinutes ?? 0) > 1_440;
}

function join(segments: readonly Segment[]): Segment {
  return segments.flatMap((segment, index) => (index === 0 ? segment : [span(separator), ...segment]));
}
