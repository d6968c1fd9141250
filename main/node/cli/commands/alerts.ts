import type { Command } from 'commander';
import type { AnswerOf, HostCalls } from '../../../../shared/contract/index.ts';
import type { AlertIntent, AlertKind } from '../../../../shared/domain/alert-intent.ts';
import type { AlertRecord } from '../../../../shared/domain/alert-record.ts';
import { dayMs } from '../../../../shared/domain/instant.ts';
import { cleanText } from '../../../../shared/lib/clean-text.ts';
import { groupBy } from '../../../../shared/lib/group-by.ts';
import { describeAlert } from '../../../../shared/messages/describe-alert.ts';
import { findSource } from '../../../../shared/sources/registry.ts';
import { CommandFailure, WrongValue } from '../command-failure.ts';
import { messages } from '../messages.ts';
import { createInstantText } from '../output/figures.ts';
import { wrapText, type Page } from '../output/page.ts';
import { toContractJson, type AnswerContext, type CliCommand } from '../command.ts';

const { alerts: texts } = messages;
const { help } = messages.cli;

/** What `fuelgauge alerts` does. */
const alertActions = ['list', 'test', 'dry-run'] as const;
type AlertAction = (typeof alertActions)[number];

/** Declares `fuelgauge alerts list|test|dry-run`. `answer` runs a command with the options as Commander has them. */
export function declareAlerts(
  program: Command,
  answer: (command: Command, definition: CliCommand) => Promise<void>,
): void {
  const { summary, details } = help.commands.alerts;
  const command = program
    .command('alerts')
    .argument('<action>', help.arguments.alertAction(alertActions))
    .argument('[channel]', help.arguments.channel)
    .summary(summary)
    .description(help.description(summary, details));
  command.action((name: string, channel: string | undefined) => {
    const action = alertActions.find((each) => each === name);
    if (action === undefined) return command.error(help.wrongUsage.alertAction(name, alertActions));
    if ((action === 'test') !== (channel !== undefined)) return command.error(help.wrongUsage.alertChannel);
    return answer(command, createAlertCommand(action, channel ?? ''));
  });
}

/** Builds the command of an action. The contract has its JSON in one version. */
function createAlertCommand(action: AlertAction, channel: string): CliCommand {
  const common = { name: 'alerts', options: [] } as const;
  switch (action) {
    case 'list':
      return {
        ...{ ...common, needsLogs: false },
        async ask(client, context) {
          const found = await client.call('alerts');
          return {
            json: () => toContractJson('alerts', found),
            text: (page) => formatHistory(found.rows, page, context),
          };
        },
      };
    case 'test':
      return {
        ...{ ...common, needsLogs: false },
        async ask(client) {
          const { rows } = await client.call('alertChannels');
          if (!rows.some(({ id }) => id === channel)) throw new WrongValue(texts.noChannel(channel));
          const result = await client.call('testChannel', { channel });
          if (!result.ok) throw new CommandFailure(texts.notTested(channel, messages.failures.channel(result.error)));
          return {
            json: () => toContractJson('testChannel', result),
            text: (page) => [wrapText(page, texts.tested(channel))],
          };
        },
      };
    case 'dry-run':
      return {
        ...{ ...common, needsLogs: true },
        async ask(client, context) {
          const found = await client.call('dryRunAlerts', { choices: null, thresholdsPercent: null });
          return {
            json: () => toContractJson('dryRunAlerts', found),
            text: (page) => formatDryRun(found, page, context),
          };
        },
      };
  }
}

function* formatHistory(records: readonly AlertRecord[], page: Page, context: AnswerContext): Iterable<string> {
  if (records.length === 0) return yield wrapText(page, texts.none);
  const toText = createInstantText(page);
  for (const { raisedAtMs, intent, state, deliveries } of records) {
    const sent = [...groupBy(deliveries, (each) => each.state)].map(([became, each]) =>
      texts.delivery(each.map(({ channel }) => channel).join(', '), became),
    );
    const sentences = [describe(intent, raisedAtMs, page, context), [texts.states[state], ...sent].join('; ')];
    yield formatEntry(page, toText(raisedAtMs), sentences);
  }
}

/** A time with sentences beside it, wrapped rather than cut: a cut alert explains nothing. */
function formatEntry(page: Page, time: string, sentences: readonly string[]): string {
  const indent = time.length + 2;
  const lines = sentences.flatMap((sentence) =>
    wrapText({ width: page.width - indent }, cleanText(sentence)).split('\n'),
  );
  return lines.map((line, index) => (index === 0 ? time : '').padEnd(indent) + line).join('\n');
}

function* formatDryRun(
  { rows, sinceMs, generatedAtMs, untried }: AnswerOf<HostCalls, 'dryRunAlerts'>,
  page: Page,
  context: AnswerContext,
): Iterable<string> {
  yield wrapText(page, texts.wouldHave(rows.length, Math.ceil((generatedAtMs - sinceMs) / dayMs)));
  const toText = createInstantText(page);
  const kinds = groupBy(rows, ({ intent }): AlertKind => intent.kind);
  for (const [kind, fired] of kinds) yield `  ${texts.firedTimes(kind, fired.length)}`;
  if (rows.length > 0) {
    yield '';
    for (const { atMs, intent } of rows) yield formatEntry(page, toText(atMs), [describe(intent, atMs, page, context)]);
    yield '';
  }
  yield wrapText(page, texts.untried(untried));
}

function describe(intent: AlertIntent, nowMs: number, { currency }: Page, { sources }: AnswerContext): string {
  // The list reads no logs, so the answer may have no sources.
  const known = sources.find(({ source }) => source === intent.source) ?? (intent.source && findSource(intent.source));
  const sourceLabel = (known ? known.label : intent.source) ?? '';
  const { title, body } = describeAlert(intent, { sourceLabel, nowMs, currency }, messages);
  return `${title}. ${body}`;
}
