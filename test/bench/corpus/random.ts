import { hashText } from '../../../shared/lib/hash-text.ts';

/** Pseudo-random numbers that are the same on every machine and in every run. */
export interface Random {
  /** From 0 to just below 1. */
  next(): number;
  /** A whole number from 0 to just below `limit`. */
  below(limit: number): number;
  pick<Item>(items: readonly Item[]): Item;
  chance(probability: number): boolean;
  /** From a normal distribution with mean 0 and standard deviation 1. */
  normal(): number;
  /** This many characters of an alphabet. */
  text(length: number, alphabet: string): string;
  uuid(): string;
}

const hex = '0123456789abcdef';

/** Builds a generator; equal seeds give equal numbers (Mulberry32). */
export function createRandom(seed: string): Random {
  let state = Number.parseInt(hashText(seed).slice(0, 8), 16) | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const text = (length: number, alphabet: string): string => {
    let made = '';
    for (let index = 0; index < length; index++) made += alphabet[below(alphabet.length)]!;
    return made;
  };
  return {
    next,
    below,
    text,
    pick: (items) => items[below(items.length)]!,
    chance: (probability) => next() < probability,
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    uuid: () => `${text(8, hex)}-${text(4, hex)}-4${text(3, hex)}-a${text(3, hex)}-${text(12, hex)}`,
  };
}
