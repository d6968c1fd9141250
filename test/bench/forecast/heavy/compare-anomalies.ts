import { dayMs, hourMs } from '../../../../shared/domain/instant.ts';
import { isFarAbove } from '../../../../shared/forecast/anomalies.ts';
import { quantileOf } from '../../../../shared/forecast/quantile.ts';
import { slotMs, type SlotSeries } from '../../../../shared/forecast/slot-series.ts';
import { createRandom } from '../../corpus/random.ts';
import type { Person } from '../read-people.ts';
import { clusterByDensity, silhouetteOf } from './dbscan.ts';
import { createIsolationForest } from './isolation-forest.ts';

/** How a method finds days that were made ten times as large. */
export interface AnomalyResult {
  readonly method: string;
  readonly days: number;
  readonly falseAlarms: number;
  readonly made: number;
  readonly found: number;
  readonly ms: number;
}

/** Days with usage that must have been before. */
const minDays = 10;
const times = 10;

interface Day {
  readonly tokens: number;
  readonly hours: number;
}
type Detector = (day: Day, before: readonly Day[]) => boolean;
const toPoint = ({ tokens, hours }: Day): readonly number[] => [Math.log(tokens), Math.log(hours)];

const detectors: Readonly<Record<string, Detector>> = {
  'robust deviation (ours)': (day, before) =>
    isFarAbove(
      day.tokens,
      before.map(({ tokens }) => tokens),
    ),
  'isolation forest': (day, before) => {
    const score = createIsolationForest(before.map(toPoint), createRandom('isolation'));
    const usual = before.map((each) => score(toPoint(each)));
    return isLarge(day, before) && score(toPoint(day)) > quantileOf(usual, 0.98);
  },
  DBSCAN: (day, before) => {
    const points = [...before, day].map(toPoint);
    return isLarge(day, before) && clusterByDensity(points, radiusOf(points), 4).at(-1) === -1;
  },
};

/** Only more than usual is news: both find small days, too. */
function isLarge(day: Day, before: readonly Day[]): boolean {
  return (
    day.tokens >
    quantileOf(
      before.map(({ tokens }) => tokens),
      0.5,
    )
  );
}

/** The usual distance to the fourth nearest. */
function radiusOf(points: readonly (readonly number[])[]): number {
  const fourth = points.map((point) => {
    const all = points.map((other) => Math.hypot(point[0]! - other[0]!, point[1]! - other[1]!)).sort((a, b) => a - b);
    return all[Math.min(4, all.length - 1)] ?? 0;
  });
  return quantileOf(fourth, 0.9);
}

/** Every real day counts as usual; each is tried once more with ten times its tokens. */
export function compareAnomalies(people: readonly Person[]): readonly AnomalyResult[] {
  const histories = people.map(({ all }) => toDays(all)).filter((days) => days.length > minDays);
  return Object.entries(detectors).map(([method, detect]) => {
    const startedMs = performance.now();
    let [days, falseAlarms, found] = [0, 0, 0];
    for (const history of histories) {
      for (const [index, day] of history.entries()) {
        if (index < minDays) continue;
        const before = history.slice(0, index);
        days++;
        if (detect(day, before)) falseAlarms++;
        if (detect({ ...day, tokens: day.tokens * times }, before)) found++;
      }
    }
    return { method, days, falseAlarms, made: days, found, ms: performance.now() - startedMs };
  });
}

function toDays(series: SlotSeries): readonly Day[] {
  const days = new Map<number, Day>();
  for (let index = 0; index < series.length; index++) {
    const { atMs, tokens } = series.at(index)!;
    const key = Math.floor(atMs / dayMs);
    const known = days.get(key) ?? { tokens: 0, hours: 0 };
    days.set(key, { tokens: known.tokens + tokens, hours: known.hours + slotMs / hourMs });
  }
  return [...days.entries()].sort(([a], [b]) => a - b).map(([, day]) => day);
}

/** Whether the sessions of people fall into kinds, by DBSCAN on length, tokens and time of day. */
export interface SessionKinds {
  readonly sessions: number;
  readonly clusters: number;
  readonly largestShare: number;
  readonly noiseShare: number;
  readonly silhouette: number | null;
}

/** A session ends with two hours of rest. */
const restMs = 2 * hourMs;

/** Clusters the sessions of each person with at least thirty. */
export function findSessionKinds(people: readonly Person[]): readonly SessionKinds[] {
  return people.flatMap(({ all }) => {
    const points = standardise(toSessions(all));
    if (points.length < 30) return [];
    const clusters = clusterByDensity(points, radiusOf3(points), 5);
    const sizes = [...new Set(clusters)]
      .filter((each) => each >= 0)
      .map((each) => clusters.filter((other) => other === each).length);
    return [
      {
        sessions: points.length,
        clusters: sizes.length,
        largestShare: Math.max(0, ...sizes) / points.length,
        noiseShare: clusters.filter((each) => each === -1).length / points.length,
        silhouette: silhouetteOf(points, clusters),
      },
    ];
  });
}

function radiusOf3(points: readonly (readonly number[])[]): number {
  const fifth = points.map(
    (point) => points.map((other) => Math.hypot(...point.map((x, k) => x - other[k]!))).sort((a, b) => a - b)[5] ?? 0,
  );
  return quantileOf(fifth, 0.75);
}

function toSessions(series: SlotSeries): readonly (readonly number[])[] {
  const sessions: { startMs: number; endMs: number; tokens: number }[] = [];
  for (let index = 0; index < series.length; index++) {
    const { atMs, tokens } = series.at(index)!;
    const last = sessions.at(-1);
    if (last !== undefined && atMs - last.endMs < restMs) {
      last.endMs = atMs + slotMs;
      last.tokens += tokens;
    } else sessions.push({ startMs: atMs, endMs: atMs + slotMs, tokens });
  }
  return sessions.map(({ startMs, endMs, tokens }) => {
    const turn = (2 * Math.PI * (startMs % dayMs)) / dayMs;
    return [Math.log((endMs - startMs) / slotMs), Math.log(tokens), Math.sin(turn), Math.cos(turn)];
  });
}

function standardise(points: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const width = points[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, k) => points.map((point) => point[k] ?? 0));
  const means = columns.map((column) => column.reduce((sum, x) => sum + x, 0) / column.length);
  const spreads = columns.map((column, k) =>
    Math.sqrt(column.reduce((sum, x) => sum + (x - means[k]!) ** 2, 0) / column.length),
  );
  return points.map((point) => point.map((x, k) => (x - means[k]!) / Math.max(1e-9, spreads[k]!)));
}
