import { join } from 'node:path';
import * as v from 'valibot';
import type { UsageRow } from '../usage-table.ts';
import { askPeer } from './answer.ts';
import type { Peer } from './peer.ts';

const claudeReport = v.object({
  daily: v.array(
    v.object({
      date: v.string(),
      modelBreakdowns: v.array(
        v.object({
          modelName: v.string(),
          inputTokens: v.number(),
          cacheCreationTokens: v.number(),
          cacheReadTokens: v.number(),
          outputTokens: v.number(),
        }),
      ),
    }),
  ),
});

const codexReport = v.object({
  daily: v.array(
    v.object({
      date: v.string(),
      models: v.record(
        v.string(),
        v.object({
          inputTokens: v.number(),
          cacheCreationTokens: v.number(),
          cacheReadTokens: v.number(),
          outputTokens: v.number(),
          reasoningOutputTokens: v.number(),
        }),
      ),
    }),
  ),
});

/** ccusage: the native program in its npm package. */
export const ccusage: Peer = {
  id: 'ccusage',
  package: {
    spec: '@ccusage/ccusage-linux-x64@20.0.24',
    integrity: 'sha512-ydXM6AEUTO/T5dZK04GFGy6ePYBOjv3euQmJt0mDNg+/8SJDLWpg5GCtF9pnBrRR2GVA6b4PGouHe+ObLokBIw==',
    program: 'package/bin/ccusage',
  },
  classes: {
    'claude-code': ['input', 'cacheWrite', 'cacheRead', 'output'],
    codex: ['input', 'cacheWrite', 'cacheRead', 'output', 'reasoning'],
  },
  // It reports rollouts without a model as gpt-5, and those of the automatic reviewer as gpt-5.4, because it has no price.
  toPeerModel: (model) => (model === 'unknown' ? 'gpt-5' : model === 'codex-auto-review' ? 'gpt-5.4' : model),
  async count(program, home, source) {
    const args = (agent: string): readonly string[] => [agent, 'daily', '--offline', '--json', '--timezone', 'UTC'];
    if (source === 'codex') {
      const environment = { CODEX_HOME: join(home, '.codex') };
      const { daily } = await askPeer(program, args('codex'), home, environment, codexReport);
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
    const environment = { CLAUDE_CONFIG_DIR: join(home, '.claude') };
    const { daily } = await askPeer(program, args('claude'), home, environment, claudeReport);
    return daily.flatMap(({ date, modelBreakdowns }) =>
      modelBreakdowns.map((tokens): UsageRow => ({
        day: date,
        // It distinguishes fast responses by model name; for us, speed is a separate property.
        model: tokens.modelName.replace(/-fast$/, ''),
        tokens: {
          input: tokens.inputTokens,
          cacheWrite: tokens.cacheCreationTokens,
          cacheRead: tokens.cacheReadTokens,
          output: tokens.outputTokens,
          reasoning: 0,
        },
      })),
    );
  },
};
