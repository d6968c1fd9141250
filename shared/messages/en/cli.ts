import type { Formats } from '../format/formats.ts';
import { createCliActivityMessages } from './cli/activity.ts';
import { createCliAnswerMessages } from './cli/answers.ts';
import { createCliBudgetMessages } from './cli/budget.ts';
import { createCliBundleMessages } from './cli/bundle.ts';
import { createCliCheckMessages } from './cli/check.ts';
import { createCliDoctorMessages } from './cli/doctor.ts';
import { createCliEncryptionMessages } from './cli/encryption.ts';
import { createExplainMessages } from './cli/explain.ts';
import { createCliFailureMessages } from './cli/failures.ts';
import { createCliForecastMessages } from './cli/forecast.ts';
import { createCliHelpMessages } from './cli/help.ts';
import { createCliImportMessages } from './cli/imports.ts';
import { createCliReconcileExportMessages } from './cli/reconcile-export.ts';
import { createCliReconcileMessages } from './cli/reconcile.ts';
import { createExplainForecastMessages } from './cli/explain-forecast.ts';
import { createCliPriceMessages } from './cli/prices.ts';
import { createCliProcessMessages } from './cli/processes.ts';
import { createCliRunMessages } from './cli/run.ts';
import { createCliServiceMessages } from './cli/service.ts';
import { createCliStatuslineMessages } from './cli/statusline.ts';
import { createCliTableMessages } from './cli/tables.ts';
import { createCliWatchMessages } from './cli/watch.ts';
import { guardWords } from './hooks.ts';
import { openWords } from './terminals.ts';

/** The command line. */
export function createCliMessages(format: Formats) {
  return {
    help: createCliHelpMessages(),
    failures: createCliFailureMessages(),
    tables: createCliTableMessages(),
    activity: createCliActivityMessages(format),
    answers: createCliAnswerMessages(format),
    imports: createCliImportMessages(format),
    reconcile: createCliReconcileMessages(format),
    reconcileExport: createCliReconcileExportMessages(format),
    doctor: createCliDoctorMessages(format),
    encryption: createCliEncryptionMessages(),
    budget: createCliBudgetMessages(),
    bundle: createCliBundleMessages(format),
    check: createCliCheckMessages(format),
    explain: createExplainMessages(format),
    explainForecast: createExplainForecastMessages(format),
    prices: createCliPriceMessages(format),
    run: createCliRunMessages(format),
    processes: createCliProcessMessages(format),
    forecast: createCliForecastMessages(format),
    watch: createCliWatchMessages(format),
    guard: guardWords,
    service: createCliServiceMessages(),
    open: openWords,
    statusline: createCliStatuslineMessages(),
  };
}
