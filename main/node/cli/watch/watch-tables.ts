import { toAgeMs, toLimitTitle } from '../../../../shared/domain/limit-window.ts';
import { totalTokens } from '../../../../shared/domain/token-usage.ts';
import type { SnapshotSections } from '../../../../shared/snapshot/app-snapshot.ts';
import { toLimitsOutlook } from '../../../../shared/snapshot/outlook.ts';
import { toCpuText } from '../commands/process-tables.ts';
import { messages } from '../messages.ts';
import { toMoneyText, unknownText } from '../output/figures.ts';
import { toUsedText } from '../output/limit-text.ts';
import { toModelsText } from '../output/models-text.ts';
import type { Page } from '../output/page.ts';
import { formatTable, type Column, type TableRows } from '../output/table.ts';

const { cli, common, format, units } = messages;
const { tables, watch: texts } = cli;
const barCells = 20;

/** The limit windows, the binding one marked; empty when there are none. */
export function formatLimits(page: Page, limits: SnapshotSections['limits']): string {
  const { windows, binding } = toLimitsOutlook(limits, page.nowMs);
  if (windows.length === 0) return '';
  const rows = windows.map((window) => [
    `${window === binding ? '>' : ' '} ${window.source}`,
    units.limitWindow(toLimitTitle(window)),
    window.usedPercent === null ? '' : toBar(window.usedPercent),
    toUsedText(window),
    toDurationText(window.resetsAtMs, page.nowMs),
    toDurationText(window.runsOutAtMs, page.nowMs),
    window.provenance === 'stale'
      ? texts.staleReading(toAgeMs(window, page.nowMs))
      : common.provenance[window.provenance].label,
  ]);
  return formatTableText(
    page,
    [
      { head: `  ${texts.columns.limitOf}` },
      { head: texts.columns.window, minWidth: 8 },
      { head: '' },
      { head: tables.used, align: 'right' },
      { head: texts.columns.resetsIn, align: 'right' },
      { head: texts.columns.runsOutIn, align: 'right' },
      { head: tables.reading, minWidth: 6 },
    ],
    { rows },
  );
}

/** The sessions that are running; empty when there are none. */
export function formatSessions(page: Page, { sessions }: SnapshotSections): string {
  const running = sessions.filter(({ isRunning }) => isRunning);
  if (running.length === 0) return '';
  const rows = running.map((session) => [
    session.source,
    session.project ?? unknownText,
    toModelsText(session.models),
    format.compact(totalTokens(session.usage)),
    toMoneyText(session.costMicroUsd, page.currency),
    texts.ago(page.nowMs - session.lastAtMs),
  ]);
  return formatTableText(
    page,
    [
      { head: texts.columns.sessionOf },
      { head: tables.project, minWidth: 12, keep: 'end' },
      { head: tables.models, minWidth: 8 },
      { head: tables.tokens, align: 'right' },
      { head: tables.cost, align: 'right' },
      { head: texts.columns.active, align: 'right' },
    ],
    { rows },
  );
}

/** The running agents; empty when there are none. */
export function formatProcesses(page: Page, { processes }: SnapshotSections): string {
  if (processes.agents.length === 0) return '';
  const rows = processes.agents.map((agent) => [
    agent.label,
    String(agent.pid),
    agent.cwd ?? unknownText,
    String(agent.processes),
    toCpuText(agent.cpuRatio),
    format.bytes(agent.rssBytes),
  ]);
  return formatTableText(
    page,
    [
      { head: tables.agent },
      { head: tables.pid, align: 'right' },
      { head: tables.folder, minWidth: 12, keep: 'end' },
      { head: tables.processes, align: 'right' },
      { head: tables.cpu, align: 'right' },
      { head: tables.memory, align: 'right' },
    ],
    { rows },
  );
}

function toDurationText(atMs: number | null, nowMs: number): string {
  return atMs === null ? unknownText : units.duration(atMs - nowMs);
}

function toBar(percent: number): string {
  const filled = Math.round((Math.min(100, Math.max(0, percent)) / 100) * barCells);
  return '█'.repeat(filled) + '░'.repeat(barCells - filled);
}

function formatTableText(page: Page, columns: readonly Column[], rows: TableRows): string {
  return [...formatTable(page, columns, rows)].join('\n');
}
