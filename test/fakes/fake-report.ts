import { addDays, createCalendar, toMonth, civilRules, toWeekStart } from '../../shared/domain/calendar-day.ts';
import type { ReportField } from '../../shared/domain/profile-fields.ts';
import {
  isPeriod,
  parseReportKeys,
  type Report,
  type ReportQuery,
  type ReportRow,
  type UsageTotals,
} from '../../shared/domain/report.ts';
import { addUsage, emptyUsage, type TokenUsage } from '../../shared/domain/token-usage.ts';
import { compareValues } from '../../shared/lib/compare.ts';
import type { Scenario } from './fake-scenarios.ts';

const sources = ['claude-code', 'codex', 'gemini-cli'] as const;
const models = {
  'claude-code': ['claude-opus-4-6', 'claude-sonnet-4-6', 'claude-haiku-4-5'],
  codex: ['gpt-5.3-codex', 'gpt-5.3-codex-mini'],
  'gemini-cli': ['gemini-3-pro-preview'],
} as const;
const projects = [
  '/home/ada/work/harbour-api',
  '/home/ada/work/atlas',
  '/home/ada/oss/pebble',
  '/home/ada/work/mobile-client-with-a-rather-long-name',
  '/home/ada/notes',
] as const;

/** Answers a report query with figures that depend only on the query, the scenario and the day. */
export function createFakeReport(query: ReportQuery, scenario: Scenario): Report {
  const rows = createRows(query, scenario).filter((row) => query.source === null || row.source === query.source);
  rows.sort(
    (a, b) =>
      compareValues(a.key ?? '', b.key ?? '') ||
      compareValues(a.source, b.source) ||
      compareValues(a.split ?? '', b.split ?? ''),
  );
  return {
    generatedAtMs: scenario.snapshot.generatedAtMs,
    timeZone: 'UTC',
    query,
    rows,
    totals: sum(rows),
  };
}

function createRows(query: ReportQuery, scenario: Scenario): ReportRow[] {
  if (scenario.reportRows === 0) return [];
  const calendar = createCalendar('UTC');
  const today = calendar.dayOf(scenario.snapshot.generatedAtMs);
  if (!isPeriod(query.by)) {
    const count =
      query.by === 'session'
        ? scenario.reportRows
        : query.by === 'source'
          ? 1
          : query.by === 'account' || query.by === 'device'
            ? 4
            : 12;
    // Rows that are divided further have some parts each.
    const partsOf = query.alsoBy === undefined || query.by === 'session' ? 1 : 3;
    return Array.from({ length: count * partsOf }, (_, place) => {
      const [index, part] = [Math.floor(place / partsOf), place % partsOf];
      const source = sources[pick(index, 5) === 0 ? 2 : pick(index, 2)]!;
      const model = models[source][pick(index * 3, models[source].length)]!;
      const project = projects[pick(index * 7, projects.length)]!;
      const sessionKey = `${hex(index * 2654435761)}-${hex(index * 40503 + 7).slice(0, 4)}-4c1e-9a6f`;
      const keys: Readonly<Record<ReportField, string | null>> = {
        session: sessionKey,
        project: `${project}-${index}`,
        model: `${model}-${index}`,
        account: index === 0 ? null : `account-${hex(index * 2654435761)}`,
        device: index === 0 ? null : `wsl:Ubuntu-${20 + index}.04`,
        source,
        branch: index === 0 ? null : `feature/branch-${index}`,
        entrypoint: index === 0 ? null : `entry-${index}`,
      };
      const key = keys[query.by as ReportField];
      const lastAtMs = scenario.snapshot.generatedAtMs - index * 1_380_000;
      const also = parseReportKeys(query.alsoBy ?? '').map((by) => {
        const own = isPeriod(by) ? today : keys[by];
        return part === 0 || own === null ? own : `${own}-${part}`;
      });
      const weight = (0.02 + noise(index) * 0.4) / (1 + part);
      const row = toRow(key, source, splitOf(query, model, project), [model], lastAtMs, index + 11, weight);
      return query.alsoBy === undefined ? row : { ...row, alsoKeys: also };
    });
  }
  const rows = new Map<string, ReportRow>();
  for (let age = 0; age < 420; age += 1) {
    const day = addDays(today, -age);
    if (age > 0 && noise(age + 5) < 0.12) continue;
    if ((query.since !== null && day < query.since) || (query.until !== null && day > query.until)) continue;
    const key = query.by === 'day' ? day : query.by === 'week' ? toWeekStart(day, civilRules) : toMonth(day);
    sources.forEach((source, sourceIndex) => {
      if (sourceIndex === 2 && noise(age * 3) < 0.6) return;
      models[source].forEach((model, modelIndex) => {
        const project = projects[pick(age + modelIndex + sourceIndex, projects.length)]!;
        const split = splitOf(query, model, project);
        const id = `${key}|${source}|${split ?? ''}`;
        const weight = (0.35 + noise(age * 13 + modelIndex * 5 + sourceIndex)) / (1 + modelIndex * 1.6 + sourceIndex);
        const row = toRow(key, source, split, [model], calendar.startOf(day) + 36_000_000, age, weight);
        const held = rows.get(id);
        rows.set(id, held === undefined ? row : merge(held, row));
      });
    });
  }
  return [...rows.values()];
}

