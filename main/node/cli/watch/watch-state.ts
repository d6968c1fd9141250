import { themeNames, type Background, type ThemeName } from '../theme/themes.ts';
import { isTerminalAnswer, parseBackgroundAnswer } from '../theme/background.ts';
import { watchViews, type WatchView } from './watch-choices.ts';

/** How the person wants to see the live view. */
export interface WatchState {
  readonly view: WatchView;
  readonly theme: ThemeName;
  readonly background: Background | null;
  /** Lines that are scrolled away. */
  readonly scrolled: number;
  /** The person's last request. */
  readonly wish: 'none' | 'end' | 'suspend' | 'refresh';
}

const endKeys: ReadonlySet<string> = new Set(['q', 'Q', '\u0003', '\u0004', '\u001b']);
const pageLines = 10;
const scrollKeys: Readonly<Record<string, number>> = {
  ...{ '\u001b[A': -1, '\u001bOA': -1, k: -1, '\u001b[B': 1, '\u001bOB': 1, j: 1 },
  ...{ '\u001b[5~': -pageLines, '\u001b[6~': pageLines, ' ': pageLines },
};
const viewKeys: Readonly<Record<string, number>> = {
  ...{ '\t': 1, '\u001b[C': 1, '\u001bOC': 1, l: 1, '\u001b[Z': -1, '\u001b[D': -1, '\u001bOD': -1, h: -1 },
};

/** The state after a key, or after an answer of the terminal. Unknown keys change nothing. */
export function pressWatchKey(before: WatchState, key: string): WatchState {
  const state: WatchState = { ...before, wish: 'none' };
  if (isTerminalAnswer(key)) return { ...state, background: parseBackgroundAnswer(key) ?? state.background };
  if (endKeys.has(key)) return { ...state, wish: 'end' };
  if (key === '\u001a') return { ...state, wish: 'suspend' };
  if (key === 'r' || key === '\u000c') return { ...state, wish: 'refresh' };
  if (key === 't') return { ...state, theme: next(themeNames, state.theme, 1) };
  const lines = scrollKeys[key];
  if (lines !== undefined) return { ...state, scrolled: Math.max(0, state.scrolled + lines) };
  const step = viewKeys[key];
  const view = step === undefined ? watchViews[Number(key) - 1] : next(watchViews, state.view, step);
  return view === undefined ? state : { ...state, view, scrolled: 0 };
}

function next<Name>(names: readonly Name[], name: Name, step: number): Name {
  return names[(names.indexOf(name) + step + names.length) % names.length] ?? name;
}
