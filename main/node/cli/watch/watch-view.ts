import type { UsageTotals, PeriodUsage } from '../../../../shared/domain/report.ts';
import { toAgeMs, toLimitTitle } from '../../../../shared/domain/limit-window.ts';
import { totalTokens } from '../../../../shared/domain/token-usage.ts';
import { formatWindowLabel } from '../../../../shared/format/window-label.ts';
import type { BurnRate } from '../../../../shared/domain/burn-rate.ts';
import { findBinding, type SnapshotSections } from '../../../../shared/snapshot/app-snapshot.ts';
import { toBlockOutlook, toBurnRates } from '../../../../shared/snapshot/outlook.ts';
import { formatDuration } from '../../../../shared/format/durations.ts';
import { formatBytes, formatCompact } from '../../../../shared/format/numbers.ts';
import { createMessages } from '../../../../shared/messages/catalogue.ts';
import { describeProblem } from '../../../../shared/messages/describe-problem.ts';
import { toActiveSentence } from '../commands/blocks.ts';
import { toCpuText } from '../commands/processes.ts';
import { cleanText } from '../output/clean-text.ts';
import { createInstantText, toCostText, toMoneyText, unknownText } from '../output/figures.ts';
import { toModelsText } from '../output/models-text.ts';
import { toUsedText } from '../output/limit-text.ts';
import { faint, strong, wrapText, type Page } from '../output/page.ts';
import { formatTable, type Column, type TableRows } from '../output/table.ts';

const messages = createMessages();
const barCells = 20;

/** The live view: everything of a snapshot that matters right now, in a few lines. Without a line feed at its end. */
export function formatWatchView(page: Page, sections: SnapshotSections): string {
  const title = strong(page, `Fuelgauge, ${sections.scan.phase}`);
  const clock = faint(page, `${createInstantText(page.timeZone)(page.nowMs)} ${page.timeZone}`);
  const { today, week } = sections.usage;
  const parts = [
    `${title}  ${clock}`,
    sections.health.problems
      .map((problem) => wrapText(page, `! ${cleanText(describeProblem(problem, messages))}`, 2))
      .join('\n'),
    formatLimits(page, sections.limits),
    sections.blocks
      .map((active) => toBlockOutlook(active, sections.burn, page.nowMs))
      .map((outlook) => wrapText(page, toActiveSentence(page, outlook), 2))
      .join('\n'),
    alignLabels([
      ...toBurnRates(sections.burn, page.nowMs)
        .filter(({ windowMinutes }) => windowMinutes !== 5)
        .map((rate) => toBurnLine(page, rate)),
      ['Today', toPeriodText(page, today)],
      ['This week', toPeriodText(page, week)],
    ]),
    formatSessions(page, sections),
    formatProcesses(page, sections),
    faint(page, 'Cost is API-equivalent. Ctrl-C ends.'),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function formatLimits(page: Page, limits: SnapshotSections['limits']): string {
  const { windows } = limits;
  const binding = findBinding(limits);
  if (windows.length === 0) return '';
  const rows = windows.map((window) => [
    `${window === binding ? '>' : ' '} ${window.source}`,
    formatWindowLabel(toLimitTitle(window)),
    window.usedPercent === null ? '' : toBar(window.usedPercent),
    toUsedText(window),
    window.resetsAtMs === null ? unknownText : formatDuration(window.resetsAtMs - page.nowMs),
    window.runsOutAtMs === null ? unknownText : formatDuration(window.runsOutAtMs - page.nowMs),
    window.provenance === 'stale' ? `stale, ${formatDuration(toAgeMs(window, page.nowMs))} old` : window.provenance,
  ]);
  return formatTableText(
    page,
    [
      { head: '  Limit of' },
      { head: 'Window', minWidth: 8 },
      { head: '' },
      { head: 'Used', align: 'right' },
      { head: 'Resets in', align: 'right' },
      { head: 'Runs out in', align: 'right' },
      { head: 'Reading', minWidth: 6 },
    ],
    { rows },
  );
}

function toBar(percent: number): string {
  const filled = Math.round((Math.min(100, Math.max(0, percent)) / 100) * barCells);
  return '█'.repeat(filled) + '░'.repeat(barCells - filled);
}

type LabelledText = readonly [label: string, text: string];

/** Puts the texts below one another, however long a label is. */
function alignLabels(lines: readonly LabelledText[]): string {
  const width = Math.max(...lines.map(([label]) => label.length)) + 2;
  return lines.map(([label, text]) => label.padEnd(width) + text).join('\n');
}

function toBurnLine(page: Page, rate: BurnRate): LabelledText {
  const label = `Last ${rate.windowMinutes} min`;
  if (rate.tokensPerMinute === null) return [label, unknownText];
  const cost = rate.costMicroUsdPerHour === null ? '' : `, ${toMoneyText(rate.costMicroUsdPerHour, page.currency)}/h`;
  return [label, `${formatCompact(rate.tokensPerMinute)} tokens/min${cost}`];
}

function toPeriodText(page: Page, period: PeriodUsage): string {
  const bySource = period.bySource.map((totals) => `${totals.source} ${toTotalsText(page, totals)}`).join('; ');
  return `${toTotalsText(page, period.totals)}${period.bySource.length > 1 ? ` (${bySource})` : ''}`;
}

function toTotalsText(page: Page, totals: UsageTotals): string {
  return `${formatCompact(totalTokens(totals.usage))} tokens, ${toCostText(totals, page.currency)}`;
}

function formatSessions(page: Page, { sessions }: SnapshotSections): string {
  const running = sessions.filter(({ isRunning }) => isRunning);
  if (running.length === 0) return '';
  const rows = running.map((session) => [
    session.source,
    session.project ?? unknownText,
    toModelsText(session.models),
    formatCompact(totalTokens(session.usage)),
    toMoneyText(session.costMicroUsd, page.currency),
    `${formatDuration(page.nowMs - session.lastAtMs)} ago`,
  ]);
  return formatTableText(
    page,
    [
      { head: 'Session of' },
      { head: 'Project', minWidth: 12, keep: 'end' },
      { head: 'Models', minWidth: 8 },
      { head: 'Tokens', align: 'right' },
      { head: 'Cost', align: 'right' },
      { head: 'Active', align: 'right' },
    ],
    { rows },
  );
}

function formatProcesses(page: Page, { processes }: SnapshotSections): string {
  if (processes.agents.length === 0) return '';
  const rows = processes.agents.map((agent) => [
    agent.label,
    String(agent.pid),
    agent.cwd ?? unknownText,
    String(agent.processes),
    toCpuText(agent.cpuRatio),
    formatBytes(agent.rssBytes),
  ]);
  return formatTableText(
    page,
    [
      { head: 'Agent' },
      { head: 'Pid', align: 'right' },
      { head: 'Folder', minWidth: 12, keep: 'end' },
      { head: 'Processes', align: 'right' },
      { head: 'CPU', align: 'right' },
      { head: 'Memory', align: 'right' },
    ],
    { rows },
  );
}

function formatTableText(page: Page, columns: readonly Column[], rows: TableRows): string {
  return [...formatTable(page, columns, rows)].join('\n');
}
