import type { Command } from 'commander';
import { reconcileExport } from '../../../../shared/analytics/reconcile-export.ts';
import type { DayKey } from '../../../../shared/domain/calendar-day.ts';
import type { ExportSkip, ProviderExport, ReconciledExportRow } from '../../../../shared/domain/provider-export.ts';
import { cleanText } from '../../../../shared/lib/clean-text.ts';
import { exportForms } from '../../../../shared/imports/provider-export/export-forms.ts';
import { parseProviderExport } from '../../../../shared/imports/provider-export/parse-export.ts';
import { readImport } from '../../imports/read-import.ts';
import { CommandFailure } from '../command-failure.ts';
import { messages } from '../messages.ts';
import type { CliOptions } from '../options/cli-options.ts';
import { wrapText, type Page } from '../output/page.ts';
import { formatTable } from '../output/table.ts';
import type { CliCommand } from '../command.ts';

const { reconcileExport: texts, reconcile, imports, tables, help } = messages.cli;

/** Adds the option for a provider's export to `reconcile`. */
export function declareExport(command: Command): void {
  command.option('--csv <file>', help.reconcileExport);
}

/** The command that replaces `reconcile` when a file is named, with options for UTC days; null otherwise. */
export function readExport(
  command: Command,
  options: CliOptions,
): { readonly command: CliCommand; readonly options: CliOptions } | null {
  const { csv } = command.opts<{ readonly csv?: string }>();
  if (csv === undefined) return null;
  return { command: createExportCommand(csv), options: { ...options, timeZone: 'UTC', dayStartHour: 0 } };
}

/** Builds `fuelgauge reconcile --csv <file>`, which compares the file and keeps nothing of it. */
function createExportCommand(file: string): CliCommand {
  return {
    name: 'reconcile',
    needsLogs: true,
    options: [],
    async ask(client, { options: { since, until, source }, timeZone }) {
      const found = narrow(await readFile(file), since, until);
      const query = { by: 'day', alsoBy: 'model', split: 'none', since, until, timeZone, source } as const;
      const report = await client.call('report', query);
      const rows = reconcileExport(found, report.rows);
      const { provider, kind, skips } = found;
      return {
        json: () => ({ schema: 'fuelgauge.reconcileExport.v1', provider: provider.id, kind, timeZone, rows, skips }),
        text: (page) => toText(page, found, rows),
      };
    },
  };
}

async function readFile(file: string): Promise<ProviderExport> {
  const name = cleanText(file);
  const text = await readImport(file);
  if (!text.ok) throw new CommandFailure(imports.unreadable[text.error](name));
  const found = parseProviderExport(text.value);
  if (found.ok) return found.value;
  throw new CommandFailure(
    found.error === 'no-models' ? texts.refused['no-models'](name) : texts.refused['other-columns'](name, listForms()),
  );
}

/** The required columns of each known format. */
function listForms(): readonly string[] {
  return exportForms.map(({ provider, required }) =>
    texts.form(
      provider.label,
      Object.values(required).map((names) => names[0] ?? ''),
    ),
  );
}

function narrow(found: ProviderExport, since: DayKey | null, until: DayKey | null): ProviderExport {
  const isAsked = (day: DayKey): boolean => (since === null || day >= since) && (until === null || day <= until);
  return { ...found, uses: found.uses.filter(({ day }) => isAsked(day)) };
}

function* toText(page: Page, found: ProviderExport, rows: readonly ReconciledExportRow[]): Generator<string> {
  if (rows.length === 0) yield wrapText(page, texts.nothing);
  else yield* found.kind === 'usage' ? toUsageTable(page, found, rows) : toCostTable(page, rows);
  yield '';
  for (const [reason, count] of Object.entries(found.skips)) {
    yield wrapText(page, texts.skipped(count, reason as ExportSkip));
  }
  if (rows.length > 0) yield wrapText(page, texts.explanation[found.kind]);
}

const names = [{ head: tables.keys.day }, { head: tables.keys.model, minWidth: 8 }];
const toNames = ({ day, model }: ReconciledExportRow): readonly string[] => [day, model || texts.noModel];
const toNumbers = (heads: readonly string[]) => heads.map((head) => ({ head, align: 'right' as const }));
const parts = ['matched', 'understated', 'notHere', 'onlyHere'] as const;

function* toUsageTable(page: Page, { provider }: ProviderExport, rows: readonly ReconciledExportRow[]) {
  const { heads } = texts;
  const columns = [provider.label, ...parts.map((part) => heads[part]), heads.here];
  const toCells = (sums: readonly ReconciledExportRow[]): readonly string[] => {
    const add = (part: keyof NonNullable<ReconciledExportRow['tokens']>): number =>
      sums.reduce((sum, { tokens }) => sum + (tokens?.[part] ?? 0), 0);
    const requests = sums.some((row) => row.requests !== null)
      ? sums.reduce((sum, row) => sum + (row.requests ?? 0), 0)
      : null;
    const responses = sums.reduce((sum, row) => sum + row.responses, 0);
    return [
      texts.count(requests, add('provider')),
      ...parts.map((part) => texts.tokens(add(part))),
      texts.count(responses, add('here')),
    ];
  };
  yield* formatTable(page, [...names, ...toNumbers(columns)], {
    rows: rows.map((row) => [...toNames(row), ...toCells([row])]),
    totals: [texts.total, '', ...toCells(rows)],
  });
}

function* toCostTable(page: Page, rows: readonly ReconciledExportRow[]) {
  const { charged, priced, difference } = texts.heads;
  const { proxy } = reconcile;
  const toCells = (chargedMicroUsd: number | null, estimatedMicroUsd: number | null): readonly string[] => [
    proxy.charged(chargedMicroUsd),
    proxy.charged(estimatedMicroUsd),
    proxy.difference(chargedMicroUsd, estimatedMicroUsd),
  ];
  const sum = (amounts: readonly (number | null)[]): number | null =>
    amounts.reduce((all, amount) => (all === null || amount === null ? null : all + amount), 0);
  const totals = toCells(
    sum(rows.map(({ chargedMicroUsd }) => chargedMicroUsd)),
    sum(rows.map(({ estimatedMicroUsd }) => estimatedMicroUsd)),
  );
  yield* formatTable(page, [...names, ...toNumbers([charged, priced, difference])], {
    rows: rows.map((row) => [...toNames(row), ...toCells(row.chargedMicroUsd, row.estimatedMicroUsd)]),
    totals: [texts.total, '', ...totals],
  });
}
