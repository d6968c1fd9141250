import { setTimeout as delay } from 'node:timers/promises';
import { secondMs } from '../../../../shared/domain/instant.ts';
import { scanNotStarted, type ScanStatus } from '../../../../shared/snapshot/app-snapshot.ts';
import type { LedgerAccess } from './ledger-access.ts';
import { createLedgerFollower } from './ledger-follower.ts';
import { createLogSurvey, type LogSurvey, type LogSurveyOptions } from './log-survey.ts';
import type { LedgerChange } from './recent-usage.ts';

/** How long a one-shot answer waits for the writing process to read everything, and how often it checks. */
const patienceMs = 5 * secondMs;
const patienceStepMs = 100;

/** What a process does for its numbers while another process reads the logs. */
export interface LedgerReader {
  readonly survey: LogSurvey;
  /** Waits briefly until the writer has read everything, or until it has gone and this process has become the writer. */
  awaitWriter(): Promise<void>;
  /** Follows what the writer commits, until `stop` or until this process becomes the writer. */
  follow(): Promise<void>;
  /** Takes over if the writer has gone, otherwise looks at the logs again. */
  rescan(): Promise<void>;
  /** Reports the status again, because pausing has changed it. */
  publish(): void;
  scan(): ScanStatus;
  stop(): void;
}

/** What is asked and reported while the ledger is kept up to date. */
export interface LedgerReaderEvents {
  readonly isPaused: () => boolean;
  /** The ledger has changed. */
  readonly onNews: (change: LedgerChange) => void;
  readonly onScan: (scan: ScanStatus) => void;
  readonly onError: (error: unknown) => void;
}

/** Builds a reader; it does nothing until it is asked. */
export function createLedgerReader(options: LogSurveyOptions, events: LedgerReaderEvents): LedgerReader {
  const { ledger } = options;
  const survey = createLogSurvey(options);
  let status = scanNotStarted;
  const toPhase = (): ScanStatus['phase'] =>
    events.isPaused() ? 'paused' : ledger.isReadOnly() ? 'failed' : 'following';
  const publish = (): void => {
    status = { ...status, phase: toPhase(), percent: 100 };
    events.onScan(status);
  };
  const follower = createLedgerFollower({
    ...events,
    ledger,
    onNews(what) {
      survey.recount();
      events.onNews(what);
    },
  });
  return {
    survey,
    async awaitWriter() {
      if (!(await waitToWrite(ledger, survey))) publish();
    },
    async follow() {
      await survey.refresh();
      survey.recount();
      publish();
      follower.start();
    },
    async rescan() {
      if (!ledger.claim()) await survey.refresh();
    },
    publish,
    scan: () => status,
    stop: follower.stop,
  };
}

/** Returns whether this process may read the logs itself now. */
async function waitToWrite(ledger: LedgerAccess, survey: LogSurvey): Promise<boolean> {
  await survey.refresh();
  for (let waitedMs = 0; ; waitedMs += patienceStepMs) {
    if (ledger.claim()) return true;
    survey.recount();
    if (survey.unreadBytes() === 0 || waitedMs >= patienceMs || ledger.isReadOnly()) return false;
    await delay(patienceStepMs);
  }
}
