import { join } from 'node:path';
import { dayMs, secondMs } from '../../../shared/domain/instant.ts';
import type { LogsFigures } from './claude-logs.ts';
import { createFileMaker, type FileWriter } from './file-writer.ts';
import { createLineSizes } from './line-sizes.ts';
import { createProse } from './prose.ts';
import { createRandom } from './random.ts';
import { splitAmong } from './split-among.ts';

/** Which Codex rollouts to write. */
export interface CodexLogsPlan {
  readonly seed: string;
  readonly files: number;
  readonly requests: number;
  readonly endMs: number;
  readonly days: number;
}

/** Line sizes measured in 87 rollouts of ten people. */
const outputSizes = createLineSizes([
  [0, 250],
  [0.1, 270],
  [0.5, 520],
  [0.8, 7500],
  [0.95, 34_000],
  [0.999, 48_000],
  [1, 1_200_000],
]);
const textSizes = createLineSizes([
  [0, 130],
  [0.1, 206],
  [0.5, 600],
  [0.9, 4600],
  [0.99, 33_000],
  [1, 69_684],
]);

/** Writes rollouts below `sessions`, shaped like real ones; a counter that has not changed is often repeated. */
export function writeCodexLogs(sessions: string, plan: CodexLogsPlan): LogsFigures {
  const random = createRandom(plan.seed);
  const prose = createProse(random);
  const maker = createFileMaker();
  const tokens = { input: 0, cacheWrite: 0, cacheRead: 0, output: 0 };
  let rows = 0;

  const writeSession = (writer: FileWriter, id: string, startMs: number, requests: number): void => {
    const total = { input: 0, cached: 0, output: 0, reasoning: 0 };
    let atMs = startMs;
    const open = (type: string): void =>
      writer.text(`{"timestamp":"${new Date(atMs).toISOString()}","type":"${type}","payload":{`);
    const line = (type: string, head: string, bytes: number, tail: string): void => {
      open(type);
      writer.text(head);
      prose.write(writer, Math.max(12, bytes - head.length - tail.length - 80));
      writer.text(`${tail}}}`);
      writer.endLine();
    };
    const item = (name: string, key: string, bytes: number): void =>
      line(
        'response_item',
        `"type":"${name}","call_id":"call_${random.text(24, 'abcdefgh0123')}","${key}":"`,
        bytes,
        '"',
      );
    const counter = (last: typeof total): void => {
      const toText = (sum: typeof total): string =>
        `{"input_tokens":${sum.input},"cached_input_tokens":${sum.cached},"output_tokens":${sum.output},` +
        `"reasoning_output_tokens":${sum.reasoning},"total_tokens":${sum.input + sum.output}}`;
      const resetsAt = Math.floor(startMs / 1000) + 5 * 3600;
      open('event_msg');
      writer.text(
        `"type":"token_count","info":{"total_token_usage":${toText(total)},"last_token_usage":${toText(last)},` +
          '"model_context_window":353400},"rate_limits":{"limit_id":"codex","limit_name":null,' +
          `"primary":{"used_percent":${Math.min(99, rows % 97)}.0,"window_minutes":300,"resets_at":${resetsAt}},` +
          `"secondary":{"used_percent":${rows % 53}.0,"window_minutes":10080,"resets_at":${resetsAt + 500_000}},` +
          '"credits":null,"plan_type":"plus","rate_limit_reached_type":null}}}',
      );
      writer.endLine();
      rows++;
    };

    line(
      'session_meta',
      `"id":"${id}","timestamp":"${new Date(atMs).toISOString()}","cwd":"/home/ada/cli","originator":"codex_cli_rs","cli_version":"0.144.0","source":"cli","model_provider":"openai","base_instructions":{"text":"`,
      17_000,
      '"}',
    );
    for (let request = 0; request < requests; request++) {
      atMs += 2000 + random.below(20_000);
      if (request % 12 === 0) {
        line(
          'turn_context',
          `"turn_id":"${random.uuid()}","cwd":"/home/ada/cli","model":"gpt-5.5","effort":"high","user_instructions":"`,
          2000,
          '"',
        );
        line('event_msg', '"type":"user_message","message":"', textSizes(random), '"');
      }
      open('response_item');
      writer.text(
        `"type":"reasoning","id":"rs_${random.text(40, '0123456789abcdef')}","summary":[],"encrypted_content":"`,
      );
      prose.writeBase64(writer, 900 + random.below(3500));
      writer.text('"}}');
      writer.endLine();
      item('function_call', 'arguments', Math.min(15_000, textSizes(random)));
      item('function_call_output', 'output', outputSizes(random));
      if (random.chance(0.5)) line('event_msg', '"type":"agent_message","message":"', textSizes(random), '"');
      const input = 8000 + random.below(120_000);
      const last = {
        input,
        cached: Math.floor(input * 0.85),
        output: 50 + random.below(1500),
        reasoning: random.below(40),
      };
      for (const key of Object.keys(total) as (keyof typeof total)[]) total[key] += last[key];
      counter(last);
      if (random.chance(0.3)) counter(last);
      tokens.input += last.input - last.cached;
      tokens.cacheRead += last.cached;
      tokens.output += last.output;
    }
  };

  splitAmong(random, plan.requests, plan.files).forEach((requests, index) => {
    const startMs = plan.endMs - Math.round((1 - (index + 1) / plan.files) * plan.days * dayMs);
    const at = new Date(startMs - (startMs % secondMs)).toISOString().slice(0, 19);
    const id = `019f${random.uuid().slice(4)}`;
    const writer = maker.create(
      join(sessions, ...at.slice(0, 10).split('-'), `rollout-${at.replaceAll(':', '-')}-${id}.jsonl`),
    );
    writeSession(writer, id, startMs, requests);
    writer.close();
  });
  return { ...maker.figures(), rows, responses: plan.requests, tokens };
}
