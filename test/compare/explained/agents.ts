import type { ExplainedDifference } from '../rules.ts';

/** The known and understood differences of all other agents, to the token. */
export const agentDifferences: readonly ExplainedDifference[] = [
  {
    dataSet: 'agent-runs/omp',
    peer: 'tokscale',
    rules: ['no-reasoning'],
    amounts: {
      '2026-11-26 fake-model': { reasoning: -109 },
    },
  },
  {
    dataSet: 'agent-runs/qwen',
    peer: 'ccusage',
    rules: ['main-agent-only', 'cached-input-again', 'thoughts-again'],
    amounts: {
      '2026-11-26 fake-model': { input: 3120, output: 95 },
    },
  },
  {
    dataSet: 'agent-runs/qwen',
    peer: 'tokscale',
    rules: ['main-agent-only', 'cached-input-again', 'thoughts-again'],
    amounts: {
      '2026-11-26 fake-model': { input: 3120, output: 95 },
    },
  },
  {
    dataSet: 'antigravity/shibinsp45__Vibe-Coding',
    peer: 'tokscale',
    rules: ['command-line-only', 'calls-of-steps-missing', 'model-number-as-input', 'thoughts-and-answer-swapped'],
    amounts: {
      '2026-06-16 gemini-3.5-flash-high': { input: 9704, cacheRead: -591_016, output: -11_452, reasoning: 62_396 },
      '2026-06-16 model-1050': { input: -61, output: -8 },
      '2026-06-17 gemini-3.5-flash-high': {
        input: -230_053,
        cacheRead: -1_381_276,
        output: -15_775,
        reasoning: -10_403,
      },
      '2026-06-18 gemini-3.5-flash-high': {
        input: -577_250,
        cacheRead: -4_461_290,
        output: -34_528,
        reasoning: -24_251,
      },
    },
  },
  {
    dataSet: 'copilot/XEFF09__dotfiles',
    peer: 'tokscale',
    rules: ['exports-only'],
    amounts: {
      '2026-06-08 claude-sonnet-4-6': {
        input: -6818,
        cacheWrite: -154_425,
        cacheRead: -1_259_260,
        output: -12_840,
        reasoning: -1430,
      },
    },
  },
  {
    dataSet: 'gemini/wingorithm__Vibe-Coding-Comparison-Project',
    peer: 'ccusage',
    rules: ['thoughts-of-the-day'],
    amounts: {
      '2026-04-25 gemini-3-flash-preview': { output: -5339 },
      '2026-04-25 gemini-3.1-pro-preview': { output: 5944 },
      '2026-04-25 gemini-3.1-pro-preview-customtools': { output: -605 },
    },
  },
  {
    dataSet: 'kimi/jazzyalex__agent-sessions',
    peer: 'ccusage',
    rules: ['no-compaction'],
    amounts: {
      '2026-08-01 moonshot-ai/kimi-k2.7-code': { input: -1411, cacheRead: -40_960, output: -937 },
    },
  },
  {
    dataSet: 'kimi/jazzyalex__agent-sessions',
    peer: 'tokscale',
    rules: ['no-compaction'],
    amounts: {
      '2026-08-01 moonshot-ai/kimi-k2.7-code': { input: -1411, cacheRead: -40_960, output: -937 },
    },
  },
  {
    dataSet: 'kimi/youngstunners88__ihhashi',
    peer: 'ccusage',
    rules: ['no-subagent-events'],
    amounts: {
      '2026-03-05 kimi-for-coding': { input: -279_907, cacheRead: -1_628_160, output: -59_121 },
    },
  },
  {
    dataSet: 'kimi/youngstunners88__ihhashi',
    peer: 'tokscale',
    rules: ['no-subagent-events'],
    amounts: {
      '2026-03-05 kimi-for-coding': { input: -279_907, cacheRead: -1_628_160, output: -59_121 },
    },
  },
  {
    dataSet: 'pi/badlogic__pi-mono',
    peer: 'ccusage',
    rules: ['dated-by-entry'],
    amounts: {
      '2025-12-08 claude-opus-4-5': { input: -1, cacheWrite: -245, cacheRead: -32_218, output: -88 },
      '2025-12-09 claude-opus-4-5': { input: 1, cacheWrite: 245, cacheRead: 32_218, output: 88 },
    },
  },
  {
    dataSet: 'pi/badlogic__pi-mono',
    peer: 'tokscale',
    rules: ['dated-by-entry'],
    amounts: {
      '2025-12-08 claude-opus-4-5': { input: -1, cacheWrite: -245, cacheRead: -32_218, output: -88 },
      '2025-12-09 claude-opus-4-5': { input: 1, cacheWrite: 245, cacheRead: 32_218, output: 88 },
    },
  },
  {
    dataSet: 'qwen/haidonglethqb__CloudSchool',
    peer: 'ccusage',
    rules: ['main-agent-only', 'cached-input-again', 'thoughts-again'],
    amounts: {
      '2026-04-05 coder-model': { input: 85_031, output: -2286 },
      '2026-04-07 coder-model': { input: 2_131_349, output: 1701 },
      '2026-04-08 coder-model': { input: -129_249, cacheRead: -2_263_599, output: -30_651 },
      '2026-04-09 coder-model': { input: 7_203_842, cacheRead: -5_588_716, output: -106_224 },
      '2026-04-10 coder-model': { input: -94_766, cacheRead: -453_481, output: -2519 },
      '2026-04-11 coder-model': { input: 31_712, output: 20 },
    },
  },
  {
    dataSet: 'qwen/haidonglethqb__CloudSchool',
    peer: 'tokscale',
    rules: ['main-agent-only', 'cached-input-again', 'thoughts-again'],
    amounts: {
      '2026-04-05 coder-model': { input: 85_031, output: -2286, reasoning: -2381 },
      '2026-04-07 coder-model': { input: 2_131_349, output: 1701 },
      '2026-04-08 coder-model': { input: -129_249, cacheRead: -2_263_599, output: -30_651, reasoning: -1637 },
      '2026-04-09 coder-model': { input: 7_203_842, cacheRead: -5_588_716, output: -106_224, reasoning: -6499 },
      '2026-04-10 coder-model': { input: -94_766, cacheRead: -453_481, output: -2519, reasoning: -300 },
      '2026-04-11 coder-model': { input: 31_712, output: 20 },
    },
  },
  {
    dataSet: 'zed/atlasatakahraman__AtlasAta-DotFiles',
    peer: 'tokscale',
    rules: ['own-provider-only'],
    amounts: {
      '2026-02-06 gemini-2.5-flash': { input: -2234, cacheRead: -6791, output: -24 },
    },
  },
];
