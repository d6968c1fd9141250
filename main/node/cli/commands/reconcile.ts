import {
  differenceClasses,
  type Reconciliation,
  type ResponseCount,
} from '../../../../shared/domain/reconciliation.ts';
import { messages } from '../messages.ts';
import { wrapText, type Page } from '../output/page.ts';
import { formatTable } from '../output/table.ts';
import { toContractJson, type CliCommand } from './command.ts';

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

function* toText(page: Page, { rows }: Reconciliation): Generator<string> {
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

function toCount({ responses, tokens }: ResponseCount): string {
  return texts.count(responses, tokens);
}
