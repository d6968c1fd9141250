/** How imported usage says where it is from: the tool that kept it, and the agent whose it is. */
export function toHistoryEntrypoint(tool: string, agent: string): string {
  return `${tool} (${agent})`;
}

/** The agent in such a text; null when it is not one. */
export function toHistoryAgent(entrypoint: string | null): string | null {
  return /^[^(]* \((.+)\)$/.exec(entrypoint ?? '')?.[1] ?? null;
}
