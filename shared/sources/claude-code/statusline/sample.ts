import type { JsonRecord } from '../../../lib/json-record.ts';

const [minuteS, hourS] = [60, 3_600];

/** A made-up payload of a session that is well under way, for previews. */
export function toSample(nowMs: number, folder: string): JsonRecord {
  const nowS = Math.floor(nowMs / 1_000);
  return {
    session_id: 'preview',
    session_name: 'Fix the build',
    cwd: folder,
    version: '2.1.284',
    model: { id: 'claude-opus-5-5', display_name: 'Opus 5.5' },
    workspace: { current_dir: folder, project_dir: folder },
    cost: {
      total_cost_usd: 1.84,
      total_duration_ms: 70 * minuteS * 1_000,
      total_api_duration_ms: 9 * minuteS * 1_000,
      total_lines_added: 120,
      total_lines_removed: 34,
    },
    context_window: {
      context_window_size: 200_000,
      used_percentage: 42,
      current_usage: {
        input_tokens: 10,
        output_tokens: 500,
        cache_creation_input_tokens: 4_000,
        cache_read_input_tokens: 80_000,
      },
    },
    effort: { level: 'high' },
    prompt_cache: { warm: true, ttl: '5m', expires_at: nowS + 200, hit_ratio: 0.93 },
    pr: { number: 42 },
    rate_limits: {
      five_hour: { used_percentage: 62, resets_at: nowS + 2.5 * hourS },
      seven_day: { used_percentage: 71, resets_at: nowS + 56 * hourS },
    },
  };
}
