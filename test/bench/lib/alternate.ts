import { toFigure, toSpreadFigure, type Figure } from './figure.ts';
import type { Bench } from './measurement.ts';
import { measureProcess, type Command, type ProcessFigures } from './measure-process.ts';
import { toSpread, type Spread } from './statistics.ts';

/** One of the programs that are compared. */
export interface Contender {
  readonly name: string;
  /** Prepares a run, untimed, and returns what to run. */
  prepare(): Command;
  /** Checks the output; throws when the work was not done. */
  check?(stdout: string): void;
}

/** What the runs of one contender cost. */
export type ContenderResult = Readonly<Record<keyof ProcessFigures, Spread>> & { readonly name: string };

/**
 * Runs contenders in turn, so that other load on the machine affects all of them. A first round, which fills the
 * page cache, is not counted.
 */
export async function runAlternately(
  bench: Bench,
  contenders: readonly Contender[],
): Promise<readonly ContenderResult[]> {
  const outputFolder = bench.newFolder();
  const taken = new Map<string, ProcessFigures[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round <= bench.runs; round++) {
    for (const contender of contenders) {
      const { stdout, ...figures } = await measureProcess(contender.prepare(), outputFolder);
      contender.check?.(stdout);
      if (round > 0) taken.get(contender.name)!.push(figures);
    }
  }
  return contenders.map(({ name }) => {
    const runs = taken.get(name)!;
    const spreadOf = (key: keyof ProcessFigures): Spread => toSpread(runs.map((run) => run[key]));
    return { name, wallMs: spreadOf('wallMs'), cpuMs: spreadOf('cpuMs'), peakRssBytes: spreadOf('peakRssBytes') };
  });
}

/** Medians of each contender. */
export function toContenderFigures(results: readonly ContenderResult[]): readonly Figure[] {
  return results.flatMap(({ name, wallMs, cpuMs, peakRssBytes }) => [
    toSpreadFigure(`${name}: wall`, 'ms', wallMs),
    toSpreadFigure(`${name}: processor`, 'ms', cpuMs),
    toSpreadFigure(`${name}: peak memory`, 'bytes', peakRssBytes),
  ]);
}

/** The ratios of medians between two contenders; the goal applies to wall-clock time. */
export function toRatioFigures(ours: ContenderResult, theirs: ContenderResult, atMost: number): readonly Figure[] {
  const ratio = (key: keyof ProcessFigures): number => ours[key].median / theirs[key].median;
  return [
    toFigure(`${ours.name} / ${theirs.name}: wall`, 'ratio', ratio('wallMs'), atMost),
    toFigure(`${ours.name} / ${theirs.name}: processor`, 'ratio', ratio('cpuMs')),
  ];
}
