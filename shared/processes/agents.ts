import type { ProgramCategory } from '../domain/agent-process.ts';
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
  readonly category: ProgramCategory;
}

/**
 * All known agents. An app's helper processes (`App Helper (Renderer)`, `app --type=renderer`) are deliberately left
 * out: they belong to the app's tree and are not agents of their own.
 */
export const agents: readonly Agent[] = [
  ...sources.flatMap(({ id, label, processes }) =>
    processes === null ? [] : [{ id, label, source: id, category: 'cli' as const, ...processes }],
  ),
  ...unreadAgents.map((agent) => ({ category: 'cli' as const, ...agent, source: null })),
];

/** A program that the person added: it counts as an agent under this name. */
export interface OwnProgram {
  readonly label: string;
  /** The whole name of its executable, or of the script that an interpreter runs, without path and `.exe`. */
  readonly executable: string;
  readonly category: ProgramCategory;
}

/** All known agents and the person's own programs, which come first. */
export function listAgents(ownPrograms: readonly OwnProgram[]): readonly Agent[] {
  return [...ownPrograms.map(toAgent), ...agents];
}

function toAgent({ label, executable, category }: OwnProgram): Agent {
  const name = executable.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return {
    id: `own:${label}`,
    label,
    source: null,
    category,
    paths: [],
    names: [new RegExp(`^${name}$`, 'i')],
    scripts: [new RegExp(`(?:^|/)${name}$`, 'i')],
  };
}

/** The source whose logs an agent writes; null when we read none of them, or the agent is unknown. */
export function toAgentSource(agentId: string): SourceId | null {
  return agents.find((agent) => agent.id === agentId)?.source ?? null;
}
