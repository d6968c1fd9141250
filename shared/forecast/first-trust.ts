import type { WindowKind } from './forecast.ts';

/** A quarter of a window: the first or second, the one around its half, or the last. */
export type Quarter = 1 | 2 | 3;

/** The quarter of a window, of which this share, 0 to 1, has passed. */
export function toQuarter(elapsedShare: number): Quarter {
  return Math.min(3, Math.max(1, Math.round(elapsedShare * 4))) as Quarter;
}

/** Trust grows to `max`: it is 0 for `idleDays`, and half of `max` after `halfAfterDays` more. */
interface Growth {
  readonly max: number;
  readonly idleDays: number;
  readonly halfAfterDays: number;
}

/**
 * Days and weeks of an unknown person are often idle, and the later it is, the more often nothing more comes. Chosen on
 * people's histories by `npm run backtest -- --slots`; see adr/0028.
 */
const growths: Readonly<Record<Exclude<WindowKind, 'block'>, Readonly<Record<Quarter, Growth>>>> = {
  day: {
    1: { max: 0.8, idleDays: 2, halfAfterDays: 5 },
    2: { max: 0.8, idleDays: 3, halfAfterDays: 8 },
    3: { max: 0.8, idleDays: 7, halfAfterDays: 10 },
  },
  week: {
    1: { max: 0.6, idleDays: 2, halfAfterDays: 10 },
    2: { max: 0.6, idleDays: 3, halfAfterDays: 20 },
    3: { max: 0.6, idleDays: 7, halfAfterDays: 28 },
  },
};

/** Blocks begin with work, so more is likely to follow. Half of the doubt is gone after that many days. */
const blockTrust = { first: 0.6, halfDoubtDays: 3 } as const;

/** How far a forecast is believed rather than "nothing more will come", 0 to 1, before it has been seen to be right or wrong. */
export function toFirstTrust(kind: WindowKind, elapsedShare: number, historyDays: number): number {
  if (kind === 'block') {
    const { first, halfDoubtDays } = blockTrust;
    return 1 - ((1 - first) * halfDoubtDays) / (halfDoubtDays + Math.max(0, historyDays));
  }
  const { max, idleDays, halfAfterDays } = growths[kind][toQuarter(elapsedShare)];
  const days = Math.max(0, historyDays - idleDays);
  return (max * days) / (days + halfAfterDays);
}

/** With fewer days of history than this, too little is known about a person's evenings. */
export const youngDays = 7;
/** A person who has been idle for longer than this, in slots, has presumably stopped for the day. */
const atWorkSlots = 2;
const eveningTrust = 0.5;

/**
 * What holds late in the day in a person's first week, whatever was learned: a person at work continues with a
 * probability of one half, and anyone else is expected to use nothing more. Null where that does not apply.
 */
export function findYoungTrust(
  kind: WindowKind,
  elapsedShare: number,
  historyDays: number,
  restSlots: number,
): number | null {
  if (kind !== 'day' || toQuarter(elapsedShare) < 3 || historyDays >= youngDays) return null;
  return restSlots > atWorkSlots ? 0 : eveningTrust;
}
