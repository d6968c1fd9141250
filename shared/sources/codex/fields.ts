import type { FieldTree } from '../streams.ts';

const counter = {
  input_tokens: true,
  cached_input_tokens: true,
  cache_write_input_tokens: true,
  output_tokens: true,
  reasoning_output_tokens: true,
  total_tokens: true,
} as const satisfies FieldTree;

const limitWindow = {
  used_percent: true,
  window_minutes: true,
  resets_at: true,
  resets_in_seconds: true,
} as const satisfies FieldTree;

/** The fields of a rollout's record that the reader uses: no conversation content. */
export const codexFields = {
  timestamp: true,
  type: true,
  payload: {
    type: true,
    // token_count
    info: { total_token_usage: counter, last_token_usage: counter },
    rate_limits: {
      limit_id: true,
      limit_name: true,
      plan_type: true,
      primary: limitWindow,
      secondary: limitWindow,
      credits: { has_credits: true, unlimited: true, balance: true },
    },
    // session_meta
    id: true,
    forked_from_id: true,
    parent_thread_id: true,
    model_provider: true,
    cwd: true,
    git: { branch: true },
    originator: true,
    cli_version: true,
    source: { subagent: true },
    thread_source: true,
    // turn_context
    model: true,
    // thread_settings_applied
    thread_settings: { service_tier: true },
  },
} as const satisfies FieldTree;
