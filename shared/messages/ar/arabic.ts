import { finishTexts } from '../format/finish.ts';
import type { CreateTranslation } from '../translation.ts';
import { createActivity } from './activity.ts';
import { createAlertHistory } from './alert-history.ts';
import { createAlerts } from './alerts.ts';
import { createApps } from './apps.ts';
import { createBlocks } from './blocks.ts';
import { describeCallFailure } from './calls.ts';
import { describeChannelFailure } from './channels.ts';
import { createCommon } from './common.ts';
import { createCompare } from './compare.ts';
import { desktop } from './desktop.ts';
import { createDiagnosis } from './diagnosis.ts';
import { createExplainForecast } from './explain-forecast.ts';
import { createExplainRules } from './explain-rules.ts';
import { createExplain } from './explain.ts';
import { createExplore } from './explore.ts';
import { describeProbeFailure, describeReadFailure, skipReasons } from './failures.ts';
import { createFirstRun } from './first-run.ts';
import { createHistory } from './history.ts';
import { createLimitHistory } from './limit-history.ts';
import { createLimits } from './limits.ts';
import { createLogs } from './logs.ts';
import { createNotifications } from './notifications.ts';
import { createOverview, createRanges, charts } from './overview.ts';
import { createProblems } from './problems.ts';
import { createReconcile } from './reconcile.ts';
import { createProcessView } from './process-view.ts';
import { describeSettingsFailure } from './settings-failures.ts';
import { createSettings } from './settings.ts';
import { describeStatuslineRefusal } from './statusline-refusals.ts';
import { createTray } from './tray.ts';
import { createUnits } from './units.ts';
import { createUsage } from './usage.ts';
import { web } from './web.ts';
import { windows } from './windows.ts';
import { finishArabic } from './isolate.ts';

/** Arabic. Terms: `README.md`. */
export const createArabic: CreateTranslation = (format) =>
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
      settings: createSettings(format),
      alertHistory: createAlertHistory(format),
      alerts: createAlerts(format),
      blocks: createBlocks(format),
      diagnosis: createDiagnosis(format),
      explain: createExplain(format),
      limitHistory: createLimitHistory(format),
      logs: createLogs(format),
      processView: createProcessView(format),
      web,
      charts,
      ranges: createRanges(format),
      overview: createOverview(format),
      explore: createExplore(format),
      history: createHistory(format),
      compare: createCompare(format),
      reconcile: createReconcile(format),
      apps: createApps(format),
      firstRun: createFirstRun(format),
      problems: createProblems(format),
      explainRules: createExplainRules(format),
      explainForecast: createExplainForecast(format),
      failures: {
        read: describeReadFailure,
        probe: describeProbeFailure,
        skip: skipReasons,
        call: describeCallFailure,
        settings: describeSettingsFailure,
        channel: describeChannelFailure,
        statusline: describeStatuslineRefusal,
      },
      desktop,
    },
    finishArabic,
  );