function splitOf(query: ReportQuery, model: string, project: string): string | null {
  return query.split === 'model' ? model : query.split === 'project' ? project : null;
}

function toRow(
  key: string | null,
  source: string,
  split: string | null,
  rowModels: readonly string[],
  atMs: number,
  seed: number,
  weight: number,
): ReportRow {
  const usage: TokenUsage = {
    inputTokens: Math.round(180_000 * weight),
    cacheCreation5mTokens: Math.round(310_000 * weight * (0.6 + noise(seed))),
    cacheCreation1hTokens: Math.round(90_000 * weight),
    cacheReadTokens: Math.round(9_400_000 * weight * (0.5 + noise(seed + 3))),
    outputTokens: Math.round(140_000 * weight),
    reasoningTokens: Math.round(30_000 * weight),
  };
  const isUnpriced = source === 'gemini-cli';
  return {
    key,
    source,
    split,
    models: rowModels,
    events: Math.ceil(240 * weight),
    unfinishedEvents: seed % 9 === 0 ? 1 : 0,
    usage,
    costMicroUsd: isUnpriced ? null : Math.round(9_800_000 * weight),
    unpricedModels: isUnpriced ? rowModels : [],
    firstAtMs: atMs - 5_400_000,
    lastAtMs: atMs,
  };
}

function merge(a: ReportRow, b: ReportRow): ReportRow {
  return {
    ...a,
    ...sum([a, b]),
    models: [...new Set([...a.models, ...b.models])],
    firstAtMs: Math.min(a.firstAtMs, b.firstAtMs),
    lastAtMs: Math.max(a.lastAtMs, b.lastAtMs),
  };
}

function sum(rows: readonly UsageTotals[]): UsageTotals {
  const priced = rows.filter((row) => row.costMicroUsd !== null);
  return {
    events: rows.reduce((total, row) => total + row.events, 0),
    unfinishedEvents: rows.reduce((total, row) => total + row.unfinishedEvents, 0),
    usage: rows.reduce((total, row) => addUsage(total, row.usage), emptyUsage),
    costMicroUsd: priced.length === 0 ? null : priced.reduce((total, row) => total + (row.costMicroUsd ?? 0), 0),
    unpricedModels: [...new Set(rows.flatMap((row) => row.unpricedModels))].sort(),
  };
}

function noise(seed: number): number {
  const value = Math.sin(seed * 12.9898 + 4.1414) * 43_758.5453;
  return value - Math.floor(value);
}

function pick(seed: number, count: number): number {
  return Math.floor(noise(seed + 1) * count) % count;
}

function hex(seed: number): string {
  return (Math.abs(seed) % 4_294_967_296).toString(16).padStart(8, '0');
}
