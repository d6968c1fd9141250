import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A Claude Code response in short; everything else has ordinary values. */
export interface ClaudeResponse {
  readonly id: number;
  readonly atMs: number;
  readonly session?: string;
  readonly project?: string;
  readonly model?: string;
  readonly input?: number;
  readonly output?: number;
  readonly cacheRead?: number;
  readonly cacheWrite1h?: number;
  /** Characters of made-up tool output before the response, to make a log as large as real ones. */
  readonly padding?: number;
}

/** The line (with its line feed) that Claude Code writes for a finished response. */
export function claudeLine(response: ClaudeResponse): string {
  const { id, atMs, session = 'session-1', project = '/home/ada/shop', model = 'claude-opus-4-8' } = response;
  const { input = 10, output = 500, cacheRead = 20_000, cacheWrite1h = 1_000, padding = 0 } = response;
  const at = new Date(atMs).toISOString();
  const shared = { sessionId: session, cwd: project, gitBranch: 'main', version: '2.1.220', isSidechain: false };
  const result = { type: 'user', uuid: `tool-${id}`, timestamp: at, ...shared, toolUseResult: 'x'.repeat(padding) };
  const row = {
    type: 'assistant',
    uuid: `row-${id}`,
    requestId: `req_${id}`,
    timestamp: at,
    ...shared,
    entrypoint: 'cli',
    message: {
      id: `msg_${id}`,
      model,
      role: 'assistant',
      content: [{ type: 'text', text: 'Done.' }],
      stop_reason: 'end_turn',
      usage: {
        input_tokens: input,
        output_tokens: output,
        cache_read_input_tokens: cacheRead,
        cache_creation_input_tokens: cacheWrite1h,
        cache_creation: { ephemeral_5m_input_tokens: 0, ephemeral_1h_input_tokens: cacheWrite1h },
        service_tier: 'standard',
      },
    },
  };
  return `${padding > 0 ? `${JSON.stringify(result)}\n` : ''}${JSON.stringify(row)}\n`;
}

/** Where Claude Code keeps a session below a home folder. */
export function claudeFile(home: string, session = 'session-1'): string {
  return join(home, '.claude', 'projects', '-home-ada-shop', `${session}.jsonl`);
}

/** A Codex request. Its counters grow from request to request, as in a rollout. */
export interface CodexRequest {
  readonly atMs: number;
  readonly input: number;
  readonly cached: number;
  readonly output: number;
  /** Percent of the 5-hour window, 0 to 100, which ends at `resetsAtMs`. */
  readonly usedPercent: number;
  readonly resetsAtMs: number;
}

/** A complete Codex rollout with one request after the other. */
export function codexRollout(threadId: string, requests: readonly CodexRequest[], model = 'gpt-5.5'): string {
  const at = (atMs: number): string => new Date(atMs).toISOString();
  const startMs = requests[0]?.atMs ?? 0;
  const total = {
    input_tokens: 0,
    cached_input_tokens: 0,
    output_tokens: 0,
    reasoning_output_tokens: 0,
    total_tokens: 0,
  };
  const records: unknown[] = [
    {
      timestamp: at(startMs),
      type: 'session_meta',
      payload: { id: threadId, cwd: '/home/ada/cli', originator: 'codex_cli_rs' },
    },
    { timestamp: at(startMs), type: 'turn_context', payload: { model, cwd: '/home/ada/cli' } },
  ];
  for (const { atMs, input, cached, output, usedPercent, resetsAtMs } of requests) {
    const last = {
      input_tokens: input,
      cached_input_tokens: cached,
      output_tokens: output,
      reasoning_output_tokens: 0,
      total_tokens: input + output,
    };
    for (const part of Object.keys(total) as (keyof typeof total)[]) total[part] += last[part];
    const window = { used_percent: usedPercent, window_minutes: 300, resets_at: Math.floor(resetsAtMs / 1000) };
    records.push({
      timestamp: at(atMs),
      type: 'event_msg',
      payload: {
        type: 'token_count',
        info: { total_token_usage: { ...total }, last_token_usage: last },
        rate_limits: { limit_id: 'codex', primary: window, secondary: null, plan_type: 'plus' },
      },
    });
  }
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}

/** Where Codex keeps a rollout below a home folder. */
export function codexFile(home: string, threadId: string): string {
  return join(home, '.codex', 'sessions', '2026', '01', '02', `rollout-2026-01-02T03-04-05-${threadId}.jsonl`);
}

/** Writes a log file, and creates the folders above it. */
export async function writeLog(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

/** Appends to a log file in two writes, the second a little later, split where `at` says. */
export async function appendInTwoWrites(file: string, line: string, at: number): Promise<void> {
  await appendFile(file, line.slice(0, at));
  await new Promise((resolve) => setTimeout(resolve, 120));
  await appendFile(file, line.slice(at));
}
