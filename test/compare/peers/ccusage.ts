import { join } from 'node:path';
import * as v from 'valibot';
import type { SourceId } from '../../../shared/domain/ids.ts';
import { comparedClasses, type UsageRow } from '../usage-table.ts';
import { askPeer } from './answer.ts';
import type { Peer } from './peer.ts';

const counts = {
  inputTokens: v.number(),
  cacheCreationTokens: v.number(),
  cacheReadTokens: v.number(),
  outputTokens: v.number(),
};

const modelReport = v.object({
  daily: v.array(
    v.object({
      date: v.string(),
      totalTokens: v.number(),
      ...counts,
      modelBreakdowns: v.array(v.object({ modelName: v.string(), ...counts })),
    }),
  ),
});

const codexReport = v.object({
  daily: v.array(
    v.object({
      date: v.string(),
      models: v.record(v.string(), v.object({ ...counts, reasoningOutputTokens: v.number() })),
    }),
  ),
});

/** What it calls our models: it needs a price, so it names models where the log has none. */
const otherNames: Partial<Record<SourceId, Readonly<Record<string, string>>>> = {
  codex: { unknown: 'gpt-5', 'codex-auto-review': 'gpt-5.4' },
  'kimi-cli': { unknown: 'kimi-for-coding' },
  // With how long it may think, which is no part of our names; and the number of a model as a name.
  antigravity: { 'gemini-3.5-flash': 'gemini-3.5-flash-medium', 'model-1050': 'model_placeholder_m50' },
};

/** ccusage: the native program in its npm package. */
export const ccusage: Peer = {
  id: 'ccusage',
  package: {
    spec: '@ccusage/ccusage-linux-x64@20.0.24',
    integrity: 'sha512-ydXM6AEUTO/T5dZK04GFGy6ePYBOjv3euQmJt0mDNg+/8SJDLWpg5GCtF9pnBrRR2GVA6b4PGouHe+ObLokBIw==',
    program: 'package/bin/ccusage',
  },
  knows: ({ ccusage: command }) => command !== null,
  classes: ({ source }) =>
    source === 'codex' ? comparedClasses : comparedClasses.filter((one) => one !== 'reasoning'),
  toPeerModel: (model, { source }) => otherNames[source]?.[model] ?? model,
  async count(program, home, { ccusage: command }) {
    const args = [command ?? '', 'daily', '--offline', '--json', '--timezone', 'UTC'];
    if (command === 'codex') return countCodex(program, home, args);
    const environment = command === 'claude' ? { CLAUDE_CONFIG_DIR: join(home, '.claude') } : {};
    const { daily } = await askPeer(program, args, home, environment, modelReport);
    return daily.flatMap(toRows);
  },
};

async function countCodex(program: string, home: string, args: readonly string[]): Promise<readonly UsageRow[]> {
  const { daily } = await askPeer(program, args, home, { CODEX_HOME: join(home, '.codex') }, codexReport);
  return daily.flatMap(({ date, models }) =>
    Object.entries(models).map(([model, tokens]): UsageRow => ({
      day: date,
      model,
      tokens: {
        input: tokens.inputTokens,
        cacheWrite: tokens.cacheCreationTokens,
        cacheRead: tokens.cacheReadTokens,
        output: tokens.outputTokens,
        reasoning: tokens.reasoningOutputTokens,
      },
    })),
  );
}

/**
 * A day's rows. What its total holds beyond the four classes is reasoning, which it states for no model: it is put into the
 * output of the model with the largest.
 */
function toRows(day: v.InferOutput<typeof modelReport>['daily'][number]): readonly UsageRow[] {
  const beyond = day.totalTokens - day.inputTokens - day.cacheCreationTokens - day.cacheReadTokens - day.outputTokens;
  const largest = Math.max(...day.modelBreakdowns.map(({ outputTokens }) => outputTokens));
  const thinking = day.modelBreakdowns.find(({ outputTokens }) => outputTokens === largest);
  return day.modelBreakdowns.map((row): UsageRow => ({
    day: day.date,
    // It distinguishes fast responses by model name; for us, speed is a separate property. It marks those of pi.
    model: row.modelName.replace(/^\[pi\] /, '').replace(/-fast$/, ''),
    tokens: {
      input: row.inputTokens,
      cacheWrite: row.cacheCreationTokens,
      cacheRead: row.cacheReadTokens,
      output: row.outputTokens + (row === thinking ? beyond : 0),
      reasoning: 0,
    },
  }));
}
