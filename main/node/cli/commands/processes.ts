import type { AgentProcess } from '../../../../shared/domain/process-sample.ts';
import { formatDuration } from '../../../../shared/format/durations.ts';
import { formatBytes, formatInteger } from '../../../../shared/format/numbers.ts';
import { toIso, unknownText } from '../output/figures.ts';
import type { Page } from '../output/page.ts';
import { formatTable } from '../output/table.ts';
import { toProcessJson } from '../output/usage-json.ts';
import type { CliCommand } from './command.ts';

/** `fuelgauge processes`: the agents that are running, each with everything it started. */
export const processesCommand: CliCommand = {
  name: 'processes',
  summary: 'running agents with the processor use and memory of everything they started',
  details: 'CPU is in percent of one core over a moment. The folder is known on Linux only.',
  needsLogs: false,
  async run({ engine, options, timeZone, nowMs }) {
    const { rows: agents } = await engine.processes({ source: options.source });
    return {
      json: () => ({
        schema: 'fuelgauge.processes.v1',
        generatedAt: toIso(nowMs),
        timezone: timeZone,
        rows: agents.map(toProcessJson),
      }),
      text: (page) => (agents.length === 0 ? ['No agent is running.'] : formatProcessesTable(page, agents)),
    };
  },
};

/** Processor use as a percentage of one core. */
export function toCpuText(cpuRatio: number | null): string {
  return cpuRatio === null ? unknownText : `${(cpuRatio * 100).toFixed(1)}%`;
}

function formatProcessesTable(page: Page, agents: readonly AgentProcess[]): Iterable<string> {
  const rows = agents.map((agent) => [
    agent.label,
    String(agent.pid),
    formatDuration(page.nowMs - agent.startedAtMs),
    agent.cwd ?? unknownText,
    formatInteger(agent.processes),
    toCpuText(agent.cpuRatio),
    formatBytes(agent.rssBytes),
  ]);
  const cpuRatios = agents.map(({ cpuRatio }) => cpuRatio).filter((cpuRatio) => cpuRatio !== null);
  const totals = [
    'Total',
    '',
    '',
    '',
    formatInteger(sum(agents.map(({ processes }) => processes))),
    toCpuText(cpuRatios.length === 0 ? null : sum(cpuRatios)),
    formatBytes(sum(agents.map(({ rssBytes }) => rssBytes))),
  ];
  return formatTable(
    page,
    [
      { head: 'Agent' },
      { head: 'Pid', align: 'right' },
      { head: 'Running', align: 'right' },
      { head: 'Folder', minWidth: 12, keep: 'end' },
      { head: 'Processes', align: 'right' },
      { head: 'CPU', align: 'right' },
      { head: 'Memory', align: 'right' },
    ],
    { rows, totals },
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
