import type { ProcessSample } from '../domain/process-sample.ts';
import { agents, type Agent } from './agents.ts';
import { findAgent } from './find-agent.ts';

/** Finds the agent that a process is; null when it is not one. */
export type AgentFinder = (sample: Pick<ProcessSample, 'name' | 'commandLine'>) => Agent | null;

/** More command lines than this are not remembered; a table of processes seldom has as many. */
const maxKnown = 20_000;

/** Builds a finder that remembers its answers: every sweep sees the same command lines. */
export function createAgentFinder(among: readonly Agent[] = agents): AgentFinder {
  let known = new Map<string, { readonly name: string; readonly agent: Agent | null }>();
  return (sample) => {
    const before = known.get(sample.commandLine);
    if (before?.name === sample.name) return before.agent;
    const agent = findAgent(sample, among);
    if (known.size >= maxKnown) known = new Map();
    known.set(sample.commandLine, { name: sample.name, agent });
    return agent;
  };
}
