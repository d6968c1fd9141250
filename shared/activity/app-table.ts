import type { ActivityCategory } from '../domain/activity.ts';

/** An app that counts as AI while its window is in front. */
export interface ListedApp {
  readonly id: string;
  readonly label: string;
  readonly category: ActivityCategory;
  /** An estimate of ours in US dollars an hour of active use; see `activityTablesDate`. */
  readonly usdPerHour: number | null;
  /** Window classes, app ids, bundle ids and executables (without `.exe`), in lower case. */
  readonly names: readonly string[];
}

type Entry = readonly [id: string, label: string, usdPerHour: number, ...names: string[]];

function list(category: ActivityCategory, entries: readonly Entry[]): readonly ListedApp[] {
  return entries.map(([id, label, usdPerHour, ...names]) => ({ id, label, category, usdPerHour, names }));
}

/**
 * The desktop apps that are counted. Editors count as a whole: from outside, it is not visible which part of them is in
 * use.
 */
export const listedApps: readonly ListedApp[] = [
  ...list('chat', [
    ['claude-desktop', 'Claude', 0.6, 'claude', 'claude-desktop', 'com.anthropic.claudefordesktop'],
    ['chatgpt-desktop', 'ChatGPT', 0.5, 'chatgpt', 'com.openai.chat'],
    ['microsoft-copilot', 'Microsoft Copilot', 0.4, 'copilot', 'com.microsoft.copilot-mac'],
    ['msty', 'Msty', 0, 'msty', 'mstystudio', 'app.msty.app'],
    ['cherry-studio', 'Cherry Studio', 0, 'cherrystudio', 'cherry-studio'],
  ]),
  ...list('code', [
    ['cursor', 'Cursor', 0.8, 'cursor', 'com.todesktop.230313mzl4w4u92'],
    ['windsurf', 'Windsurf', 0.6, 'windsurf', 'com.exafunction.windsurf'],
    ['antigravity', 'Antigravity', 0.6, 'antigravity', 'com.google.antigravity'],
    ['kiro', 'Kiro', 0.6, 'kiro', 'dev.kiro.desktop'],
    ['trae', 'Trae', 0.6, 'trae', 'com.trae.app'],
    ['zed', 'Zed', 0.3, 'zed', 'dev.zed.zed', 'dev.zed.zed-preview'],
    ['codex-desktop', 'Codex', 1, 'codex', 'com.openai.codex'],
    ['conductor', 'Conductor', 0.6, 'conductor', 'com.conductor.app'],
    ['pieces', 'Pieces', 0.2, 'pieces for developers', 'com.pieces.pfd'],
  ]),
  ...list('search', [
    ['perplexity-desktop', 'Perplexity', 0.4, 'perplexity', 'comet', 'ai.perplexity.mac', 'ai.perplexity.comet'],
  ]),
  ...list('image', [['midjourney', 'Midjourney', 1.2, 'midjourney']]),
  ...list('audio', [['superwhisper', 'superwhisper', 0.2, 'superwhisper', 'com.superduper.superwhisper']]),
  ...list('local', [
    ['lm-studio', 'LM Studio', 0, 'lm studio', 'lm-studio', 'lmstudio', 'ai.elementlabs.lmstudio'],
    ['ollama', 'Ollama', 0, 'ollama', 'ollama app', 'com.electron.ollama'],
    ['jan', 'Jan', 0, 'jan', 'jan.ai.app'],
    ['gpt4all', 'GPT4All', 0, 'gpt4all', 'io.gpt4all.gpt4all'],
  ]),
];

/** Finds the listed app that a window belongs to, by any of its names; null for all others. */
export type MatchApp = (names: readonly string[]) => ListedApp | null;

/** Builds the search. Of several apps with a name, the first counts. */
export function createAppMatcher(apps: readonly ListedApp[]): MatchApp {
  const byName = new Map(apps.toReversed().flatMap((app) => app.names.map((name) => [toKey(name), app] as const)));
  return (names) => {
    for (const name of names) {
      const found = byName.get(toKey(name));
      if (found !== undefined) return found;
    }
    return null;
  };
}

function toKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/\.exe$/, '')
    .trim();
}
