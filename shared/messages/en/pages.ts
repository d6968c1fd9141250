import type { Formats } from '../format/formats.ts';
import { createActivityMessages } from './activity.ts';
import { createAlertHistoryMessages } from './alert-history.ts';
import { createAlertMessages } from './alerts.ts';
import { createAppsMessages } from './apps.ts';
import { createBlockMessages } from './blocks.ts';
import { describeCallFailure } from './calls.ts';
import { describeChannelFailure } from './channels.ts';
import { describeStatuslineRefusal } from './cli/statusline.ts';
import { createCompareMessages } from './compare.ts';
import { createReconcileMessages } from './reconcile.ts';
import { createCommonMessages } from './common.ts';
import { createDiagnosisMessages } from './diagnosis.ts';
import { describeProbeFailure, describeReadFailure, skipReasons } from './failures.ts';
import { createExplainForecastRules } from './explain-forecast.ts';
import { createExplainRules } from './explain-rules.ts';
import { createExplainViewMessages } from './explain.ts';
import { createExploreMessages } from './explore.ts';
import { createFirstRunMessages } from './first-run.ts';
import { createHistoryMessages } from './history.ts';
import { createLimitHistoryMessages } from './limit-history.ts';
import { createLimitMessages } from './limits.ts';
import { createLogMessages } from './logs.ts';
import { createNotificationMessages } from './notifications.ts';
import { createChartWords, createOverviewMessages, createRangeMessages } from './overview.ts';
import { createProblemMessages } from './problems.ts';
import { createProcessViewMessages } from './process-view.ts';
import { describeSettingsFailure } from './settings-failures.ts';
import { createSettingsMessages } from './settings.ts';
import { createUnitMessages } from './units.ts';
import { createUsageMessages } from './usage.ts';
import { createWebMessages } from './web.ts';
import { createWindowMessages } from './windows.ts';

/** The English sentences of the pages. They stand alone, since a page loads them before it can show anything. */
export function createEnglishPages(format: Formats) {
  return {
    common: createCommonMessages(format),
    units: createUnitMessages(format),
    problems: createProblemMessages(format),
    failures: {
      read: describeReadFailure,
      probe: describeProbeFailure,
      skip: skipReasons,
      call: describeCallFailure,
      settings: describeSettingsFailure,
      channel: describeChannelFailure,
      statusline: describeStatuslineRefusal,
    },
    notifications: createNotificationMessages(format),
    alerts: createAlertMessages(format),
    web: createWebMessages(),
    windows: createWindowMessages(),
    limits: createLimitMessages(format),
    blocks: createBlockMessages(format),
    usage: createUsageMessages(format),
    activity: createActivityMessages(format),
    logs: createLogMessages(format),
    charts: createChartWords(),
    ranges: createRangeMessages(format),
    overview: createOverviewMessages(format),
    explain: createExplainViewMessages(format),
    /** The rules, in the words that the command `explain` has, too. */
    explainRules: createExplainRules(format),
    explainForecast: createExplainForecastRules(format),
    explore: createExploreMessages(format),
    compare: createCompareMessages(format),
    reconcile: createReconcileMessages(format),
    limitHistory: createLimitHistoryMessages(format),
    processView: createProcessViewMessages(format),
    apps: createAppsMessages(format),
    alertHistory: createAlertHistoryMessages(format),
    history: createHistoryMessages(format),
    settings: createSettingsMessages(format),
    firstRun: createFirstRunMessages(format),
    diagnosis: createDiagnosisMessages(format),
  };
}
