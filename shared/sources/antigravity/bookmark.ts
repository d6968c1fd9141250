import { toRecord } from '../../lib/json-record.ts';
import type { ReaderState } from '../../ports/cursor-store.ts';

/** How far a conversation has been read. */
export interface Bookmark {
  /** The last row of `gen_metadata`, from 0; -1 when none was read. */
  readonly generations: number;
  /** The last of its rows with a response, and the response: another one there means that rows were replaced. */
  readonly anchor: readonly [row: number, responseId: string] | null;
  /** Rows of it that had no usage yet. */
  readonly openGenerations: readonly number[];
  /** The last step, from 0; -1 when none was read. */
  readonly steps: number;
  /** Steps that had not ended. */
  readonly openSteps: readonly number[];
  /** Steps whose model nothing had named. */
  readonly namelessSteps: readonly number[];
  /** What the models of this conversation are called, by their number. */
  readonly names: readonly (readonly [number: number, name: string])[];
}

/** Nothing has been read. */
export const beginning: Bookmark = {
  generations: -1,
  anchor: null,
  openGenerations: [],
  steps: -1,
  openSteps: [],
  namelessSteps: [],
  names: [],
};

/** The bookmark in a reader's state; the beginning when there is none. */
export function parseBookmark(state: ReaderState): Bookmark {
  const stored = toRecord(state);
  const { generations, steps } = stored ?? {};
  if (stored === null || typeof generations !== 'number' || typeof steps !== 'number') return beginning;
  return {
    generations,
    anchor: toPairs([stored['anchor']])[0] ?? null,
    openGenerations: toNumbers(stored['openGenerations']),
    steps,
    openSteps: toNumbers(stored['openSteps']),
    namelessSteps: toNumbers(stored['namelessSteps']),
    names: toPairs(stored['names']),
  };
}

function toNumbers(value: unknown): readonly number[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'number') : [];
}

function toPairs(value: unknown): readonly (readonly [number, string])[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((each: unknown) => {
    const [number, text] = Array.isArray(each) ? (each as readonly unknown[]) : [];
    return typeof number === 'number' && typeof text === 'string' ? [[number, text] as const] : [];
  });
}
