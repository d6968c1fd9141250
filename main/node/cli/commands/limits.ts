import {
  isUsedUp,
  toAgeMs,
  toHeadroomPercent,
  toLimitTitle,
  type LimitOutlook,
} from '../../../../shared/domain/limit-window.ts';
import { toIso } from '../../../../shared/domain/instant.ts';
import type { LimitChanges } from '../../../../shared/domain/limit-change.ts';
import { isSameLimit } from '../../../../shared/domain/limit-id.ts';
import { describeLimit } from '../../../../shared/snapshot/describe-limit.ts';
import { formatCsv, type CsvColumn } from '../output/csv.ts';
import type { DataTable } from '../output/data-table.ts';
import { createInstantText, unknownText } from '../output/figures.ts';
import { hasSeveralAccounts, toOwnerText } from '../output/limit-owner.ts';
import { toLeftText, toUsedText } from '../output/limit-text.ts';
import { withNotes } from '../output/notes.ts';
import { dim, wrapText, type Page } from '../output/page.ts';
import { formatTable } from '../output/table.ts';
import { toChangeColumns, toLimitChangesJson } from '../output/limit-changes.ts';
import { toLimitJson, toSubscriptionJson } from '../output/usage-json.ts';
import { messages, messagesWith } from '../messages.ts';
import { defineCommand } from '../command.ts';
import { withAsking } from './limits-asked.ts';

const { cli, units } = messages;
const { answers, tables } = cli;

/** `fuelgauge limits`: the providers' own limit windows by their newest readings in the logs. */
export const limitsCommand = withAsking(
  defineCommand({
    name: 'limits',
    needsLogs: true,
    options: ['formats', 'ask'],
    call: 'limits',
    toArgument: ({ source }) => ({ source }),
    toJsonV1: ({ generatedAtMs, rows, binding, subscriptions, changes }, { timeZone }) => ({
      schema: 'fuelgauge.limits.v1',
      generatedAt: toIso(generatedAtMs),
      timezone: timeZone,
      rows: rows.map((window) => toLimitJson(window, generatedAtMs, binding)),
      subscriptions: subscriptions.map(toSubscriptionJson),
      changes: toLimitChangesJson(changes),
    }),
    *toText({ rows, binding, changes }, page) {
      if (rows.length === 0) return yield wrapText(page, answers.noLimits);
      const table = toLimitTable(page, rows);
      const first = rows.find(({ id }) => binding !== null && isSameLimit(id, binding));
      const sentence = first === undefined ? '' : wrapText(page, toBindingSentence(first, rows, page));
      const isStale = rows.some(({ provenance }) => provenance === 'stale');
      const notes = [
        ...(isStale ? [answers.staleReadings] : []),
        ...(hasUnknownOwner(rows) ? [answers.unknownAccount] : []),
      ];
      yield* withNotes(
        formatTable(page, table.columns, table),
        [sentence, ...toChangeSentences(changes, page), ...notes.map((note) => dim(page, wrapText(page, note)))]
          .filter((text) => text !== '')
          .join('\n'),
      );
    },
    toTable: ({ rows }, page) => toLimitTable(page, rows),
    toCsv: ({ rows, changes }) => formatCsv([...limitColumns, ...toChangeColumns(changes)], rows),
  }),
);

/** On a narrower page, the pace would displace the age of the reading. */
const paceFromWidth = 110;

/** Whether an agent has windows of a known account, and others whose account is not known. */
function hasUnknownOwner(rows: readonly LimitOutlook[]): boolean {
  return rows.some(({ source, id }) => id.account === null && hasSeveralAccounts(rows, source));
}

function toPaceText({ pace }: LimitOutlook): string {
  return pace === null ? unknownText : answers.pace(pace.deltaPercent);
}

