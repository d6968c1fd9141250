import type { AlertRecord } from '../../../../shared/domain/alert-record.ts';
import { totalTokens } from '../../../../shared/domain/token-usage.ts';
import { cleanText } from '../../../../shared/lib/clean-text.ts';
import { describeAlert } from '../../../../shared/messages/describe-alert.ts';
import type { SnapshotSections } from '../../../../shared/snapshot/app-snapshot.ts';
import { toCpuText } from '../output/process-tables.ts';
import { messages } from '../messages.ts';
import { createTimeText, toCostText, unknownText } from '../output/figures.ts';
import { toModelsText } from '../output/models-text.ts';
import { bold, wrapText } from '../output/page.ts';
import type { LivePage } from './live-page.ts';
import { formatLiveTable } from './live-table.ts';

const { cli, format } = messages;
const { tables, watch: texts } = cli;
const shownAlerts = 3;

/** The sessions that are running; empty when there are none. */
export function formatSessions(page: LivePage, { sessions }: SnapshotSections, hasCost: boolean): string {
  const running = sessions.filter(({ isRunning }) => isRunning);
  if (running.length === 0) return '';
  const rows = running.map((session) => [
    session.source,
    session.project ?? unknownText,
    toModelsText(session.models),
    format.compact(totalTokens(session.usage)),
    texts.ago(page.nowMs - session.lastAtMs),
    ...(hasCost ? [toCostText(session, page.currency)] : []),
  ]);
  return formatLiveTable(
    page,
    [
      { head: texts.columns.sessionOf },
      { head: tables.project, minWidth: 12, keep: 'end' },
      { head: tables.models, minWidth: 8, dropped: 3 },
      { head: tables.tokens, align: 'right' },
      { head: texts.columns.active, align: 'right', dropped: 1 },
      ...(hasCost ? [{ head: tables.cost, align: 'right', dropped: 2 } as const] : []),
    ],
    rows,
  );
}

/** The running agents; empty when there are none. */
export function formatProcesses(page: LivePage, { processes }: SnapshotSections): string {
  if (processes.agents.length === 0) return '';
  const rows = processes.agents.map((agent) => [
    agent.label,
    String(agent.pid),
    agent.cwd ?? unknownText,
    String(agent.processes),
    toCpuText(agent.cpuRatio),
    format.bytes(agent.rssBytes),
  ]);
  return formatLiveTable(
    page,
    [
      { head: tables.agent, minWidth: 10 },
      { head: tables.pid, align: 'right', dropped: 1 },
      { head: tables.folder, minWidth: 12, keep: 'end', dropped: 2 },
      { head: tables.processes, align: 'right', dropped: 3 },
      { head: tables.cpu, align: 'right' },
      { head: tables.memory, align: 'right' },
    ],
    rows,
  );
}

/** The newest alerts of the last day; empty when there are none. */
export function formatAlerts(page: LivePage, alerts: readonly AlertRecord[], sections: SnapshotSections): string {
  if (alerts.length === 0) return '';
  const toText = createTimeText(page);
  const newest = alerts.toSorted((a, b) => b.raisedAtMs - a.raisedAtMs).slice(0, shownAlerts);
  const lines = newest.map(({ raisedAtMs, intent }) => {
    const sourceLabel = sections.sources.find(({ source }) => source === intent.source)?.label ?? intent.source ?? '';
    const { currency } = page;
    const { title } = describeAlert(intent, { sourceLabel, nowMs: raisedAtMs, currency }, messages);
    return wrapText(page, texts.alert(toText(raisedAtMs), cleanText(title)), 7);
  });
  return [bold(page, texts.alerts), ...lines].join('\n');
}
