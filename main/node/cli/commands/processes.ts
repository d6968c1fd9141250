import type { AgentTreeRow, OrphanGroup } from '../../../../shared/domain/agent-process.ts';
import { toIso } from '../../../../shared/domain/instant.ts';
import { cleanText } from '../../../../shared/lib/clean-text.ts';
import { formatCsv, type CsvColumn } from '../output/csv.ts';
import type { DataTable } from '../output/data-table.ts';
import { unknownText } from '../output/figures.ts';
import { bold, wrapText, type Page } from '../output/page.ts';
import { toOrphanJson, toTreeJson } from '../output/process-json.ts';
import { formatTable } from '../output/table.ts';
import { messages } from '../messages.ts';
import { defineCommand } from '../command.ts';
import { formatOrphans, formatTree, toCpuText, toNotes } from '../output/process-tables.ts';

const { cli, format, units } = messages;
const { answers, processes: texts, tables } = cli;
const indent = 2;

/** `fuelgauge processes`: the running agents, each with everything it started, and what others left behind. */
export const processesCommand = defineCommand({
  name: 'processes',
  needsLogs: false,
  options: ['formats', 'tree'],
  call: 'processes',
  toArgument: ({ source }) => ({ source }),
  toJsonV1: ({ generatedAtMs, rows, orphans }, { timeZone }) => ({
    schema: 'fuelgauge.processes.v1',
    generatedAt: toIso(generatedAtMs),
    timezone: timeZone,
    rows: rows.map(toTreeJson),
    orphans: orphans.map(toOrphanJson),
  }),
  toText: (answer, page, { options }) => formatProcessList(page, answer, options.hasTree),
  toTable: ({ rows }, page) => toProcessTable(page, rows),
  toCsv: ({ rows }) => formatCsv(processColumns, rows),
});

/** The agents, with every process if `hasTree`, and what others left behind. */
export function* formatProcessList(
  page: Page,
  { rows, orphans }: { readonly rows: readonly AgentTreeRow[]; readonly orphans: readonly OrphanGroup[] },
  hasTree: boolean,
): Generator<string> {
  if (rows.length === 0) yield answers.noProcesses;
  else if (hasTree) yield* formatTrees(page, rows);
  else {
    const table = toProcessTable(page, rows);
    yield* formatTable(page, table.columns, table);
  }
  if (orphans.length === 0) return;
  yield* ['', bold(page, texts.leftBehind)];
  yield* formatOrphans(page, orphans);
  yield* ['', texts.endHint];
}

function* formatTrees(page: Page, rows: readonly AgentTreeRow[]): Generator<string> {
  for (const [index, row] of rows.entries()) {
    if (index > 0) yield '';
    const notes = [row.cwd, toNotes(row, page.nowMs)].filter((note) => note !== null && note !== '');
    yield bold(page, wrapText(page, cleanText([row.label, ...notes].join(', ')), indent));
    yield* formatTree(page, row);
  }
}

function toProcessTable(page: Page, agents: readonly AgentTreeRow[]): DataTable {
  const rows = agents.map((agent) => [
    agent.label,
    String(agent.pid),
    units.duration(page.nowMs - agent.startedAtMs),
    agent.cwd ?? unknownText,
    format.integer(agent.processes),
    toCpuText(agent.cpuRatio),
    format.bytes(agent.rssBytes),
    toNotes(agent, page.nowMs),
  ]);
  const cpuRatios = agents.map(({ cpuRatio }) => cpuRatio).filter((cpuRatio) => cpuRatio !== null);
  const totals = [
    tables.totals,
    '',
    '',
    '',
    format.integer(sum(agents.map(({ processes }) => processes))),
    toCpuText(cpuRatios.length === 0 ? null : sum(cpuRatios)),
    format.bytes(sum(agents.map(({ rssBytes }) => rssBytes))),
  ];
  return {
    columns: [
      { head: tables.agent },
      { head: tables.pid, align: 'right' },
      { head: tables.running, align: 'right' },
      { head: tables.folder, minWidth: 12, keep: 'end', link: 'path' },
      { head: tables.processes, align: 'right' },
      { head: tables.cpu, align: 'right' },
      { head: tables.memory, align: 'right' },
      { head: texts.columns.notes, minWidth: 8 },
    ],
    rows,
    totals,
  };
}

const processColumns: readonly CsvColumn<AgentTreeRow>[] = [
  { name: 'agent', value: ({ agent }) => agent },
  { name: 'label', value: ({ label }) => label },
  { name: 'pid', value: ({ pid }) => pid },
  { name: 'startedAt', value: ({ startedAtMs }) => toIso(startedAtMs) },
  { name: 'cwd', value: ({ cwd }) => cwd },
  { name: 'processes', value: ({ processes }) => processes },
  { name: 'cpuRatio', value: ({ cpuRatio }) => cpuRatio },
  { name: 'rssBytes', value: ({ rssBytes }) => rssBytes },
  { name: 'category', value: ({ category }) => category },
  { name: 'sessionId', value: ({ session }) => session?.sessionId ?? null },
  { name: 'confidence', value: ({ session }) => session?.confidence ?? null },
];

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
