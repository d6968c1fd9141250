import { noLimitChanges } from '../domain/limit-change.ts';
import type { AlertInput } from './alert-rule.ts';

/** The facts of an input, without what the settings and the clock say. */
export type AlertFacts = Omit<AlertInput, 'thresholdsPercent' | 'choices' | 'local' | 'dayStartHour' | 'nowMs'>;

/** No facts: for callers that know only some of them. */
export const noAlertFacts: AlertFacts = {
  blocks: [],
  windows: [],
  projected: [],
  spend: [],
  periods: [],
  endedPeriods: [],
  burnMinutes: [],
  sessions: [],
  agents: [],
  orphans: [],
  signals: [],
  stoppable: new Set(),
  anomalies: [],
  limitChanges: noLimitChanges,
  sources: [],
  incidents: [],
  expiring: null,
};
