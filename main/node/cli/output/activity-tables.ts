import type { ActivitySum } from '../../../../shared/domain/activity-sums.ts';
import { messages } from '../messages.ts';
import type { CsvColumn } from './csv.ts';
import type { DataTable } from './data-table.ts';
import { toMoneyText, unknownText } from './figures.ts';
import type { Page } from './page.ts';

const { cli, format, units } = messages;
const { columns } = cli.activity;

/** Sites with their visits, or apps. */
export function toActiveTable(page: Page, kind: 'site' | 'app', sums: readonly ActivitySum[]): DataTable {
  const isSite = kind === 'site';
  return {
    columns: [
      { head: isSite ? columns.site : columns.app, minWidth: 8 },
      { head: columns.category },
      { head: columns.active, align: 'right' },
      ...(isSite ? [{ head: columns.visits, align: 'right' as const }] : []),
      { head: columns.cost, align: 'right' },
      ...(isSite ? [{ head: columns.browsers, minWidth: 8 }] : []),
    ],
    rows: sums.map((sum) => [
      isSite ? `${sum.label} (${sum.name})` : sum.label,
      cli.activity.category(sum.category),
      `${sum.activeKind === 'estimated' ? '~' : ''}${units.duration(sum.activeMs)}`,
      ...(isSite ? [format.integer(sum.count)] : []),
      toMoneyText(sum.costMicroUsd, page.currency),
      ...(isSite ? [sum.via.map(cli.activity.browser).join(', ')] : []),
    ]),
  };
}

/** Tools called in shells, or APIs that a browser sent requests to. */
export function toCallTable(kind: 'tool' | 'api', sums: readonly ActivitySum[]): DataTable {
  const isTool = kind === 'tool';
  return {
    columns: [
      { head: isTool ? columns.tool : columns.api, minWidth: 8 },
      { head: isTool ? columns.calls : columns.requests, align: 'right' },
      { head: isTool ? columns.shells : columns.models, minWidth: 8 },
    ],
    rows: sums.map(({ label, count, via }) => [label, format.integer(count), via.join(', ') || unknownText]),
  };
}

/** A row of JSON or CSV. */
export function toActivityJson(sum: ActivitySum) {
  const { costMicroUsd, ...rest } = sum;
  return { ...rest, estimatedCostUsd: costMicroUsd === null ? null : costMicroUsd / 1e6 };
}

/** The same as CSV, the kind in front. */
export const activityCsvColumns: readonly CsvColumn<ActivitySum & { readonly kind: string }>[] = [
  { name: 'kind', value: ({ kind }) => kind },
  { name: 'name', value: ({ name }) => name },
  { name: 'label', value: ({ label }) => label },
  { name: 'category', value: ({ category }) => category },
  { name: 'activeMs', value: ({ activeMs }) => activeMs },
  { name: 'activeKind', value: ({ activeKind }) => activeKind },
  { name: 'count', value: ({ count }) => count },
  { name: 'undatedCount', value: ({ undatedCount }) => undatedCount },
  { name: 'inputTokens', value: ({ inputTokens }) => inputTokens },
  { name: 'outputTokens', value: ({ outputTokens }) => outputTokens },
  { name: 'estimatedCostUsd', value: ({ costMicroUsd }) => (costMicroUsd === null ? null : costMicroUsd / 1e6) },
  { name: 'via', value: ({ via }) => via.join(' ') },
];
