import type { ExplainedDifference } from '../rules.ts';

/** The known and understood differences of Claude Code and Codex, to the token. */
export const claudeAndCodexDifferences: readonly ExplainedDifference[] = [
  {
    dataSet: 'claude/WenJ-He__SinglePTZ-FaceTrack',
    peer: 'ccusage',
    rules: ['message-id-and-millisecond'],
    amounts: {
      '2026-04-11 claude-opus-4-6': { input: 13, cacheWrite: 41_577, cacheRead: 218_661, output: 28_767 },
      '2026-04-12 claude-opus-4-6': { input: 63, cacheWrite: 762_715, cacheRead: 6_442_845, output: 51_759 },
      '2026-04-12 glm-5.1': { input: 162_582, cacheRead: 246_400, output: 1721 },
    },
  },
  {
    dataSet: 'claude/a331468564__claude-codex-chat-archives/cc-test',
    peer: 'ccusage',
    rules: ['message-id-and-millisecond'],
    amounts: {
      '2026-05-18 mimo-v2.5-pro': { input: 24_776, cacheRead: 24_704, output: 39 },
      '2026-05-19 mimo-v2.5-pro': { input: 171_219, cacheRead: 6_172_544, output: 20_947 },
    },
  },
  {
    dataSet: 'claude/a331468564__claude-codex-chat-archives/home',
    peer: 'ccusage',
    rules: ['message-id-and-millisecond'],
    amounts: {
      '2026-05-20 mimo-v2.5-pro': { input: 140_515, cacheRead: 2_704_256, output: 17_630 },
    },
  },
  {
    dataSet: 'claude/daaain__claude-code-log',
    peer: 'ccusage',
    rules: ['compact-json-only'],
    amounts: {
      '2025-06-14 claude-3-sonnet-20240229': { input: -558, output: -830 },
    },
  },
  {
    dataSet: 'claude/daphatpharm4__rosesein',
    peer: 'ccusage',
    rules: ['main-thread-before-better-copy'],
    amounts: {
      '2026-03-07 claude-opus-4-6': { output: -333 },
      '2026-03-08 claude-haiku-4-5-20251001': { output: -5024 },
      '2026-03-08 claude-opus-4-6': { output: -1688 },
    },
  },
  {
    dataSet: 'codex/matthewlai12__ece493-cms',
    peer: 'ccusage',
    rules: ['sum-of-last'],
    amounts: {
      '2026-02-10 gpt-5.2-codex': { input: -36_132, cacheRead: -334_080, output: -913 },
    },
  },
  {
    dataSet: 'codex/matthewlai12__ece493-cms',
    peer: 'tokscale',
    rules: ['stops-at-invalid-text'],
    amounts: {
      '2026-02-10 gpt-5.2-codex': { input: -126_033, cacheRead: -3_506_048, output: -36_510, reasoning: -6208 },
    },
  },
  {
    dataSet: 'codex/ryoppippi__ccusage',
    peer: 'ccusage',
    rules: ['model-in-counter'],
    amounts: {
      '2026-05-14 gpt-5.2-codex': { input: -2000, cacheRead: -500, output: -300, reasoning: -200 },
      '2026-05-14 gpt-5.3-codex': { input: 2000, cacheRead: 500, output: 300, reasoning: 200 },
    },
  },
  {
    dataSet: 'codex/ryoppippi__ccusage',
    peer: 'tokscale',
    rules: ['model-in-counter', 'dated-by-request'],
    amounts: {
      '2026-05-13 gpt-5.3-codex': { input: 2000, cacheRead: 500, output: 300, reasoning: 200 },
      '2026-05-14 gpt-5.2-codex': { input: -2000, cacheRead: -500, output: -300, reasoning: -200 },
    },
  },
  {
    dataSet: 'codex/steipete__CodexBar/archived-fork-33ce-3869/codex-home',
    peer: 'tokscale',
    rules: ['dated-by-request'],
    amounts: {
      '2030-01-01 fixture-model': { input: 11_929, cacheRead: 10_624, output: 493, reasoning: 303 },
      '2030-01-02 fixture-model': { input: -11_929, cacheRead: -10_624, output: -493, reasoning: -303 },
    },
  },
  {
    dataSet: 'codex/steipete__CodexBar/live-fork-4d90-52bf/codex-home',
    peer: 'tokscale',
    rules: ['dated-by-request'],
    amounts: {
      '2030-01-01 fixture-model': { input: 45_731, cacheRead: 10_496, output: 282, reasoning: 125 },
      '2030-01-02 fixture-model': { input: -45_731, cacheRead: -10_496, output: -282, reasoning: -125 },
    },
  },
  {
    dataSet: 'codex/steipete__CodexBar/missing-parent-siblings/codex-home',
    peer: 'ccusage',
    rules: ['replay-until-compaction'],
    amounts: {
      '2030-01-01 fixture-model': { input: 508_227, cacheRead: 3_076_992, output: 15_404, reasoning: 7392 },
    },
  },
  {
    dataSet: 'codex/steipete__CodexBar/missing-parent-siblings/codex-home',
    peer: 'tokscale',
    rules: ['dated-by-request'],
    amounts: {
      '2030-01-01 fixture-model': { input: 12_829, cacheRead: 10_724, output: 513, reasoning: 308 },
      '2030-01-02 fixture-model': { input: -12_829, cacheRead: -10_724, output: -513, reasoning: -308 },
    },
  },
];
