import { agentsviewImporter } from './agentsview/usage-rows.ts';
import { claudeMonitorImporter } from './claude-monitor/warehouse.ts';
import { codeburnImporter } from './codeburn/daily-cache.ts';
import { cursorImporter } from './cursor/importer.ts';
import type { HistoryImporter } from './history-import.ts';
import { statsCacheImporter } from './stats-cache/importer.ts';
import { tokenTrackerImporter } from './tokentracker/queue.ts';
import type { Importer } from './usage-import.ts';
import { whereMyTokensImporter } from './wheremytokens/day-rows.ts';

/** The agents whose usage is in a file that a person downloads. */
const importers: readonly Importer[] = [cursorImporter];

/** The tools that keep history of agents. */
export const historyImporters: readonly HistoryImporter[] = [
  statsCacheImporter,
  claudeMonitorImporter,
  codeburnImporter,
  tokenTrackerImporter,
  agentsviewImporter,
  whereMyTokensImporter,
];

/** The importer of a tool; null when there is none. */
export function findImporter(tool: string): Importer | null {
  return importers.find((importer) => importer.tool === tool) ?? null;
}

/** The importer of a tool's history; null when there is none. */
export function findHistoryImporter(tool: string): HistoryImporter | null {
  return historyImporters.find((importer) => importer.tool === tool) ?? null;
}
