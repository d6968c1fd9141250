import { toLimitWindows } from '../../../shared/analytics/limits.ts';
import type { AgentProcess } from '../../../shared/domain/process-sample.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { LedgerDelta } from '../../../shared/ports/ledger-store.ts';
import {
  buildLiveSections,
  findActiveBlocks,
  toRecentBurn,
  type LiveInput,
} from '../../../shared/snapshot/live-sections.ts';
import { toBlockOutlook, type ActiveBlockOutlook } from '../../../shared/snapshot/outlook.ts';
import type { LedgerAccess } from './ledger-access.ts';
import type { Preferences } from './preferences.ts';
import { createRecentCells } from './recent-cells.ts';

/** The sections that follow from recent usage and from the time. */
export type LiveSections = ReturnType<typeof buildLiveSections>;

/** Recent usage as the live surfaces show it. */
export interface LiveUsage {
  sections(): LiveSections;
  activeBlocks(): readonly ActiveBlockOutlook[];
  /** The ledger has changed: as the delta says, or anywhere for null. */
  noteChange(delta: LedgerDelta | null): void;
}

/** Builds it on whichever ledger is open. */
export function createLiveUsage(options: {
  readonly ledger: LedgerAccess;
  readonly preferences: Preferences;
  readonly clock: Clock;
  readonly agents: () => readonly AgentProcess[];
  /** The logs have been read completely, and are being followed. */
  readonly isComplete: () => boolean;
}): LiveUsage {
  const { ledger, preferences, clock } = options;
  const recent = createRecentCells({ cells: (query) => ledger.store().cells(query) });
  const readInput = (): LiveInput => {
    const nowMs = clock.nowMs();
    return {
      cells: recent.read(nowMs),
      readings: ledger.store().latestLimitReadings(nowMs),
      agents: options.agents(),
      settings: preferences.settings(),
      calendar: preferences.calendar(),
      book: preferences.book(),
      nowMs,
      coverageFromMs: options.isComplete() ? 0 : null,
    };
  };
  return {
    sections: () => buildLiveSections(readInput()),
    activeBlocks() {
      const input = readInput();
      const burn = toRecentBurn(input);
      return findActiveBlocks(input, toLimitWindows(input.readings, input.nowMs)).map((active) =>
        toBlockOutlook(active, burn, input.nowMs),
      );
    },
    noteChange(delta) {
      if (delta === null) recent.noteChange(0);
      else if (delta.earliestChangeMs !== null) recent.noteChange(delta.earliestChangeMs);
    },
  };
}
