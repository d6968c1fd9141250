import type { BacktestRow } from '../../../shared/domain/backtest.ts';
import { dayMs, floorTo, hourMs } from '../../../shared/domain/instant.ts';
import { createTotalScores } from '../../../shared/forecast/backtest/totals.ts';
import type { BacktestHistory } from '../../../shared/forecast/backtest/replay.ts';
import { createDistribution } from '../../../shared/forecast/distribution.ts';
import {
  quantileLevels,
  toPointForecast,
  usedSoFar,
  type ForecastMethod,
  type Quantiles,
} from '../../../shared/forecast/forecast.ts';
import { baselines } from '../../../shared/forecast/methods/all-methods.ts';
import { createFuelgaugeMethod } from '../../../shared/forecast/methods/fuelgauge.ts';
import { slotMs, type SlotSeries } from '../../../shared/forecast/slot-series.ts';
import { madeUpFromMs, type Habit, type MadeUpHistory } from '../../support/made-up-histories.ts';
import { createRandom, type Random } from '../corpus/random.ts';
import { listQuestions, type Question } from './heavy/replay-shares.ts';

/** How many lives are drawn for each source; those that do not agree with what was seen are thrown away. */
const draws = 3_000;
const level = 0.8;

/**
 * Judges an oracle beside all methods, at the compared shares: it knows how a made-up person lives, and has seen the
 * same past. No method can expect a lower loss, so it tells how far below the baselines one can come at all.
 */
export function judgeOracle(history: MadeUpHistory & BacktestHistory): readonly BacktestRow[] {
  const scores = createTotalScores();
  let series = '';
  let methods: readonly ForecastMethod[] = [];
  for (const question of listQuestions(history)) {
    if (question.series !== series) methods = [...baselines, createFuelgaugeMethod(), createOracle(history, question)];
    series = question.series;
    for (const method of methods) ask(method, question, scores);
  }
  return scores.rows();
}

function ask(
  method: ForecastMethod,
  { input, window, share }: Question,
  scores: ReturnType<typeof createTotalScores>,
): void {
  const used = usedSoFar(input);
  const forecast = method.forecast(input) ?? toPointForecast(used);
  const historyDays = Math.floor((input.nowMs - madeUpFromMs) / dayMs);
  scores.add({
    ...{ method: method.id, kind: window.kind, window, nowMs: input.nowMs, elapsedShare: share },
    ...{ historyDays, used, forecast, limit: null },
  });
}

/** A block is one source's own; days and weeks are of all. */
function createOracle({ name, habits, sources }: MadeUpHistory, { series, window }: Question): ForecastMethod {
  const of = Number(series.split(' ')[1]);
  const lived = habits
    .map((habit, index) => ({ habit, series: sources[index]! }))
    .filter((_, index) => window.kind !== 'block' || index === of);
  const random = createRandom(`oracle ${name}`);
  return {
    id: 'oracle',
    forecast(input) {
      const totals = new Float64Array(draws);
      for (const each of lived) addRemaining(totals, each, input.nowMs, input.window.endMs, random);
      const remaining = createDistribution(
        Array.from(totals, (value) => ({ value, weight: 1 })),
        1,
      );
      const used = usedSoFar(input);
      const below = (1 - level) / 2;
      const isOpen = 1 - remaining.exceeds(0) >= below;
      return {
        quantiles: quantileLevels.map((each) => used + remaining.quantile(each)) as unknown as Quantiles,
        interval: isOpen
          ? [used, used + remaining.quantile(level)]
          : [used + remaining.quantile(below), used + remaining.quantile(1 - below)],
        exceeds: (tokens) => remaining.exceeds(tokens - used),
      };
    },
  };
}

/** Slots, counted from the first day, in which somebody is at work. */
type Shift = ReadonlySet<number>;

/** Adds what each drawn life uses from now to the end. */
function addRemaining(
  totals: Float64Array,
  { habit, series }: { readonly habit: Habit; readonly series: SlotSeries },
  nowMs: number,
  endMs: number,
  random: Random,
): void {
  const [now, end] = [(nowMs - madeUpFromMs) / slotMs, (endMs - madeUpFromMs) / slotMs];
  const today = Math.floor((nowMs - madeUpFromMs) / dayMs);
  const lastDay = Math.min(habit.days - 1, Math.ceil((endMs - madeUpFromMs) / dayMs) - 1);
  const shifts = drawShifts(habit, series, today, now, random);
  for (let draw = 0; draw < totals.length; draw++) {
    const days = [...shifts[draw]!];
    for (let day = today + 1; day <= lastDay; day++) days.push(drawShift(habit, day, random));
    for (const shift of days) {
      for (const slot of shift) {
        if (slot < now || slot >= end || !random.chance(habit.share)) continue;
        totals[draw] = totals[draw]! + habit.scale(Math.floor(slot / slotsPerDay)) * Math.exp(random.normal());
      }
    }
  }
}

const slotsPerDay = dayMs / slotMs;

function drawShift(habit: Habit, day: number, random: Random): Shift {
  const slots = new Set<number>();
  if (day < 0 || day >= habit.days) return slots;
  for (const { atHour, hours } of habit.sessions(day, random)) {
    const startMs = day * dayMs + atHour * hourMs;
    for (let atMs = startMs; atMs < startMs + hours * hourMs; atMs += slotMs) slots.add(floorTo(atMs, slotMs) / slotMs);
  }
  return slots;
}

/**
 * Draws yesterday's and today's shifts as likely as they are after what was seen: yesterday's may last past midnight.
 * Drawn lives weigh by how likely they made it, and are drawn again by that weight.
 */
function drawShifts(
  habit: Habit,
  series: SlotSeries,
  today: number,
  now: number,
  random: Random,
): readonly (readonly Shift[])[] {
  const midnight = today * slotsPerDay;
  const isUsed = (slot: number): boolean => {
    const atMs = madeUpFromMs + slot * slotMs;
    return series.sumBetween(atMs, atMs + slotMs) > 0;
  };
  const seen = new Map<number, boolean>();
  for (let slot = midnight - slotsPerDay; slot < now; slot++) seen.set(slot, isUsed(slot));
  const likelihood = (shifts: readonly Shift[], from: number, to: number): number => {
    let product = 1;
    for (let slot = from; slot < to && product > 0; slot++) {
      const isAtWork = shifts.some((shift) => shift.has(slot));
      product *= seen.get(slot) ? (isAtWork ? habit.share : 0) : isAtWork ? 1 - habit.share : 1;
    }
    return product;
  };
  const draw = (day: number): readonly Shift[] => Array.from({ length: draws }, () => drawShift(habit, day, random));
  // What the day before yesterday left over is over by six in the morning.
  const early = midnight - slotsPerDay + 24;
  const yesterdays = resample(draw(today - 1), (shift) => likelihood([shift], early, midnight), random);
  const pairs = draw(today).map((shift, index) => [yesterdays[index]!, shift] as const);
  return resample(pairs, (pair) => likelihood(pair, midnight, now), random);
}

/** Draws as many again, each as often as it weighs; all of them alike where none agrees. */
function resample<Item>(items: readonly Item[], weigh: (item: Item) => number, random: Random): readonly Item[] {
  const sums = new Float64Array(items.length);
  let total = 0;
  for (const [index, item] of items.entries()) sums[index] = total += weigh(item);
  if (total === 0) return items;
  return items.map(() => {
    const wanted = random.next() * total;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sums[middle]! > wanted) high = middle;
      else low = middle + 1;
    }
    return items[low]!;
  });
}
