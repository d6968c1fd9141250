import type { AlertKind } from '../../domain/alert-intent.ts';
import type { AlertRule } from '../alert-rule.ts';
import { allowanceRule } from './allowance.ts';
import { anomalyRule } from './anomaly.ts';
import { burnRule } from './burn.ts';
import { busyAgentRule } from './busy-agent.ts';
import { depletedRule } from './depleted.ts';
import { digestRule } from './digest.ts';
import { expiringLogsRule } from './expiring-logs.ts';
import { guardRule } from './guard.ts';
import { incidentRule } from './incident.ts';
import { orphanRule } from './orphan.ts';
import { restoredRule } from './restored.ts';
import { runsOutRule } from './runs-out.ts';
import { sessionRule } from './session.ts';
import { silentSourceRule } from './silent-source.ts';
import { spendRule } from './spend.ts';
import { thresholdRule } from './threshold.ts';

/** The rule for every kind of alert. */
export const alertRules = {
  threshold: thresholdRule,
  'runs-out': runsOutRule,
  depleted: depletedRule,
  restored: restoredRule,
  spend: spendRule,
  burn: burnRule,
  anomaly: anomalyRule,
  allowance: allowanceRule,
  'busy-agent': busyAgentRule,
  session: sessionRule,
  guard: guardRule,
  orphan: orphanRule,
  'silent-source': silentSourceRule,
  'expiring-logs': expiringLogsRule,
  incident: incidentRule,
  digest: digestRule,
} satisfies { readonly [Kind in AlertKind]: AlertRule<Kind> };
