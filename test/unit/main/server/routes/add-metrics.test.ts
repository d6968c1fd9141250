import { describe, expect, it } from 'vitest';
import {
  createFakeEngine,
  makeActiveBlock,
  makeBlock,
  makeProcess,
  makeRow,
  makeWindow,
  nowMs,
} from '../../../../fakes/cli-host.ts';
import { createServerUnderTest } from '../../../../support/server-app.ts';

const rows = [
  makeRow({ key: 'claude-opus-4-8' }),
  makeRow({ key: 'gpt-5', source: 'codex', costMicroUsd: null, unpricedModels: ['gpt-5'] }),
];

async function readMetrics(options: Parameters<typeof createServerUnderTest>[0] = {}) {
  const { ask } = createServerUnderTest(options);
  const response = await ask('/metrics');
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain('version=0.0.4');
  return (await response.text()).split('\n');
}

describe('/metrics', () => {
  it('has tokens by class, model and source, and costs where they are known', async () => {
    const lines = await readMetrics({ engine: createFakeEngine({ rows }) });
    const labels = 'source="claude-code",model="claude-opus-4-8"';
    expect(lines).toContain(`fuelgauge_tokens_total{${labels},class="cacheRead"} 1000000`);
    expect(lines).toContain(`fuelgauge_tokens_total{${labels},class="output"} 560`);
    expect(lines).toContain(`fuelgauge_cost_usd_total{${labels}} 1.234567`);
    expect(lines.filter((line) => /^fuelgauge_cost_usd_total.*gpt-5/.test(line))).toEqual([]);
    expect(lines).toContain('fuelgauge_responses_total{source="codex",model="gpt-5"} 12');
  });

  it('counts the models whose cost is not in the costs', async () => {
    const block = makeBlock({ unpricedModels: ['new-model'] });
    const minute = { source: 'codex', atMs: nowMs - 30_000, tokens: 1, freshTokens: 1, costMicroUsd: 5, isCostPartial: true }; // prettier-ignore
    const sections = { blocks: [makeActiveBlock({ block })], burn: { minutes: [minute], coverageFromMs: 0 } };
    const split = [...rows, { ...rows[1]!, split: '/home/ada/other' }];
    const lines = await readMetrics({ engine: createFakeEngine({ rows: split, sections }) });
    expect(lines).toContain('fuelgauge_unpriced_models{source="claude-code"} 0');
    // One, in two projects.
    expect(lines).toContain('fuelgauge_unpriced_models{source="codex"} 1');
    expect(lines).toContain('fuelgauge_block_unpriced_models{source="claude-code"} 1');
    expect(lines).toContain('fuelgauge_burn_cost_partial{window="5m"} 1');
  });

  it('has the same under the names of ai-cost-observer', async () => {
    const agents = [
      makeProcess(),
      makeProcess({ pid: 2 }),
      makeProcess({ agent: 'claude-desktop', label: 'Claude Desktop' }),
    ];
    const engine = createFakeEngine({ rows, sections: { processes: { agents, orphans: [], own: null } } });
    const lines = await readMetrics({ engine });
    expect(lines).toContain('ai_tokens_input_total{tool_name="claude-code",model_name="claude-opus-4-8"} 1200');
    expect(lines).toContain('ai_tokens_output_total{tool_name="codex-cli",model_name="gpt-5"} 560');
    expect(lines).toContain('ai_prompt_count_total{tool_name="codex-cli",source="cli"} 12');
    expect(lines).toContain('ai_cli_running{cli_name="claude-code",cli_category="code"} 1');
    expect(lines).toContain('ai_app_running{app_name="Claude",app_category="chat"} 1');
    expect(lines).toContain('ai_app_cpu_usage_percent{app_name="Claude",app_category="chat"} 150');
    expect(lines).toContain('ai_app_memory_usage_MB{app_name="Claude",app_category="chat"} 512');
    expect(lines).toContain('fuelgauge_agent_processes{agent="claude-code"} 6');
  });

  it('has limits with their reset, headroom and whether they are stale', async () => {
    const windows = [
      makeWindow({ usedPercent: 68 }),
      makeWindow({ scope: '7d', usedPercent: 10, trustedUntilMs: nowMs - 1 }),
    ];
    const lines = await readMetrics({ engine: createFakeEngine({ sections: { limits: { forecasts: [], windows } } }) });
    const find = (name: string) =>
      lines.filter((line) => line.startsWith(`${name}{`)).map((line) => line.split('} ')[1]);
    expect(find('fuelgauge_limit_used_ratio')).toEqual(['0.68', '0.1']);
    expect(find('fuelgauge_limit_headroom_ratio')[0]).toBe('0.32');
    expect(find('fuelgauge_limit_stale')).toEqual(['0', '1']);
    expect(find('fuelgauge_limit_reset_timestamp_seconds')[0]).toBe(String((nowMs + 7_200_000) / 1_000));
  });

  it('has no share of a window that has reset, and no block that has ended', async () => {
    const [open, ended] = [makeWindow(), makeWindow({ scope: '7d', resetsAtMs: nowMs })];
    const blocks = [makeActiveBlock(), makeActiveBlock({ source: 'codex', block: makeBlock({ endMs: nowMs }) })];
    const sections = { limits: { forecasts: [], windows: [open, ended] }, blocks };
    const lines = await readMetrics({ engine: createFakeEngine({ sections }) });
    const count = (name: string) => lines.filter((line) => line.startsWith(`${name}{`)).length;
    expect(count('fuelgauge_limit_used_ratio')).toBe(1);
    expect(count('fuelgauge_limit_headroom_ratio')).toBe(1);
    expect(count('fuelgauge_limit_runs_out_timestamp_seconds')).toBe(1);
    expect(count('fuelgauge_limit_reset_timestamp_seconds')).toBe(2);
    expect(count('fuelgauge_block_tokens')).toBe(1);
  });

  it('shows the limits that are used most, the same ones everywhere, and counts the others', async () => {
    const windows = Array.from({ length: 130 }, (_, index) =>
      makeWindow({ name: `key-${index}`, usedPercent: index / 2 }),
    );
    const lines = await readMetrics({ engine: createFakeEngine({ sections: { limits: { forecasts: [], windows } } }) });
    const shown = lines.filter((line) => line.startsWith('fuelgauge_limit_used_ratio{'));
    expect(shown).toHaveLength(100);
    expect(shown.some((line) => line.includes('limit="key-29"'))).toBe(false);
    expect(shown.find((line) => line.includes('limit="key-129"'))).toMatch(/ 0\.645$/);
    expect(lines).toContain('fuelgauge_folded_label_values{label="limit"} 30');
  });

  it('names projects only when it is allowed, and folds what is too much', async () => {
    const many = Array.from({ length: 150 }, (_, index) =>
      makeRow({ key: 'claude-opus-4-8', split: `/home/ada/p${index}`, firstAtMs: index, costMicroUsd: 1 }),
    );
    const allowed = { projectLabels: true };
    const plain = createFakeEngine({ rows });
    await readMetrics({ engine: plain });
    expect(plain.calls.find((call) => call.startsWith('report'))).toContain('"split":"none"');
    const engine = createFakeEngine({ rows: many });
    const lines = await readMetrics({ settings: allowed, engine });
    expect(engine.calls.find((call) => call.startsWith('report'))).toContain('"split":"project"');
    expect(lines.filter((line) => line.startsWith('fuelgauge_responses_total{'))).toHaveLength(101);
    expect(lines.find((line) => /^fuelgauge_responses_total.*"other"/.test(line))).toMatch(/ 600$/);
    expect(lines).toContain('fuelgauge_folded_label_values{label="project"} 50');
  });

  it('needs a token like everything that is read', async () => {
    const { ask, authorize } = createServerUnderTest({ isLocal: false });
    expect((await ask('/metrics')).status).toBe(401);
    expect((await ask('/metrics', { headers: authorize('read') })).status).toBe(200);
  });
});