/** What stops the person first, in the words of the popover. */
function toBindingSentence(
  window: LimitOutlook,
  rows: readonly LimitOutlook[],
  { nowMs, timeZone, clock }: Page,
): string {
  const { sentence, detail } = describeLimit(window, { messages: messagesWith(clock), nowMs, timeZone });
  const whole = `${toOwnerText(window, rows)}: ${sentence.replaceAll('\u00a0', ' ')}.`;
  return detail === null ? whole : `${whole} ${detail.replaceAll('\u00a0', ' ')}`;
}

/** Recent changes of plans and allowances, each with its evidence. */
function toChangeSentences({ plans, allowances }: LimitChanges, page: Page): readonly string[] {
  const toText = createInstantText(page);
  const { explain } = cli;
  return [
    ...plans.map((plan) => explain.planChange(plan, toText(plan.firstSeenMs))),
    ...allowances.map((change) =>
      explain.allowanceChanged(
        change.source,
        units.limitWindow(toLimitTitle(change)),
        explain.allowance(change, toText(change.firstNewMs)),
      ),
    ),
  ].map((sentence) => wrapText(page, sentence));
}

function toLimitTable(page: Page, windows: readonly LimitOutlook[]): DataTable {
  const toText = createInstantText(page);
  const isShared = windows.some(({ source }) => hasSeveralAccounts(windows, source));
  const rows = windows.map((window) => [
    toOwnerText(window, windows),
    units.limitWindow(toLimitTitle(window)),
    toUsedText(window),
    toLeftText(window),
    toText(window.resetsAtMs),
    isUsedUp(window) ? tables.usedUp : toText(window.runsOutAtMs),
    ...(page.width < paceFromWidth ? [] : [toPaceText(window)]),
    window.planType ?? unknownText,
    answers.reading(window.provenance, toAgeMs(window, page.nowMs)),
  ]);
  return {
    columns: [
      { head: tables.source, minWidth: isShared ? 18 : 8 },
      { head: tables.limit, minWidth: 12 },
      { head: tables.used, align: 'right', dropped: 2 },
      { head: tables.left, align: 'right' },
      { head: tables.resets, dropped: 1 },
      { head: tables.runsOut, dropped: 3 },
      ...(page.width < paceFromWidth ? [] : [{ head: tables.pace, align: 'right', dropped: 5 } as const]),
      { head: tables.plan, minWidth: 4, dropped: 4 },
      { head: tables.reading, minWidth: page.width < 60 ? 12 : 18 },
    ],
    rows,
  };
}

const limitColumns: readonly CsvColumn<LimitOutlook>[] = [
  { name: 'source', value: ({ source }) => source },
  { name: 'provider', value: ({ id }) => id.provider },
  { name: 'account', value: ({ id }) => id.account },
  { name: 'limitId', value: ({ id }) => id.name },
  { name: 'scope', value: ({ id }) => id.scope },
  { name: 'limitName', value: ({ label }) => label },
  { name: 'windowMinutes', value: ({ windowMinutes }) => windowMinutes },
  { name: 'usedPercent', value: ({ usedPercent }) => usedPercent },
  { name: 'headroomPercent', value: (window) => toHeadroomPercent(window) },
  { name: 'usedAmount', value: ({ amount }) => amount?.used ?? null },
  { name: 'remainingAmount', value: ({ amount }) => amount?.remaining ?? null },
  { name: 'amountUnit', value: ({ amount }) => amount?.unit ?? null },
  { name: 'resetsAt', value: ({ resetsAtMs }) => toIso(resetsAtMs) },
  { name: 'runsOutAt', value: ({ runsOutAtMs }) => toIso(runsOutAtMs) },
  { name: 'elapsedPercent', value: ({ pace }) => pace?.elapsedPercent ?? null },
  { name: 'paceDeltaPercent', value: ({ pace }) => pace?.deltaPercent ?? null },
  { name: 'origin', value: ({ origin }) => origin },
  { name: 'planType', value: ({ planType }) => planType },
  { name: 'provenance', value: ({ provenance }) => provenance },
  { name: 'observedAt', value: ({ observedAtMs }) => toIso(observedAtMs) },
];
