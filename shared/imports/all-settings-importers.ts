import { aiCostObserverSettings } from './ai-cost-observer/settings.ts';
import { ccstatuslineSettings } from './ccstatusline/settings.ts';
import { ccusageSettings } from './ccusage/settings.ts';
import { claudeHudSettings } from './claude-hud/settings.ts';
import { claudeMonitorSettings } from './claude-monitor/settings.ts';
import { codeburnSettings } from './codeburn/settings.ts';
import { codexbarSettings } from './codexbar/settings.ts';
import type { SettingsImporter } from './settings-import.ts';

const all: readonly SettingsImporter[] = [
  ccusageSettings,
  claudeMonitorSettings,
  ccstatuslineSettings,
  claudeHudSettings,
  codeburnSettings,
  codexbarSettings,
  aiCostObserverSettings,
];

/** The importer of a tool's settings; null when there is none. */
export function findSettingsImporter(tool: string): SettingsImporter | null {
  return all.find((importer) => importer.tool === tool) ?? null;
}
