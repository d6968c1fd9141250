import type { AnswerOf, HostCalls } from '../../../../shared/contract/index.ts';
import { toIso } from '../../../../shared/domain/instant.ts';
import type { ReportRow, UsageTotals } from '../../../../shared/domain/report.ts';
import { toUsd } from '../../../../shared/domain/money.ts';
import type { SessionSummary } from '../../../../shared/domain/session.ts';
import type { PlacedSubagent } from '../../../../shared/domain/subagent.ts';
import { cleanText } from '../../../../shared/lib/clean-text.ts';
import { totalTokens } from '../../../../shared/domain/token-usage.ts';
import { messages } from '../messages.ts';
import type { CliOptions } from '../options/cli-options.ts';
import type { CsvColumn } from './csv.ts';
import type { DataTable } from './data-table.ts';
import { createInstantText, toCostText, unknownText } from './figures.ts';
import { toModelsText } from './models-text.ts';
import type { Page } from './page.ts';
import { toUsageColumns } from './usage-csv.ts';
import { toSessionJson, toTotalsJson, toUsageJson } from './usage-json.ts';
import { toModelJson } from './report-forms.ts';

const { cli, format } = messages;
const { tables } = cli;

/** A session with the rows of its models; null when they were not asked for. */
export interface SessionParts {
  readonly session: SessionSummary;
  readonly models: readonly ReportRow[] | null;
}

/** The same with what started it, and what it started. */
export interface BrokenDownSession extends SessionParts {
  readonly parentId: string | null;
  readonly subagents: readonly PlacedSubagent[];
}

/** A row of CSV output: a session, or the part of it that one model has. */
export interface SessionCsvRow {
  readonly session: SessionSummary;
  readonly model: string | null;
  readonly usage: Pick<UsageTotals, 'events' | 'usage' | 'costMicroUsd' | 'unpricedModels'>;
}

/** The JSON of sessions, in schema `fuelgauge.sessions.v1`; `breakdown` is there when it was asked for. */
export function toSessionsJson(
  { generatedAtMs, timeZone, totals }: Omit<AnswerOf<HostCalls, 'sessions'>, 'rows'>,
  rows: readonly BrokenDownSession[],
) {
  return {
    schema: 'fuelgauge.sessions.v1',
    generatedAt: toIso(generatedAtMs),
    timezone: timeZone,
    rows: rows.map(({ session, models, parentId, subagents }) => ({
      ...toSessionJson(session),
      parentSessionId: parentId,
      subagents: subagents.map(toSubagentJson),
      ...(models === null ? {} : { breakdown: models.map(toModelJson) }),
    })),
    totals: toTotalsJson(totals),
  };
}

function toSubagentJson({ subagent, depth }: PlacedSubagent) {
  return {
    id: subagent.id,
    startedBy: subagent.sessionId,
    depth,
    isSession: subagent.isSession,
    models: subagent.models,
    firstAt: toIso(subagent.firstAtMs),
    lastAt: toIso(subagent.lastAtMs),
    events: subagent.events,
    usage: toUsageJson(subagent.usage),
    costUsd: toUsd(subagent.costMicroUsd),
    unpricedModels: subagent.unpricedModels,
  };
}

/** The sessions as a table, with the models of each below it. */
export function toSessionTable(
  page: Page,
  { hasBreakdown, ids }: CliOptions,
  rows: readonly BrokenDownSession[],
  totals: UsageTotals,
): DataTable {
  const toText = createInstantText(page);
  return {
    columns: [
      { name: 'lastActive', dropped: 2, head: tables.lastActive },
      { name: 'source', dropped: 3, head: tables.source, role: 'detail' },
      { name: 'session', dropped: 1, head: tables.session, minWidth: 9 },
      { name: 'project', head: tables.project, minWidth: 12, keep: 'end', link: 'path' },
      { name: 'models', head: tables.models, minWidth: 8, ...(hasBreakdown ? {} : { role: 'detail', dropped: 4 }) },
      { name: 'events', dropped: 5, head: tables.events, align: 'right', role: 'detail' },
      { name: 'total', head: tables.tokens, align: 'right' },
      { name: 'cost', head: tables.apiEquivalent, align: 'right', role: 'cost' },
    ],
    rows: rows.flatMap(({ session, models, subagents }) => [
      [
        toText(session.lastAtMs),
        session.source,
        session.sessionId,
        session.project ?? unknownText,
        toModelsText(session.models),
        ...toFigures(session, toCostText(session, page.currency)),
      ],
      ...(models ?? []).map((part) => [
        ...['', '', '', ''],
        tables.part(toModelsText([part.split ?? ''])),
        ...toFigures(part, toCostText(part, page.currency)),
      ]),
      ...(ids.length === 0 ? [] : subagents.map((placed) => toSubagentRow(page, placed))),
    ]),
    totals: [
      tables.totals,
      '',
      format.integer(rows.length),
      ...['', ''],
      ...toFigures(totals, toCostText(totals, page.currency)),
    ],
  };
}

/** Shown when sessions are named: a list of all of them would be mostly subagents. */
function toSubagentRow(page: Page, { subagent, depth }: PlacedSubagent): readonly string[] {
  const { lastAtMs, id, models } = subagent;
  const name = `${' '.repeat(depth - 1)}${tables.part(tables.subagent(id === null ? null : cleanText(id)))}`;
  const cost = toCostText(subagent, page.currency);
  return [createInstantText(page)(lastAtMs), '', name, '', toModelsText(models), ...toFigures(subagent, cost)];
}

function toFigures({ events, usage }: Pick<UsageTotals, 'events' | 'usage'>, cost: string): readonly string[] {
  return [format.integer(events), format.compact(totalTokens(usage)), cost];
}

/** The columns of CSV output. With a breakdown there is a row for each model of a session. */
export function toSessionColumns(options: CliOptions): readonly CsvColumn<SessionCsvRow>[] {
  return [
    { name: 'source', value: ({ session }) => session.source },
    { name: 'sessionId', value: ({ session }) => session.sessionId },
    { name: 'project', value: ({ session }) => session.project },
    { name: 'branch', value: ({ session }) => session.branch },
    options.hasBreakdown
      ? { name: 'model', value: ({ model }) => model }
      : { name: 'models', value: ({ session }) => session.models.join(' ') },
    { name: 'firstAt', value: ({ session }) => toIso(session.firstAtMs) },
    { name: 'lastAt', value: ({ session }) => toIso(session.lastAtMs) },
    ...toUsageColumns<SessionCsvRow>(({ usage }) => usage, options),
  ];
}
