import * as v from 'valibot';
import type { SourceId } from '../../../shared/domain/ids.ts';
import { PlainFailure } from '../../../build/lib/plain-failure.ts';
import { comparedClasses, toUsageTable, type Tokens, type UsageRow } from '../usage-table.ts';
import { askPeer } from './answer.ts';
import type { Peer } from './peer.ts';

const tokens = v.object({
  input: v.number(),
  cacheWrite: v.number(),
  cacheRead: v.number(),
  output: v.number(),
  reasoning: v.number(),
});

const graph = v.object({
  contributions: v.array(
    v.object({ date: v.string(), clients: v.array(v.object({ client: v.string(), modelId: v.string(), tokens })) }),
  ),
});

const models = v.object({ entries: v.array(v.object({ client: v.string(), model: v.string(), ...tokens.entries })) });

/** What it calls our models, where it does more than remove the date and the dot from a version of Claude. */
const otherNames: Partial<Record<SourceId, Readonly<Record<string, string>>>> = {
  // Where the log says "Gemini 3.5 Flash (Medium)".
  antigravity: { 'gemini-3.5-flash': 'gemini-3.5-flash-high' },
  // No log names the model.
  'kimi-cli': { unknown: 'kimi-for-coding' },
};

/** tokscale: the native program in its npm package. */
export const tokscale: Peer = {
  id: 'tokscale',
  package: {
    spec: '@tokscale/cli-linux-x64-gnu@4.17.0',
    integrity: 'sha512-wJfvqoU0dXOHVmgEdPtappcu05py0vc7jCVeWTWYS4UoJi0LuIGhTxRhLjfSb5oOUV9RE+7X+wZ3Xx7lIZ+6XA==',
    program: 'package/bin/tokscale',
  },
  knows: ({ tokscale: clients }) => clients.length > 0,
  classes: ({ source }) =>
    source === 'claude-code' ? comparedClasses.filter((one) => one !== 'reasoning') : comparedClasses,
  toPeerModel: (model, { source }) =>
    otherNames[source]?.[model] ?? model.replace(/-\d{8}$/, '').replace(/(claude-[a-z]+-\d)\.(\d)$/, '$1-$2'),
  async count(program, home, { tokscale: clients }) {
    const client = clients.join(',');
    const byDay = await askPeer(program, ['graph', '--no-spinner', '-c', client], home, {}, graph);
    const byModel = await askPeer(program, ['models', '--json', '--no-spinner', '-c', client], home, {}, models);
    const rows = byDay.contributions.flatMap(({ date, clients }) =>
      clients.map((row): UsageRow => ({ day: date, model: row.modelId, tokens: toTokens(row.tokens) })),
    );
    const listed = byModel.entries.map((row): UsageRow => ({ day: 'all', model: row.model, tokens: toTokens(row) }));
    const summed = rows.map((row): UsageRow => ({ ...row, day: 'all' }));
    if (toText(listed) !== toText(summed)) throw new PlainFailure(`${program}: its models and its days disagree`);
    return rows;
  },
};

/** It subtracts reasoning from the output. */
function toTokens(row: v.InferOutput<typeof tokens>): Tokens {
  return {
    input: row.input,
    cacheWrite: row.cacheWrite,
    cacheRead: row.cacheRead,
    output: row.output + row.reasoning,
    reasoning: row.reasoning,
  };
}

function toText(rows: readonly UsageRow[]): string {
  return JSON.stringify([...toUsageTable(rows)].sort(([left], [right]) => (left < right ? -1 : 1)));
}
