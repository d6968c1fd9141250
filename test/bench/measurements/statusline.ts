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
  title: 'From the start of the process to the line below an agent’s prompt, and its processor time; with a bare Node',
  needsDesktop: false,
  async measure(bench) {
    const folder = bench.newFolder();
    const payload = join(folder, 'payload.json');
    writeFileSync(payload, JSON.stringify(toPayload()));
    const bare = join(folder, 'bare.cjs');
    writeFileSync(bare, "process.stdout.write('a line\\n');");
    const meter = join(folder, 'meter.cjs');
    writeFileSync(meter, meterScript);
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
      { name: 'fuelgauge status', args: [join(bench.appFolder, 'dist', 'cli.js'), 'status', '--data', data] },
    ];
    const taken = contenders.map((contender) => ({ ...contender, lineMs: [] as number[], cpuMs: [] as number[] }));
    for (let round = 0; round <= bench.runs * runsForEach; round++) {
      for (const each of taken) {
        const { lineMs, cpuMs } = await measureLine(['--require', meter, ...each.args], payload);
        if (round === 0) continue;
        each.lineMs.push(lineMs);
        each.cpuMs.push(cpuMs);
      }
    }
    return taken.flatMap(({ name, lineMs, cpuMs }): readonly Figure[] => {
      const goal = name === 'a bare Node' ? undefined : goalMs;
      return [
        toFigure(`${name}: median`, 'ms', toQuantile(lineMs, 0.5), goal),
        toFigure(`${name}: p95`, 'ms', toQuantile(lineMs, 0.95)),
        // On a busy machine a process waits for its turn; what it works stays nearly the same.
        toFigure(`${name}: processor time, median`, 'ms', toQuantile(cpuMs, 0.5)),
      ];
    });
  },
};

/** Tells at the end, on descriptor 3, how long the process has worked since its start. */
const meterScript =
  "process.on('exit', () => { const { user, system } = process.cpuUsage();" +
  " require('node:fs').writeSync(3, String((user + system) / 1000)); });";

/** Milliseconds until the first output, and of processor time; throws when there is no output. */
async function measureLine(
  args: readonly string[],
  payload: string,
): Promise<{ readonly lineMs: number; readonly cpuMs: number }> {
  const input = openSync(payload, 'r');
  const startedAtMs = performance.now();
  const child = spawn(process.execPath, args, { stdio: [input, 'pipe', 'inherit', 'pipe'] });
  closeSync(input);
  let lineMs: number | null = null;
  child.stdout!.on('data', () => (lineMs ??= performance.now() - startedAtMs));
  let worked = '';
  child.stdio[3]!.on('data', (chunk: Buffer) => (worked += chunk.toString()));
  await once(child, 'close');
  if (lineMs === null) throw new Error(`${args.join(' ')} printed nothing`);
  return { lineMs, cpuMs: Number(worked) };
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
