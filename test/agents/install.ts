import type { TestProject } from 'vitest/node';
import { installAgent, toAgentCache, type AgentPackages, type InstalledAgent } from '../../build/lib/agent-packages.ts';
import { chooseRecipes } from './all-recipes.ts';
import versions from './versions.json' with { type: 'json' };

declare module 'vitest' {
  interface ProvidedContext {
    /** Where each agent is installed, or why it is not. */
    installedAgents: Readonly<Record<string, InstalledAgent>>;
  }
}

/** Installs the agents that will run, all at once; it takes seconds, and nothing when they are there. */
export async function setup(project: TestProject): Promise<void> {
  const recipes = chooseRecipes(process.env);
  if (process.platform === 'win32') {
    const skipped = { folder: null, unreachable: 'they are started as on Unix' } as const;
    return project.provide('installedAgents', Object.fromEntries(recipes.map(({ id }) => [id, skipped])));
  }
  const table: Readonly<Record<string, AgentPackages>> = versions;
  const cache = toAgentCache();
  const installed = await Promise.all(
    recipes.map(async ({ id }) => [id, await installAgent(id, table[id]!, cache)] as const),
  );
  for (const [id, { unreachable }] of installed)
    if (unreachable !== null) console.log(`${id} is skipped: ${unreachable}`);
  project.provide('installedAgents', Object.fromEntries(installed));
}
