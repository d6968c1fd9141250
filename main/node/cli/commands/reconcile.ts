import {
  differenceClasses,
  type Reconciliation,
  type ResponseCount,
} from '../../../../shared/domain/reconciliation.ts';
import { messages } from '../messages.ts';
import { wrapText, type Page } from '../output/page.ts';
import { formatTable } from '../output/table.ts';
import { toContractJson, type CliCommand } from '../command.ts';

const { reconcile: texts, tables } = messages.cli;

/** `fuelgauge reconcile`: logs beside telemetry, by day and model, and why they differ. */
export const reconcileCommand: CliCommand = {
  name: 'reconcile',
  needsLogs: true,
  options: [],
  async ask(client, { options: { since, until, timeZone, source } }) {
    const answer = await client.call('reconcile', { since, until, timeZone, source });
    return { json: () => toContractJson('reconcile', answer), text: (page) => toText(page, answer) };
  },
};

function* toText(page: Page, { rows, proxies }: Reconciliation): Generator<string> {
  if (proxies.length > 0) {
    yield* toProxyText(page, proxies);
    if (rows.length === 0) return;
    yield '';
  }
  if (rows.length === 0) {
    yield wrapText(page, texts.nothing);
    return;
  }
  const heads = [texts.received, ...differenceClasses.map((name) => texts.classes[name]), texts.logged];
  yield* formatTable(
    page,
    [
      { head: tables.keys.day },
      { head: tables.source },
      { head: tables.keys.model, minWidth: 8 },
      ...heads.map((head) => ({ head, align: 'right' as const })),
    ],
    {
      rows: rows.map(({ day, source, model, logged, received, differences }) => [
        ...[day, source, model, toCount(received)],
        ...differenceClasses.map((name) => toCount(differences[name])),
        toCount(logged),
      ]),
    },
  );
  yield '';
  yield wrapText(page, texts.explanation);
}

function* toProxyText(page: Page, rows: Reconciliation['proxies']): Generator<string> {
  const { heads } = texts.proxy;
  yield* formatTable(
    page,
    [
      { head: tables.keys.day },
      { head: tables.source },
      { head: tables.keys.model, minWidth: 8 },
      ...Object.values(heads).map((head) => ({ head, align: 'right' as const })),
    ],
    {
      rows: rows.map((row) => [
        ...[row.day, row.source, row.model, toCount(row.received), toCount(row.joined), toCount(row.understated)],
        ...[
          toCount(row.notInLog),
          toCount(row.otherRoot),
          toCount(row.notJoined),
          toCount(row.duplicate),
          toCount(row.logged),
          texts.proxy.charged(row.chargedMicroUsd),
          texts.proxy.charged(row.pricedMicroUsd),
          texts.proxy.difference(row.chargedMicroUsd, row.pricedMicroUsd),
        ],
      ]),
    },
  );
  yield '';
  yield wrapText(page, texts.proxy.explanation);
}

function toCount({ responses, tokens }: ResponseCount): string {
  return texts.count(responses, tokens);
}
