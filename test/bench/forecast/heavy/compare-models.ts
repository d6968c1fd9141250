import { createTotalScores } from '../../../../shared/forecast/backtest/totals.ts';
import { toPointForecast, usedSoFar, windowKinds, type ForecastMethod } from '../../../../shared/forecast/forecast.ts';
import { learnPrior } from '../learn-prior.ts';
import { baselines } from '../../../../shared/forecast/methods/all-methods.ts';
import { createFuelgaugeMethod } from '../../../../shared/forecast/methods/fuelgauge.ts';
import type { BacktestRow } from '../../../../shared/domain/backtest.ts';
import { dayMs } from '../../../../shared/domain/instant.ts';
import type { Person } from '../read-people.ts';
import { trainForest, trainNetwork, type Example } from './learned-models.ts';
import { toMoment } from './moments.ts';
import { listQuestions, type Question } from './replay-shares.ts';
import { ets, mstl, prophet } from './season-models.ts';

/** What a method took. */
export interface Effort {
  readonly method: string;
  readonly trainMs: number;
  readonly forecasts: number;
  readonly forecastMs: number;
  /** What the process held more after its training and forecasts, in bytes. */
  readonly rssBytes: number;
}

/** People are judged in so many groups; what is learned comes from the others. */
const folds = 4;
/** Every model is asked at most about so many windows of a kind and person: some take seconds each. */
const maxWindows = 6;
const maxExamples = 6_000;

/** Judges the heavy models, the simple ones and ours by the same questions. */
export function compareModels(people: readonly Person[]): {
  readonly rows: readonly (readonly BacktestRow[])[];
  readonly efforts: readonly Effort[];
} {
  const asked = people.map((person) => thin(listQuestions(person)));
  const examples = asked.map((questions) => questions.flatMap(toExample));
  const efforts = new Map<string, Effort>();
  const rows = people.map(() => [] as BacktestRow[]);
  for (let fold = 0; fold < folds; fold++) {
    const isMine = (index: number): boolean => index % folds === fold;
    const others = spread(examples.filter((_, index) => !isMine(index)).flat(), maxExamples);
    const learned = [timed(efforts, () => trainForest(others)), timed(efforts, () => trainNetwork(others))];
    for (const [index, person] of people.entries()) {
      if (!isMine(index)) continue;
      const prior = learnPrior(
        people.filter((other) => other !== person && other.all.length >= 3).map(({ all }) => all),
      );
      const methods = [
        ...baselines.map((each) => () => each),
        () => createFuelgaugeMethod(prior),
        ...[ets, mstl, prophet, ...learned].map((each) => () => each),
      ];
      rows[index]!.push(...judge(asked[index]!, methods, efforts));
    }
  }
  return { rows, efforts: [...efforts.values()] };
}

function judge(
  questions: readonly Question[],
  methods: readonly (() => ForecastMethod)[],
  efforts: Map<string, Effort>,
): readonly BacktestRow[] {
  const scores = createTotalScores();
  const built = new Map<string, readonly ForecastMethod[]>();
  for (const { input, window, share, series } of questions) {
    const own = built.get(series) ?? methods.map((create) => create());
    built.set(series, own);
    const used = usedSoFar(input);
    for (const method of own) {
      const startedMs = performance.now();
      const before = process.memoryUsage.rss();
      const forecast = method.forecast(input) ?? toPointForecast(used);
      note(efforts, method.id, {
        forecasts: 1,
        forecastMs: performance.now() - startedMs,
        rssBytes: Math.max(0, process.memoryUsage.rss() - before),
      });
      scores.add({
        method: method.id,
        kind: window.kind,
        window,
        nowMs: input.nowMs,
        elapsedShare: share,
        historyDays: Math.floor((input.nowMs - (input.series.at(0)?.atMs ?? 0)) / dayMs),
        used,
        forecast,
        limit: null,
      });
    }
  }
  return scores.rows();
}

function toExample({ input, window }: Question): readonly Example[] {
  const moment = toMoment(input);
  if (moment === null) return [];
  return [{ ...moment, target: Math.log1p((window.total - usedSoFar(input)) / moment.scale) }];
}

/** Evenly spread windows of each kind. */
function thin(questions: readonly Question[]): readonly Question[] {
  return windowKinds.flatMap((kind) => {
    const mine = questions.filter(({ window }) => window.kind === kind);
    const starts = [...new Set(mine.map(({ window, series }) => `${series} ${window.startMs}`))];
    const kept = new Set(spread(starts, maxWindows));
    return mine.filter(({ window, series }) => kept.has(`${series} ${window.startMs}`));
  });
}

function spread<Item>(items: readonly Item[], most: number): readonly Item[] {
  const step = Math.max(1, items.length / most);
  return items.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

function timed(efforts: Map<string, Effort>, train: () => ForecastMethod): ForecastMethod {
  const startedMs = performance.now();
  const before = process.memoryUsage.rss();
  const method = train();
  note(efforts, method.id, {
    trainMs: performance.now() - startedMs,
    rssBytes: Math.max(0, process.memoryUsage.rss() - before),
  });
  return method;
}

function note(efforts: Map<string, Effort>, method: string, more: Partial<Effort>): void {
  const known = efforts.get(method) ?? { method, trainMs: 0, forecasts: 0, forecastMs: 0, rssBytes: 0 };
  efforts.set(method, {
    method,
    trainMs: known.trainMs + (more.trainMs ?? 0),
    forecasts: known.forecasts + (more.forecasts ?? 0),
    forecastMs: known.forecastMs + (more.forecastMs ?? 0),
    rssBytes: known.rssBytes + (more.rssBytes ?? 0),
  });
}
