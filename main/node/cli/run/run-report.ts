import path from 'node:path';
import { addTotals } from '../../../../shared/analytics/totals.ts';
import type { GrownRow } from '../../../../shared/analytics/usage-growth.ts';
import { toIso } from '../../../../shared/domain/instant.ts';
import type { UsageTotals } from '../../../../shared/domain/report.ts';
import { totalTokens } from '../../../../shared/domain/token-usage.ts';
import type { RunMeasures } from '../../run/measure-run.ts';
import { messages } from '../messages.ts';
import { toCostText } from '../output/figures.ts';
import type { Page } from '../output/page.ts';
import { toTotalsJson } from '../output/usage-json.ts';

const { run: words } = messages.cli;

/** What a command used, of agents and of this machine. */
export interface RunReport {
  /** Its name without folder and arguments, which may hold a prompt. */
  readonly program: string;
  readonly measures: RunMeasures;
  /** What sessions in its folder added, and what others added at the same time. */
  readonly own: readonly GrownRow[];
  readonly others: readonly GrownRow[];
}

/** Splits what was added by whether the session ran in a folder or below it. Rows name session, project and model. */
export function splitByFolder(
  growth: readonly GrownRow[],
  folder: string,
  countsAll: boolean,
): Pick<RunReport, 'own' | 'others'> {
  const isOwn = ({ row }: GrownRow): boolean => countsAll || isBelow(row.alsoKeys?.[0] ?? null, folder);
  return { own: growth.filter(isOwn), others: growth.filter((each) => !isOwn(each)) };
}

function isBelow(project: string | null, folder: string): boolean {
  if (project === null) return false;
  const way = path.relative(folder, project);
  return way === '' || (!way.startsWith('..') && !path.isAbsolute(way));
}

/** The JSON of `run`, in schema `fuelgauge.run.v1`. */
export function toRunJson({ program, measures, own, others }: RunReport, hasCost: boolean) {
  const withoutCost = ({ costUsd, ...rest }: ReturnType<typeof toTotalsJson>) =>
    hasCost ? { ...rest, costUsd } : { events: rest.events, usage: rest.usage };
  const { exitCode, startedAtMs, endedAtMs, cpuTimeMs, cpuKind, peakRssBytes } = measures;
  return {
    schema: 'fuelgauge.run.v1',
    program,
    exitCode,
    startedAt: toIso(startedAtMs),
    endedAt: toIso(endedAtMs),
    durationMs: endedAtMs - startedAtMs,
    cpuTimeMs,
    cpuKind,
    peakRssBytes,
    peakRssKind: peakRssBytes === null ? 'unknown' : 'estimated',
    totals: withoutCost(toTotalsJson(sum(own))),
    rows: own.map(({ row, added }) => ({
      source: row.source,
      sessionId: row.key,
      project: row.alsoKeys?.[0] ?? null,
      model: row.alsoKeys?.[1] ?? null,
      ...withoutCost(toTotalsJson(added)),
    })),
    elsewhere: withoutCost(toTotalsJson(sum(others))),
  };
}

/** The same for a person. */
export function* toRunText({ measures, own, others }: RunReport, page: Page, hasCost: boolean): Generator<string> {
  const totals = sum(own);
  yield words.usage({
    responses: totals.events,
    sessions: new Set(own.map(({ row }) => `${row.source} ${row.key}`)).size,
    tokens: totalTokens(totals.usage),
    cost: hasCost && totals.costMicroUsd !== null ? toCostText(totals, page.currency) : null,
    unpriced: hasCost ? totals.unpricedModels : [],
  });
  const { startedAtMs, endedAtMs, cpuTimeMs, cpuKind, peakRssBytes } = measures;
  yield words.machine({
    tookMs: endedAtMs - startedAtMs,
    cpuMs: cpuTimeMs,
    isEstimated: cpuKind === 'estimated',
    memory: peakRssBytes === null ? null : messages.format.bytes(peakRssBytes),
  });
  const elsewhere = totalTokens(sum(others).usage);
  if (elsewhere > 0) yield words.elsewhere(elsewhere);
}

function sum(rows: readonly GrownRow[]): UsageTotals {
  return addTotals(rows.map(({ added }) => added));
}
