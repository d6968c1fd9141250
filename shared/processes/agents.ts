import type { SourceId } from '../domain/ids.ts';
import { sources } from '../sources/registry.ts';
import type { ProcessPatterns } from '../sources/source.ts';
import { unreadAgents } from './unread-agents.ts';

/** A program that counts as an agent, and how its processes look. */
export interface Agent extends ProcessPatterns {
  readonly id: string;
  /** Display name. */
  readonly label: string;
  /** The source whose logs it writes; null when we read none of its logs. */
  readonly source: SourceId | null;
}

/**
 * All known agents. An app's helper processes (`App Helper (Renderer)`, `app --type=renderer`) are deliberately left
 * out: they belong to the app's tree and are not agents of their own.
 */
export const agents: readonly Agent[] = [
  ...sources.flatMap(({ id, label, processes }) =>
    processes === null ? [] : [{ id, label, source: id, ...processes }],
  ),
  ...unreadAgents.map((agent) => ({ ...agent, source: null })),
];

/** The source whose logs an agent writes; null when we read none of them, or the agent is unknown. */
export function toAgentSource(agentId: string): SourceId | null {
  return agents.find((agent) => agent.id === agentId)?.source ?? null;
}
