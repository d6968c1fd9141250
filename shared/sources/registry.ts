import type { SourceId } from '../domain/ids.ts';
import { amp } from './amp/descriptor.ts';
import { antigravity } from './antigravity/descriptor.ts';
import { claudeCode } from './claude-code/descriptor.ts';
import { claudeCodeHooks } from './claude-code/hooks.ts';
import { claudeCodeStatusline } from './claude-code/statusline/agent.ts';
import { cline } from './cline/descriptor.ts';
import { codex } from './codex/descriptor.ts';
import { codexHooks } from './codex/hooks.ts';
import { continueDev } from './continue/descriptor.ts';
import { copilotCli } from './copilot-cli/descriptor.ts';
import { crush } from './crush/descriptor.ts';
import { cursor } from './cursor/descriptor.ts';
import { droid } from './droid/descriptor.ts';
import { geminiCli } from './gemini-cli/descriptor.ts';
import { goose } from './goose/descriptor.ts';
import { grokBuild } from './grok-build/descriptor.ts';
import { importedHistory } from './imported-history/descriptor.ts';
import { kiloCli } from './kilo-cli/descriptor.ts';
import { kiloCode } from './kilo-code/descriptor.ts';
import { kimiCli } from './kimi-cli/descriptor.ts';
import { letta } from './letta/descriptor.ts';
import { litellm } from './litellm/descriptor.ts';
import { omp } from './omp/descriptor.ts';
import { openCode } from './opencode/descriptor.ts';
import { pi } from './pi/descriptor.ts';
import { qwenCode } from './qwen-code/descriptor.ts';
import { rooCode } from './roo-code/descriptor.ts';
import { zed } from './zed/descriptor.ts';
import type { HookAgent } from './hook-agent.ts';
import type { Source } from './source.ts';
import type { StatuslineAgent } from './statusline-agent.ts';

/**
 * All agents whose logs we read, in display order. A new one is one folder and one line here; one line each, so that
 * people who add different ones do not conflict.
 */
// prettier-ignore
export const sources: readonly Source[] = [
  claudeCode,
  codex,
  geminiCli,
  openCode,
  copilotCli,
  cursor,
  amp,
  antigravity,
  cline,
  continueDev,
  crush,
  droid,
  goose,
  grokBuild,
  importedHistory,
  kiloCli,
  kiloCode,
  kimiCli,
  letta,
  litellm,
  omp,
  pi,
  qwenCode,
  rooCode,
  zed,
];

/**
 * The agents that draw a status line by a command. A separate list: the command must start at once, and a bundler can
 * leave out everything else.
 */
export const statuslineAgents: readonly [StatuslineAgent, ...StatuslineAgent[]] = [claudeCodeStatusline];

/** The agents whose hooks say when a session waits, has finished or failed. */
export const hookAgents: readonly HookAgent[] = [claudeCodeHooks, codexHooks];

/** The source with that id; null when there is none. */
export function findSource(id: SourceId): Source | null {
  return sources.find((source) => source.id === id) ?? null;
}

/** Whether the source is an agent's own logs, not a proxy's, and not an import of other tools. */
export function isAgent({ proxy, isImported }: Pick<Source, 'proxy' | 'isImported'>): boolean {
  return proxy === undefined && isImported !== true;
}
