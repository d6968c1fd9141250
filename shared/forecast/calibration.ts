import { findYoungTrust, toFirstTrust, toQuarter } from './first-trust.ts';
import { pinballLoss } from './pinball.ts';
import type { Quantiles, WindowKind } from './forecast.ts';

/** A forecast whose outcome is known. */
export interface KnownForecast {
  readonly kind: WindowKind;
  /** The share of the window that had passed. */
  readonly elapsedShare: number;
  readonly used: number;
  /** Of the total, before calibration. */
  readonly quantiles: Quantiles;
  /** The upper end of the 80 % interval that was given. */
  readonly upper: number;
  readonly lower: number;
  readonly total: number;
  /** The usual tokens of a slot then. */
  readonly scale: number;
}

/** How the person's own past changes a forecast. */
export interface Adjustment {
  /** How far the forecast is believed rather than "nothing more will come", 0 to 1. */
  readonly trust: number;
  /** The nominal probability of the interval, chosen so that 80 % of the person's totals lie in it. */
  readonly level: number;
}

/** What past forecasts teach about the next. */
export interface Calibration {
  /** `restSlots`: for how many quarters of an hour nothing has been used. */
  find(kind: WindowKind, elapsedShare: number, historyDays: number, restSlots: number): Adjustment;
  /** Learns from a forecast once its window is over; call in order of time. */
  note(known: KnownForecast): void;
}

const firstLevel = 0.79;
const trusts = [0, 0.25, 0.5, 0.75, 1] as const;
/** The weight of the initial trust, in losses of four usual slots. */
const firstTrustWeight = 4;
const forgetEach = 0.95;
/** Step of the adaptive conformal level (Gibbs and Candès 2021), and how far it may go. */
const levelStep = 0.03;
const levelBounds = { min: 0.6, max: 0.95 } as const;

interface Experience {
  /** The loss that each level of trust would have had. */
  readonly losses: number[];
  level: number;
}

/** Builds an empty one. It keeps a few numbers for each kind of window and each quarter of it. */
export function createCalibration(): Calibration {
  const experiences = new Map<string, Experience>();
  const read = (kind: WindowKind, elapsedShare: number): Experience => {
    const key = `${kind} ${toQuarter(elapsedShare)}`;
    let experience = experiences.get(key);
    if (experience === undefined) {
      experience = { losses: trusts.map(() => 0), level: firstLevel };
      experiences.set(key, experience);
    }
    return experience;
  };
  return {
    find(kind, elapsedShare, historyDays, restSlots) {
      const { losses, level } = read(kind, elapsedShare);
      const young = findYoungTrust(kind, elapsedShare, historyDays, restSlots);
      return { trust: young ?? findTrust(losses, toFirstTrust(kind, elapsedShare, historyDays)), level };
    },
    note(known) {
      const experience = read(known.kind, known.elapsedShare);
      for (const [index, trust] of trusts.entries()) {
        const blended = blend(known.quantiles, known.used, trust);
        const loss = pinballLoss(blended, known.total) / Math.max(1, known.scale);
        experience.losses[index] = (experience.losses[index] ?? 0) * forgetEach + loss;
      }
      const isHeld = known.total >= known.lower && known.total <= known.upper;
      const level = experience.level + levelStep * (isHeld ? -0.2 : 0.8);
      experience.level = Math.min(levelBounds.max, Math.max(levelBounds.min, level));
    },
  };
}

/** The trust with the least loss so far, as long as it outweighs the first one; without losses, the first one. */
function findTrust(losses: readonly number[], first: number): number {
  if (losses.every((loss) => loss === 0)) return first;
  const costs = losses.map((loss, index) => loss + firstTrustWeight * ((trusts[index] ?? 0) - first) ** 2);
  return trusts[costs.indexOf(Math.min(...costs))] ?? first;
}

/** Mixes a forecast of the total with "nothing more will come". */
export function blend(quantiles: Quantiles, used: number, trust: number): Quantiles {
  const [a, b, c, d, e] = quantiles;
  const mix = (value: number): number => trust * value + (1 - trust) * used;
  return [mix(a), mix(b), mix(c), mix(d), mix(e)];
}
