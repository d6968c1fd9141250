import { toLimitWindows } from '../../../../shared/limits/windows.ts';
import type { WorkWeek } from '../../../../shared/limits/work-week.ts';
import type { AgentProcess } from '../../../../shared/domain/agent-process.ts';
import type { SessionSummary } from '../../../../shared/domain/session.ts';
import type { Clock } from '../../../../shared/ports/clock.ts';
import { buildLiveSections, findActiveBlocks, type LiveInput } from '../../../../shared/snapshot/live-sections.ts';
import { toBlockOutlook, type ActiveBlockOutlook } from '../../../../shared/snapshot/outlook.ts';
import type { SnapshotSections } from '../../../../shared/snapshot/app-snapshot.ts';
import { createWorkWeek } from './learned-week.ts';
import type { Forecasts } from '../forecasts/forecasts.ts';
import type { LedgerAccess } from '../ledger/ledger-access.ts';
import { createPastAnchors } from '../usage/past-anchors.ts';
import type { Preferences } from '../preferences.ts';
import { createRecentUsage, liveSpanMs, type LedgerChange } from '../ledger/recent-usage.ts';
import { createUsualBlocks } from './usual-blocks.ts';
import { createSourceStatuses, type SourceStatuses } from './source-statuses.ts';

/** The sections derived from the ledger and the time. */
export type LiveSections = ReturnType<typeof buildLiveSections> & Pick<SnapshotSections, 'sources'>;

/** Recent usage as the live surfaces show it. */
export interface LiveUsage {
  /** `agents` are those that run now. */
  sections(agents: readonly AgentProcess[]): LiveSections;
  /** The sessions of the last days, to which running agents may belong. */
  sessions(): readonly SessionSummary[];
  activeBlocks(): readonly ActiveBlockOutlook[];
  /** When the person works, by the settings or by what they have done. */
  readonly workWeek: () => WorkWeek;
  noteChange(change: LedgerChange): void;
  /** The settings have changed. */
  changePreferences(): void;
  /** Counts of whole sources are read again with the next sections. */
  expireCounts(): void;
}

/** Its dependencies. */
interface LiveUsageOptions {
  readonly ledger: Pick<LedgerAccess, 'store'>;
  readonly preferences: Preferences;
  readonly forecasts: Forecasts;
  readonly clock: Clock;
  /** Runs the aggregation that many writes have deferred. */
  readonly refreshRollups: () => void;
  /** The logs have been read completely, and are being followed. */
  readonly isComplete: () => boolean;
  /** Whether the ledger cannot be written, so that what is in the logs now is unknown. */
  readonly isFailing: () => boolean;
  readonly readStats: Parameters<typeof createSourceStatuses>[0]['readStats'];
  readonly rootsOf: Parameters<typeof createSourceStatuses>[0]['rootsOf'];
}

/** Builds it on whichever ledger is open. */
export function createLiveUsage(options: LiveUsageOptions): LiveUsage {
  const { ledger, preferences, clock } = options;
  const recent = createRecentUsage(ledger.store, preferences.book());
  const statuses: SourceStatuses = createSourceStatuses({ ...options, recent });
  const workWeek = createWorkWeek(options);
  const usual = createUsualBlocks(options);
  /** Read again when the ledger has changed. */
  let known: readonly SessionSummary[] | null = null;
  const pastAnchors = createPastAnchors(ledger.store, liveSpanMs);
  const readInput = (agents: readonly AgentProcess[]): LiveInput => {
    const nowMs = clock.nowMs();
    const readings = ledger.store().latestLimitReadings(nowMs);
    return {
      usage: recent.read(nowMs),
      readings,
      pastAnchors: pastAnchors.read(readings, nowMs),
      agents,
      settings: preferences.settings(),
      calendar: preferences.calendar(),
      book: preferences.book(),
      week: workWeek(),
      nowMs,
      coverageFromMs: options.isComplete() && !options.isFailing() ? 0 : null,
      forecasts: options.isComplete() ? options.forecasts : null,
      baselines: (active) => (options.isComplete() ? usual.read(active) : []),
    };
  };
  return {
    sections(agents) {
      const input = readInput(agents);
      return { ...buildLiveSections(input), sources: statuses.read(input.usage) };
    },
    sessions() {
      known ??= recent.read(clock.nowMs()).sessions();
      return known;
    },
    activeBlocks() {
      const input = readInput([]);
      return findActiveBlocks(input, toLimitWindows(input.readings, input.nowMs)).map((active) =>
        toBlockOutlook(active, input.nowMs),
      );
    },
    workWeek,
    noteChange(change) {
      known = null;
      if (typeof change === 'string' || change.newLimitReadings > 0) pastAnchors.expire();
      recent.noteChange(change);
      statuses.noteChange(change);
      usual.noteChange(change);
      if (change === 'all') options.forecasts.expire();
    },
    changePreferences() {
      known = null;
      recent.setBook(preferences.book());
      usual.expire();
    },
    expireCounts: statuses.expire,
  };
}
