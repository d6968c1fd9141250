import type { Host } from '../../shared/contract/index.ts';
import type { Report, ReportQuery } from '../../shared/domain/report.ts';
import { toFailureText } from '../bridge/host.ts';

/** The answer to the latest report query. */
export interface ReportState {
  /** The last answer; stays on show while the next one is under way. */
  readonly current: Report | null;
  readonly isLoading: boolean;
  readonly failure: string | null;
  /** Asks; the answer to an older question is dropped. Never rejects. */
  load(query: ReportQuery): Promise<void>;
}

/** Builds a state that has asked nothing yet. */
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
