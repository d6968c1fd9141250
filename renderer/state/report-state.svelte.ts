import type { Host } from '../../shared/contract/index.ts';
import type { Report, ReportQuery } from '../../shared/domain/report.ts';
import { toFailureText } from '../bridge/host.ts';

/** The report that was loaded last. */
export interface ReportState {
  /** The latest answer; it stays visible while the next one is loading. */
  readonly current: Report | null;
  readonly isLoading: boolean;
  readonly failure: string | null;
  /** Loads a report; answers to earlier queries are dropped. Never rejects. */
  load(query: ReportQuery): Promise<void>;
}

/** Builds a state that has not loaded anything yet. */
export function createReportState(host: Host): ReportState {
  let current = $state.raw<Report | null>(null);
  let isLoading = $state(false);
  let failure = $state<string | null>(null);
  let asked = 0;
  return {
    get current() {
      return current;
    },
    get isLoading() {
      return isLoading;
    },
    get failure() {
      return failure;
    },
    async load(query) {
      asked += 1;
      const question = asked;
      isLoading = true;
      try {
        const report = await host.call('report', query);
        if (question !== asked) return;
        current = report;
        failure = null;
      } catch (error) {
        if (question !== asked) return;
        failure = toFailureText(error);
      }
      isLoading = false;
    },
  };
}
