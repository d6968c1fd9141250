import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import type { AnswerOf, Client, HostCalls, HostContract } from '../../../shared/contract/index.ts';
import { parseDay } from '../../../shared/domain/calendar-day.ts';
import type { RunOut } from '../../../shared/domain/forecast.ts';
import { toIso } from '../../../shared/domain/instant.ts';
import { toHeadroomPercent, toLimitOutlook } from '../../../shared/domain/limit-window.ts';
import { toUsd, type MicroUsd } from '../../../shared/domain/money.ts';
import { createMessages } from '../../../shared/messages/catalogue.ts';
import { sources } from '../../../shared/sources/registry.ts';
import type { HideName } from './hidden-names.ts';

/** What a tool works with. */
export interface ToolContext {
  readonly client: Client<HostContract>;
  readonly hideName: HideName;
  readonly nowMs: () => number;
}

/** A tool that an agent can call. */
export interface McpTool {
  readonly name: string;
  readonly description: string;
  readonly inputSchema: { readonly type: 'object' };
  /** Answers with plain data. Throws an error with a sentence when the argument is invalid. */
  readonly call: (context: ToolContext, argument: unknown) => Promise<object>;
}

const texts = createMessages().server.mcp;
const day = v.optional(
  v.pipe(
    v.string(),
    v.isoDate(),
    v.check((text) => parseDay(text) !== null),
  ),
);
/** An agent that misspells a source must not be told that nothing was used. */
const source = v.optional(v.picklist(sources.map(({ id }) => id)));
const maxSessions = 100;

/** Every tool. None of them changes anything. */
export const mcpTools: readonly McpTool[] = [
  defineTool(
    'get_usage',
    v.strictObject({
      by: v.optional(v.picklist(['day', 'week', 'month', 'model', 'project']), 'day'),
      since: day,
      until: day,
      source,
    }),
    async ({ client, hideName }, { by, since = null, until = null, source: from = null }) => {
      const rest = { since, until, source: from, timeZone: null };
      const report = await client.call('report', { by, split: 'none', ...rest });
      return {
        generatedAt: toIso(report.generatedAtMs),
        timeZone: report.timeZone,
        totals: toTotals(report.totals),
        rows: report.rows.map((row) => ({
          key: by === 'project' ? hideName('project', row.key) : row.key,
          source: row.source,
          models: row.models,
          ...toTotals(row),
        })),
      };
    },
  ),
  defineTool('get_limits', v.strictObject({ source }), async ({ client, hideName, nowMs }, { source: from = null }) => {
    const { generatedAtMs, rows } = await client.call('limits', { source: from });
    return {
      generatedAt: toIso(generatedAtMs),
      limits: rows.map((row) => {
        const window = toLimitOutlook(row, nowMs());
        return {
          source: window.source,
          provider: window.id.provider,
          account: hideName('account', window.id.account),
          limit: window.id.name,
          window: window.id.scope,
          kind: window.provenance,
          usedPercent: window.usedPercent,
          leftPercent: toHeadroomPercent(window),
          resetsAt: toIso(window.resetsAtMs),
          runsOutAt: toIso(window.runsOutAtMs),
          observedAt: toIso(window.observedAtMs),
        };
      }),
    };
  }),
  defineTool('get_forecast', v.strictObject({ source }), async ({ client, hideName }, { source: from = null }) => {
    const { generatedAtMs, totals, limits } = await client.call('forecast', { source: from });
    const toRunOut = (runOut: RunOut | null): object | null =>
      runOut && {
        probability: runOut.probability,
        early: toIso(runOut.earlyMs),
        median: toIso(runOut.medianMs),
        late: toIso(runOut.lateMs),
      };
    return {
      generatedAt: toIso(generatedAtMs),
      kind: 'estimated',
      totals: totals.map(({ kind, source: of, endMs, usedTokens, tokens, runOut }) => ({
        of: kind,
        source: of,
        endsAt: toIso(endMs),
        usedTokens,
        tokens,
        runOut: toRunOut(runOut),
      })),
      limits: limits.map(({ id, source: of, endMs, observedAtMs, usedPercent, percent, runOut }) => ({
        source: of,
        provider: id.provider,
        account: hideName('account', id.account),
        limit: id.name,
        window: id.scope,
        endsAt: toIso(endMs),
        observedAt: toIso(observedAtMs),
        usedPercent,
        percent,
        runOut: toRunOut(runOut),
      })),
    };
  }),
  defineTool(
    'get_sessions',
    v.strictObject({
      since: day,
      source,
      last: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(maxSessions)), 10),
    }),
    async ({ client, hideName }, { since = null, source: from = null, last }) => {
      const answer = await client.call('sessions', { since, until: null, timeZone: null, source: from });
      return {
        generatedAt: toIso(answer.generatedAtMs),
        total: answer.rows.length,
        sessions: answer.rows.slice(-last).map((session) => toSession(session, hideName)),
      };
    },
  ),
];

/** Declares a tool; its schema describes and validates the argument. */
function defineTool<Schema extends v.GenericSchema<unknown, object>>(
  name: keyof typeof texts.tools,
  schema: Schema,
  answer: (context: ToolContext, argument: v.InferOutput<Schema>) => Promise<object>,
): McpTool {
  const { $schema: _dialect, ...inputSchema } = toJsonSchema(schema, { typeMode: 'input', ignoreActions: ['check'] });
  return {
    name,
    description: texts.tools[name],
    inputSchema: { ...inputSchema, type: 'object' },
    async call(context, argument) {
      const parsed = v.safeParse(schema, argument ?? {});
      if (parsed.success) return answer(context, parsed.output);
      throw new Error(texts.invalidArgument(v.getDotPath(parsed.issues[0]), parsed.issues[0].expected));
    },
  };
}

function toSession(session: AnswerOf<HostCalls, 'sessions'>['rows'][number], hideName: HideName): object {
  return {
    source: session.source,
    project: hideName('project', session.project),
    branch: hideName('branch', session.branch),
    models: session.models,
    firstAt: toIso(session.firstAtMs),
    lastAt: toIso(session.lastAtMs),
    responses: session.events,
    tokens: session.usage,
    apiEquivalentCostUsd: toUsd(session.costMicroUsd),
    unpricedModels: session.unpricedModels,
  };
}

function toTotals(
  totals: Pick<AnswerOf<HostCalls, 'totals'>, 'events' | 'usage' | 'unpricedModels'> & {
    readonly costMicroUsd: MicroUsd | null;
  },
) {
  return {
    responses: totals.events,
    tokens: totals.usage,
    apiEquivalentCostUsd: toUsd(totals.costMicroUsd),
    unpricedModels: totals.unpricedModels,
  };
}
