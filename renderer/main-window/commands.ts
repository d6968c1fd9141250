import { views } from '../../shared/contract/index.ts';
import { foldText, hasWords, toSearchWords } from '../../shared/lib/text-search.ts';
import { sectionTitles } from '../features/settings/form/section-titles.ts';
import { messages } from '../messages.ts';
import { rangeNames } from '../state/range.ts';
import type { Router } from '../state/router.svelte.ts';

/** An action that can be found by name. */
export interface Command {
  readonly id: string;
  readonly label: string;
  readonly run: () => void;
}

const groupings = ['model', 'project', 'repository', 'branch', 'source', 'account', 'session', 'entrypoint'] as const;

/** Everything that the palette offers: views and their parts, ranges, groupings, sections of the settings. */
export function listCommands(router: Router): readonly Command[] {
  const { windows, ranges, explore, compare } = messages;
  return [
    ...views.map((view) => ({ id: view, label: windows[view], run: () => router.go(view) })),
    { id: 'accounts', label: windows.palette.compareAccounts, run: () => router.go('compare', { tab: 'accounts' }) },
    ...(['whatIf', 'cache'] as const).map((tab) => ({
      id: `compare-${tab}`,
      label: explore.within(windows.compare, compare.tabs[tab]),
      run: () => router.go('compare', { tab }),
    })),
    ...rangeNames
      .filter((name) => name !== 'custom')
      .map((name) => ({
        id: `range-${name}`,
        label: windows.palette.range(ranges.names[name].long),
        run: () => router.change({ range: name, since: '', until: '' }),
      })),
    ...groupings.map((by) => ({
      id: `by-${by}`,
      label: windows.palette.exploreBy(explore.groupings[by]),
      run: () => router.go('explore', { by }),
    })),
    ...Object.entries(sectionTitles).map(([section, title]) => ({
      id: `settings-${section}`,
      label: explore.within(windows.settings, title),
      run: () => router.go('settings', { section }),
    })),
  ];
}

/** The commands with every word of a text in their name: first those that begin with it, then those with a word that does. */
export function findCommands(commands: readonly Command[], text: string): readonly Command[] {
  const words = toSearchWords(text);
  const matches = commands.filter(({ label }) => hasWords(foldText(label), words));
  const rank = ({ label }: Command): number => {
    const place = ` ${foldText(label)}`.indexOf(` ${words[0] ?? ''}`);
    return place === 0 ? 0 : place > 0 ? 1 : 2;
  };
  return matches.toSorted((a, b) => rank(a) - rank(b));
}
