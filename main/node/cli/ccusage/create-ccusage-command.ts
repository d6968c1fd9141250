import { addTotals } from '../../../../shared/analytics/totals.ts';
import type { ArgumentOf, Client, HostCalls, HostContract } from '../../../../shared/contract/index.ts';
import { toSpanQuery } from '../options/cli-options.ts';
import { blocksCommand } from '../commands/blocks.ts';
import type { Answer, AnswerContext, CliCommand } from '../command.ts';
import { reportCommand } from '../commands/report.ts';
import { createUsageAsker, type UsageAsker } from './ask-usage.ts';
import { toBlockReport } from './block-report.ts';
import type { CcusageOptions, CcusageReport } from './ccusage-options.ts';
import { toPeriodReport, toPeriodRows, toTotals } from './period-report.ts';
import { toProjectReport } from './project-report.ts';
import { toOneSession, toSessionReport, toSessionRows } from './session-report.ts';

/** Builds the command that answers as ccusage does: its JSON with `--json`, otherwise our own table of the same rows. */
export function createCcusageCommand(ccusage: CcusageOptions): CliCommand {
  return {
    name: 'ccusage',
    needsLogs: true,
    options: [],
    async ask(client, context) {
      if (context.options.format !== 'json') return toTables(client, context, ccusage);
      const answer = await toAnswer(client, context, ccusage);
      return { json: () => answer, text: () => [], costNames };
    },
  };
}

/** The members that ccusage omits with `--no-cost`. */
const costNames = ['cost', 'costUSD', 'totalCost', 'costPerHour'];

/** Our own tables of the same rows. */
function toTables(client: Client<HostContract>, context: AnswerContext, ccusage: CcusageOptions): Promise<Answer> {
  const selected = selectAnswers(client, ccusage);
  return (ccusage.report === 'blocks' ? blocksCommand : reportCommand).ask(selected, context);
}

/** A client whose answers only have the rows that ccusage's own options select. */
function selectAnswers(client: Client<HostContract>, ccusage: CcusageOptions): Client<HostContract> {
  const { session } = ccusage;
  const call = async (name: string, argument: unknown): Promise<unknown> => {
    // The command itself knows --active and --recent.
    if (name === 'blocks') return client.call(name, argument as ArgumentOf<HostCalls, 'blocks'>);
    const answer = await client.call('report', argument as ArgumentOf<HostCalls, 'report'>);
    if (session === null) return answer;
    const rows = answer.rows.filter(({ key }) => key === session);
    return { ...answer, rows, totals: addTotals(rows) };
  };
  return { ...client, call: call as Client<HostContract>['call'] };
}

async function toAnswer(
  client: Client<HostContract>,
  context: AnswerContext,
  ccusage: CcusageOptions,
): Promise<object> {
  const { report } = ccusage;
  const { order } = context.options;
  if (report === 'blocks') {
    const answer = await client.call('blocks', toSpanQuery(context.options));
    return toBlockReport(order === 'desc' ? { ...answer, rows: answer.rows.toReversed() } : answer, ccusage);
  }
  const asker = await createUsageAsker(client, context, ccusage);
  if (ccusage.sections.length > 0) return toSections(client, context, ccusage, asker);
  if (report !== 'session') {
    return ccusage.isByProject
      ? toProjectReport(report, await asker.projects(), ccusage, order)
      : toPeriodReport(report, await asker.days(), ccusage, order);
  }
  const rows = await asker.sessions();
  if (ccusage.session === null) return toSessionReport(rows, await askSessions(client, context), ccusage);
  const id = ccusage.session;
  const own = rows.filter(({ key }) => key === id);
  // For an unknown session, ccusage prints `null`; our answers must be objects.
  return toOneSession(own, id) ?? { sessionId: id, totalCost: 0, totalTokens: 0, entries: [] };
}

async function toSections(
  client: Client<HostContract>,
  context: AnswerContext,
  ccusage: CcusageOptions,
  asker: UsageAsker,
): Promise<object> {
  const days = await asker.days();
  const { order } = context.options;
  const rowsOf = async (section: CcusageReport): Promise<readonly object[]> =>
    section === 'session' || section === 'blocks'
      ? toSessionRows(await asker.sessions(), await askSessions(client, context), ccusage)
      : toPeriodRows(section, days, ccusage, order);
  const sections = await Promise.all(ccusage.sections.map(async (name) => [name, await rowsOf(name)] as const));
  return { ...Object.fromEntries(sections), totals: toTotals(days, ccusage) };
}

async function askSessions(client: Client<HostContract>, { options }: AnswerContext) {
  return (await client.call('sessions', toSpanQuery(options))).rows;
}
