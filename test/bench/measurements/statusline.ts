import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { repositoryRoot } from '../../../build/lib/paths.ts';
import { toFigure, type Figure } from '../lib/figure.ts';
import type { Measurement } from '../lib/measurement.ts';
import { toQuantile } from '../lib/statistics.ts';

const goalMs = 50;
/** A line is fast: its times say something only over many of them. */
const runsForEach = 20;

/** From the start of the process to the line, with a bare Node for comparison. */
export const statusline: Measurement = {
  name: 'statusline',
  title: 'From the start of the process to the line below an agent’s prompt: three presets, and a bare Node',
  needsDesktop: false,
  async measure(bench) {
    const folder = bench.newFolder();
    const payload = join(folder, 'payload.json');
    writeFileSync(payload, JSON.stringify(toPayload()));
    const bare = join(folder, 'bare.cjs');
    writeFileSync(bare, "process.stdout.write('a line\\n');");
    const data = join(folder, 'data');
    mkdirSync(data);
    const program = join(bench.appFolder, 'dist', 'statusline.cjs');
    const contenders = [
      { name: 'a bare Node', args: [bare] },
      ...['minimal', 'default', 'full'].map((preset) => ({
        name: `preset ${preset}`,
        args: [program, '--preset', preset, '--data', data],
      })),
      { name: 'fuelgauge statusline', args: [join(bench.appFolder, 'dist', 'cli.js'), 'statusline', '--data', data] },
    ];
    const taken = contenders.map((contender) => ({ ...contender, lineMs: [] as number[] }));
    for (let round = 0; round <= bench.runs * runsForEach; round++) {
      for (const each of taken) {
        const ms = await measureLine(each.args, payload);
        if (round > 0) each.lineMs.push(ms);
      }
    }
    return taken.flatMap(({ name, lineMs }): readonly Figure[] => {
      const goal = name === 'a bare Node' ? undefined : goalMs;
      return [
        toFigure(`${name}: median`, 'ms', toQuantile(lineMs, 0.5), goal),
        toFigure(`${name}: p95`, 'ms', toQuantile(lineMs, 0.95)),
      ];
    });
  },
};

/** Milliseconds until the first output; throws when there is none. */
async function measureLine(args: readonly string[], payload: string): Promise<number> {
  const input = openSync(payload, 'r');
  const startedAtMs = performance.now();
  const child = spawn(process.execPath, args, { stdio: [input, 'pipe', 'inherit'] });
  closeSync(input);
  let lineMs: number | null = null;
  child.stdout!.on('data', () => (lineMs ??= performance.now() - startedAtMs));
  await once(child, 'close');
  if (lineMs === null) throw new Error(`${args.join(' ')} printed nothing`);
  return lineMs;
}

/** What an agent passes, with the repository of this checkout. */
function toPayload(): object {
  const nowS = Math.floor(Date.now() / 1_000);
  return {
    session_id: 'bench',
    cwd: repositoryRoot,
    version: '2.1.284',
    model: { id: 'claude-opus-5-5', display_name: 'Opus 5.5' },
    workspace: { current_dir: repositoryRoot, project_dir: repositoryRoot },
    cost: { total_cost_usd: 1.5, total_duration_ms: 600_000, total_api_duration_ms: 60_000 },
    context_window: { context_window_size: 200_000, used_percentage: 40 },
    rate_limits: {
      five_hour: { used_percentage: 40, resets_at: nowS + 9_000 },
      seven_day: { used_percentage: 70, resets_at: nowS + 200_000 },
    },
  };
}
