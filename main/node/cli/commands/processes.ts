import type { AgentProcess } from '../../../../shared/domain/process-sample.ts';
import { formatCsv, type CsvColumn } from '../output/csv.ts';
import type { DataTable } from '../output/data-table.ts';
import { toIso, unknownText } from '../output/figures.ts';
import type { Page } from '../output/page.ts';
import { formatTable } from '../output/table.ts';
import { toProcessJson } from '../output/usage-json.ts';
import { messages } from '../messages.ts';
import { defineCommand } from './command.ts';

const { cli, format, units } = messages;
const { answers, tables } = cli;

/** `fuelgauge processes`: the running agents, each with everything it started. */
export const processesCommand = defineCommand({
  name: 'processes',
  needsLogs: false,
  options: ['formats'],
  call: 'processes',
  toArgument: ({ source }) => ({ source }),
  toJsonV1: ({ generatedAtMs, rows }, { timeZone }) => ({
    schema: 'fuelgauge.processes.v1',
    generatedAt: toIso(generatedAtMs),
    timezone: timeZone,
    rows: rows.map(toProcessJson),
  }),
  toText({ rows }, page) {
    if (rows.length === 0) return [answers.noProcesses];
    const table = toProcessTable(page, rows);
    return formatTable(page, table.columns, table);
  },
  toTable: ({ rows }, page) => toProcessTable(page, rows),
  toCsv: ({ rows }) => formatCsv(processColumns, rows),
});

/** CPU use as a percentage of one core. */
export function toCpuText(cpuRatio: number | null): string {
  return cpuRatio === null ? unknownText : format.precisePercent(cpuRatio * 100);
}

function toProcessTable(page: Page, agents: readonly AgentProcess[]): DataTable {
  const rows = agents.map((agent) => [
    agent.label,
    String(agent.pid),
    units.duration(page.nowMs - agent.startedAtMs),
    agent.cwd ?? unknownText,
    format.integer(agent.processes),
    toCpuText(agent.cpuRatio),
    format.bytes(agent.rssBytes),
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
      { head: tables.folder, minWidth: 12, keep: 'end' },
      { head: tables.processes, align: 'right' },
      { head: tables.cpu, align: 'right' },
      { head: tables.memory, align: 'right' },
    ],
    rows,
    totals,
  };
}

const processColumns: readonly CsvColumn<AgentProcess>[] = [
  { name: 'agent', value: ({ agent }) => agent },
  { name: 'label', value: ({ label }) => label },
  { name: 'pid', value: ({ pid }) => pid },
  { name: 'startedAt', value: ({ startedAtMs }) => toIso(startedAtMs) },
  { name: 'cwd', value: ({ cwd }) => cwd },
  { name: 'processes', value: ({ processes }) => processes },
  { name: 'cpuRatio', value: ({ cpuRatio }) => cpuRatio },
  { name: 'rssBytes', value: ({ rssBytes }) => rssBytes },
];

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
