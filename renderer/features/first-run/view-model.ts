import type { RootStatus } from '../../../shared/domain/doctor-report.ts';
import type { FoundImport, ImportResult } from '../../../shared/domain/import-result.ts';
import { noPlan } from '../../../shared/domain/plan.ts';
import type { StatuslineReport } from '../../../shared/domain/statusline-install.ts';
import { cleanText } from '../../../shared/lib/clean-text.ts';
import type { SnapshotSections, SourceStatus } from '../../../shared/snapshot/app-snapshot.ts';
import { messages } from '../../messages.ts';
import type { Option } from '../../ui/options.ts';

const words = messages.firstRun;

/** What was found on this computer so far. */
export interface FindingsView {
  readonly agents: readonly {
    readonly source: string;
    readonly label: string;
    readonly text: string;
    /** The folders that hold its logs. */
    readonly folders: readonly string[];
  }[];
  /** All of them in a few words; null while nothing was found. */
  readonly summary: { readonly agents: string; readonly text: string } | null;
  /** That the scan goes on, or that nothing was found; null when it is complete and something was. */
  readonly state: string | null;
  /** How many agents have left no logs; null for none. */
  readonly others: string | null;
}

/** Describes what was found where, those with most requests first. */
export function toFindings({ sources, scan }: Pick<SnapshotSections, 'sources' | 'scan'>): FindingsView {
  const found = sources.filter((source) => source.events > 0 || source.roots.some(holdsLogs));
  const isReading = scan.phase === 'starting' || scan.phase === 'scanning';
  const others = sources.filter((source) => source.isAgent && !found.includes(source)).length;
  const ordered = found.toSorted((left, right) => right.events - left.events);
  return {
    summary: found.length === 0 ? null : toSummary(ordered),
    agents: ordered.map(({ source, label, roots, events }) => ({
      source,
      label: cleanText(label),
      text:
        events === 0 && roots.every(({ files }) => files === 0)
          ? messages.logs.sources.unreadable
          : words.found(countFiles(roots), events),
      folders: roots.filter(holdsLogs).map(({ path }) => cleanText(path)),
    })),
    state: isReading ? words.scanning : found.length === 0 ? words.nothing : null,
    others: others === 0 || isReading ? null : words.others(others),
  };
}

function toSummary(found: readonly SourceStatus[]): FindingsView['summary'] {
  const files = found.reduce((sum, { roots }) => sum + countFiles(roots), 0);
  const events = found.reduce((sum, source) => sum + source.events, 0);
  return { agents: messages.common.someOf(found.map(({ label }) => label)), text: words.found(files, events) };
}

function countFiles(roots: readonly RootStatus[]): number {
  return roots.reduce((sum, { files }) => sum + files, 0);
}

/** Whether a folder may hold logs: agents that were only installed leave an empty one. */
function holdsLogs({ state, files }: RootStatus): boolean {
  return files > 0 || state === 'unreadable';
}

/** The plans of agents that are there; empty where there is nothing to ask. */
export function toPlanQuestion(sources: readonly SourceStatus[], plan: string): readonly Option<string>[] {
  const plans = sources.filter((source) => source.events > 0).flatMap((source) => source.plans);
  // Already answered: the question stays, with its answer, until the welcome is closed.
  const isAsked = plans.length > 0 && (plan === noPlan || plans.some(({ id }) => id === plan));
  return isAsked
    ? [{ value: noPlan, label: words.noPlan }, ...plans.map(({ id, label }) => ({ value: id, label }))]
    : [];
}

/** Whether to offer the status line: its agent is installed, and does not have ours yet. */
export function canOfferStatusline({ agent, state }: StatuslineReport, { agents }: FindingsView): boolean {
  return state === 'absent' && agents.some(({ label }) => label === agent);
}

/** The tools whose history can be taken over, each once. */
export function toImportOffers(found: readonly FoundImport[]): readonly string[] {
  return [...new Set(found.filter(({ kind }) => kind === 'history').map(({ tool }) => tool))];
}

/** What an import would bring, and whether there is anything to import. */
export function describeImport(result: ImportResult): { readonly text: string; readonly canImport: boolean } {
  if (result.failure !== null) return { text: words.importFailed, canImport: false };
  const { requests, sums, firstAtMs, lastAtMs } = result;
  if (requests + sums === 0 || firstAtMs === null || lastAtMs === null) {
    return { text: words.importEmpty, canImport: false };
  }
  const toDay = (atMs: number): string => messages.format.day(new Date(atMs).toISOString().slice(0, 10));
  return { text: words.importHolds(requests, toDay(firstAtMs), toDay(lastAtMs)), canImport: true };
}

/** Where the icon is on the system of a page. */
export function describeIcon(userAgent: string): string {
  if (userAgent.includes('Mac OS X')) return words.icon.darwin;
  return userAgent.includes('Windows') ? words.icon.win32 : words.icon.linux;
}
