import { finishSpanish, finishTexts } from '../format/finish.ts';
import type { CreateTranslation } from '../translation.ts';
import { createActivity } from './activity.ts';
import { createAlertHistoryMessages } from './alert-history.ts';
import { createAlertMessages } from './alerts.ts';
import { createAppsMessages } from './apps.ts';
import { createBlockMessages } from './blocks.ts';
import { describeCallFailure } from './calls.ts';
import { describeChannelFailure } from './channels.ts';
import { createCommon } from './common.ts';
import { createCompareMessages } from './compare.ts';
import { desktop } from './desktop.ts';
import { createDiagnosisMessages } from './diagnosis.ts';
import { createExplainForecastMessages } from './explain-forecast.ts';
import { createExplainMessages } from './explain-rules.ts';
import { createExplainViewMessages } from './explain.ts';
import { createExploreMessages } from './explore.ts';
import { describeProbeFailure, describeReadFailure, skipReasons } from './failures.ts';
import { createFirstRunMessages } from './first-run.ts';
import { createHistoryMessages } from './history.ts';
import { createLimitHistoryMessages } from './limit-history.ts';
import { createLimits } from './limits.ts';
import { createLogMessages } from './logs.ts';
import { createNotifications } from './notifications.ts';
import { createChartWords, createOverviewMessages, createRangeMessages } from './overview.ts';
import { createProblemMessages } from './problems.ts';
import { createReconcile } from './reconcile.ts';
import { createProcessViewMessages } from './process-view.ts';
import { describeSettingsFailure } from './settings-failures.ts';
import { createSettingsMessages } from './settings.ts';
import { describeStatuslineRefusal } from './statusline-refusals.ts';
import { createTray } from './tray.ts';
import { createUnits } from './units.ts';
import { createUsage } from './usage.ts';
import { createWebMessages } from './web.ts';
import { windows } from './windows.ts';

/** Spanish. Terms: `README.md`. */
export const createSpanish: CreateTranslation = (format) =>
  finishTexts(
    {
      units: createUnits(format),
      common: createCommon(format),
      windows,
      limits: createLimits(format),
      usage: createUsage(format),
      activity: createActivity(format),
      tray: createTray(format),
      notifications: createNotifications(format),
      alerts: createAlertMessages(format),
      web: createWebMessages(),
      blocks: createBlockMessages(format),
      charts: createChartWords(),
      ranges: createRangeMessages(format),
      overview: createOverviewMessages(format),
      explain: createExplainViewMessages(format),
      explore: createExploreMessages(format),
      compare: createCompareMessages(format),
      reconcile: createReconcile(format),
      limitHistory: createLimitHistoryMessages(format),
      processView: createProcessViewMessages(format),
      apps: createAppsMessages(format),
      alertHistory: createAlertHistoryMessages(format),
      history: createHistoryMessages(format),
      firstRun: createFirstRunMessages(format),
      settings: createSettingsMessages(format),
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
      logs: createLogMessages(format),
      explainRules: createExplainMessages(format),
      explainForecast: createExplainForecastMessages(format),
      diagnosis: createDiagnosisMessages(format),
      desktop,
    },
    finishSpanish,
  );
