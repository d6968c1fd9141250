import * as v from 'valibot';
import { settingsPatchSchema } from '../settings/schema.ts';
import { call, type Contract } from './define.ts';
import {
  alertsSchema,
  channelQuerySchema,
  channelSecretSchema,
  channelStatusesSchema,
  dryRunQuerySchema,
  dryRunSchema,
  secretStoredSchema,
  testedChannelSchema,
} from './schemas/alerts.ts';
import {
  appsAndSitesSchema,
  forgetActivitySchema,
  forgottenActivitySchema,
  listedActivitySchema,
} from './schemas/apps-and-sites.ts';
import { blocksSchema } from './schemas/blocks.ts';
import { nothing } from './schemas/common.ts';
import { doctorReportSchema } from './schemas/doctor.ts';
import { errorReportPreviewSchema } from './schemas/error-report.ts';
import {
  blockExplanationsSchema,
  costExplanationsSchema,
  explainQuerySchema,
  limitExplanationsSchema,
} from './schemas/explain.ts';
import {
  foundImportsSchema,
  importQuerySchema,
  importResultSchema,
  removedImportsSchema,
  removeImportsSchema,
  settingsImportSchema,
  undoneSettingsSchema,
} from './schemas/imports.ts';
import { backtestSchema, forecastSchema } from './schemas/forecast.ts';
import { limitHistoriesSchema } from './schemas/limit-history.ts';
import { askedAgentsSchema, limitsSchema } from './schemas/limits.ts';
import { activitySchema, hoursSchema, overviewSchema } from './schemas/overview.ts';
import { priceExplanationSchema, priceListSchema } from './schemas/prices.ts';
import {
  endProcessesSchema,
  openTerminalSchema,
  openedTerminalSchema,
  pauseProcessesSchema,
  processesSchema,
  processHistorySchema,
  signalResultsSchema,
} from './schemas/processes.ts';
import { reportQuerySchema, sourceQuerySchema, spanQuerySchema, usageQuerySchema } from './schemas/queries.ts';
import { reconciliationSchema } from './schemas/reconcile.ts';
import { reportSchema } from './schemas/report.ts';
import { sessionQuerySchema, sessionTimelineSchema } from './schemas/session-timeline.ts';
import { sessionsSchema } from './schemas/sessions.ts';
import { changedSettingsSchema, settingsSchema } from './schemas/settings.ts';
import { snapshotChangeSchema, snapshotSchema } from './schemas/snapshot.ts';
import {
  changedStatuslineSchema,
  statuslineChangeSchema,
  statuslineChoiceSchema,
  statuslineDrawingSchema,
} from './schemas/statusline.ts';
import { subagentsSchema } from './schemas/subagents.ts';
import { usageTotalsSchema } from './schemas/usage.ts';
import {
  cacheCoachSchema,
  compareQuerySchema,
  comparisonSchema,
  whatIfQuerySchema,
  whatIfSchema,
} from './schemas/what-if.ts';

/**
 * What the engine answers, wherever it runs. A new call is an entry here and a handler in
 * `main/node/engine/answers/answers.ts`; the worker's messages, the host, IPC, the command line's JSON and the fakes follow.
 * Version 1 of some answers is the JSON that the command line had before the contract, and still has by default.
 */
export const engineCalls = {
  /** Usage and cost by day, week, month, or a field such as the project. */
  report: call({
    method: 'GET',
    about: 'usage',
    path: '/report',
    version: 2,
    argument: reportQuerySchema,
    answer: reportSchema,
  }),
  /** Logs compared with telemetry, by day and model, with the reasons for each difference. */
  reconcile: call({
    method: 'GET',
    about: 'usage',
    path: '/reconcile',
    argument: spanQuerySchema,
    answer: reconciliationSchema,
  }),
  /** Five-hour blocks, the gaps between them, and where the active ones lead. */
  blocks: call({
    method: 'GET',
    about: 'usage',
    path: '/blocks',
    version: 2,
    argument: spanQuerySchema,
    answer: blocksSchema,
  }),
  /** The sums of every session. */
  sessions: call({
    method: 'GET',
    about: 'usage',
    path: '/sessions',
    version: 2,
    argument: usageQuerySchema,
    answer: sessionsSchema,
  }),
  /** The subagents of every session, with what they used. */
  subagents: call({
    method: 'GET',
    about: 'session',
    path: '/sessions/subagents',
    argument: usageQuerySchema,
    answer: subagentsSchema,
  }),
  /** One session over time, with what its processes used: numbers only. */
  sessionTimeline: call({
    method: 'GET',
    about: 'session',
    path: '/sessions/timeline',
    argument: sessionQuerySchema,
    answer: sessionTimelineSchema,
  }),
  /** The figures of a range of days, compared with the equally long one before it, and where the money went. */
  overview: call({
    method: 'GET',
    about: 'usage',
    path: '/overview',
    argument: usageQuerySchema,
    answer: overviewSchema,
  }),
  /** When the person works, by weekday and hour, for how long, and with how many sessions at once. */
  activity: call({
    method: 'GET',
    about: 'usage',
    path: '/activity',
    argument: usageQuerySchema,
    answer: activitySchema,
  }),
  /** Usage and cost by hour of the clock and source. */
  hours: call({ method: 'GET', about: 'usage', path: '/hours', argument: usageQuerySchema, answer: hoursSchema }),
  /** Two ranges of days side by side. */
  compare: call({
    method: 'GET',
    about: 'comparison',
    path: '/compare',
    argument: compareQuerySchema,
    answer: comparisonSchema,
  }),
  /** What the same usage would cost on other models, plans, or with another use of the cache. */
  whatIf: call({
    method: 'GET',
    about: 'comparison',
    path: '/what-if',
    argument: whatIfQuerySchema,
    answer: whatIfSchema,
  }),
  /** What the cache saved, lost by expiring, and which lifetime would have been cheaper. */
  cacheCoach: call({
    method: 'GET',
    about: 'comparison',
    path: '/cache',
    argument: usageQuerySchema,
    answer: cacheCoachSchema,
  }),
  /** The providers' limit windows over time, by their readings. */
  limitHistory: call({
    method: 'GET',
    about: 'limits',
    path: '/limits/history',
    argument: spanQuerySchema,
    answer: limitHistoriesSchema,
  }),
  /** The providers' own limit windows. */
  limits: call({
    method: 'GET',
    about: 'limits',
    path: '/limits',
    version: 2,
    argument: sourceQuerySchema,
    answer: limitsSchema,
  }),
  /** Asks the agents' own programs for their limits now, if the person has allowed it; they use their own logins. */
  askLimits: call({ method: 'POST', path: '/limits/ask', argument: sourceQuerySchema, answer: askedAgentsSchema }),
  /** How active blocks, the day, the week and the limits will end, with an interval; and what was unusual. */
  forecast: call({
    method: 'GET',
    about: 'limits',
    path: '/forecast',
    argument: sourceQuerySchema,
    answer: forecastSchema,
  }),
  /** How good these forecasts, and simpler ones, would have been on the existing history. Takes a few seconds. */
  backtest: call({
    method: 'GET',
    about: 'limits',
    path: '/backtest',
    argument: sourceQuerySchema,
    answer: backtestSchema,
  }),
  /** Where a limit's figures come from, its readings by origin, and what was learned about it. */
  explainLimits: call({
    method: 'GET',
    about: 'limits',
    path: '/explain/limits',
    argument: explainQuerySchema,
    answer: limitExplanationsSchema,
  }),
  /** Where a block's boundaries and limit come from. */
  explainBlocks: call({
    method: 'GET',
    about: 'usage',
    path: '/explain/blocks',
    argument: explainQuerySchema,
    answer: blockExplanationsSchema,
  }),
  /** What today's cost is made of. */
  explainCost: call({
    method: 'GET',
    about: 'usage',
    path: '/explain/cost',
    argument: explainQuerySchema,
    answer: costExplanationsSchema,
  }),
  /** The agents that run now, with their processes and sessions. Takes a moment: processor use is known from two samples. */
  processes: call({
    method: 'GET',
    about: 'processes',
    path: '/processes',
    version: 2,
    argument: sourceQuerySchema,
    answer: processesSchema,
  }),
  /** What the processes of agents used: by minute for the last day, by quarter of an hour before. */
  processHistory: call({
    method: 'GET',
    about: 'processes',
    path: '/processes/history',
    argument: spanQuerySchema,
    answer: processHistorySchema,
  }),
  /**
   * Ends processes, politely first and then by force: only agents, what they started and what they left behind, and only
   * where the start time shows that it is still the same process.
   */
  endProcesses: call({
    method: 'POST',
    path: '/processes/end',
    argument: endProcessesSchema,
    answer: signalResultsSchema,
  }),
  /** Pauses or resumes processes, under the same conditions. */
  pauseProcesses: call({
    method: 'POST',
    path: '/processes/pause',
    argument: pauseProcessesSchema,
    answer: signalResultsSchema,
  }),
  /** Shows the terminal in which an agent runs, on the machine of the host: its pane, tab or window, as far as that can be done. */
  openTerminal: call({
    method: 'POST',
    path: '/processes/terminal',
    argument: openTerminalSchema,
    answer: openedTerminalSchema,
  }),
  /** Time on AI sites and with AI apps, and calls of AI tools, as far as the person has turned these on. */
  appsAndSites: call({
    method: 'GET',
    about: 'apps',
    path: '/apps-and-sites',
    argument: spanQuerySchema,
    answer: appsAndSitesSchema,
  }),
  /** Which sites and apps are counted, and at what rate their use is estimated without own rates. */
  listedActivity: call({
    method: 'GET',
    about: 'apps',
    path: '/listed-activity',
    argument: nothing,
    answer: listedActivitySchema,
  }),
  /** Permanently deletes everything recorded of these kinds; what is counted from then on stays. */
  forgetActivity: call({
    method: 'POST',
    path: '/apps-and-sites/forget',
    argument: forgetActivitySchema,
    answer: forgottenActivitySchema,
  }),
  /** The total usage and cost of a span. */
  totals: call({
    method: 'GET',
    about: 'usage',
    path: '/totals',
    argument: usageQuerySchema,
    answer: usageTotalsSchema,
  }),
  /** The list prices that costs are calculated from. */
  prices: call({ method: 'GET', about: 'prices', path: '/prices', argument: nothing, answer: priceListSchema }),
  /** Where the price of one model comes from. */
  explainPrice: call({
    method: 'GET',
    about: 'prices',
    path: '/prices/explain',
    argument: v.strictObject({ model: v.pipe(v.string(), v.nonEmpty(), v.maxLength(300)) }),
    answer: priceExplanationSchema,
  }),
  /** Everything that explains the numbers. */
  doctor: call({
    method: 'GET',
    about: 'state',
    path: '/doctor',
    version: 2,
    argument: sourceQuerySchema,
    answer: doctorReportSchema,
  }),
  /** What the alert rules would have raised over the last 30 days. */
  dryRunAlerts: call({ method: 'POST', path: '/alerts/dry-run', argument: dryRunQuerySchema, answer: dryRunSchema }),
  /** Stops reading logs and sampling processes, or resumes. */
  setPaused: call({ method: 'POST', path: '/paused', argument: v.boolean(), answer: nothing }),
  /** The files of other tools on this machine that can be imported. Only looks for them; opens none. */
  findImports: call({
    method: 'GET',
    about: 'settings',
    path: '/imports',
    argument: nothing,
    answer: foundImportsSchema,
  }),
  /** Imports usage from a file of another tool, or previews the result. Importing something again changes nothing. */
  importUsage: call({ method: 'POST', path: '/imports', argument: importQuerySchema, answer: importResultSchema }),
  /** Removes everything that was imported from a tool. */
  removeImports: call({
    method: 'POST',
    path: '/imports/remove',
    argument: removeImportsSchema,
    answer: removedImportsSchema,
  }),
  /** Looks for new roots and files now; answers once they have been read. */
  rescan: call({ method: 'POST', path: '/rescan', argument: nothing, answer: nothing }),
};

/** What every host answers and publishes: the tray app over IPC, the command line in its own process, a server. */
export const hostContract = {
  calls: {
    ...engineCalls,
    /** Everything that surfaces show, at this moment. */
    snapshot: call({ method: 'GET', about: 'state', path: '/snapshot', argument: nothing, answer: snapshotSchema }),
    settings: call({ method: 'GET', about: 'settings', path: '/settings', argument: nothing, answer: settingsSchema }),
    /** What would be sent about the newest crash if the person has set an address for that. */
    errorReport: call({
      method: 'GET',
      about: 'settings',
      path: '/error-report',
      argument: nothing,
      answer: errorReportPreviewSchema,
    }),
    /** Changes settings: all of them, or none, with the reason. */
    updateSettings: call({
      method: 'PATCH',
      path: '/settings',
      argument: settingsPatchSchema,
      answer: changedSettingsSchema,
    }),
    /** Imports another tool's settings, or previews the changes. Can be undone. */
    importSettings: call({
      method: 'POST',
      path: '/imports/settings',
      argument: importQuerySchema,
      answer: settingsImportSchema,
    }),
    /** Restores the earlier values of settings imported from a tool, unless they were changed since. */
    undoSettingsImport: call({
      method: 'POST',
      path: '/imports/settings/undo',
      argument: removeImportsSchema,
      answer: undoneSettingsSchema,
    }),
    /** Whether an agent's status line is ours. */
    statusline: call({
      method: 'GET',
      about: 'statusline',
      path: '/statusline',
      argument: nothing,
      answer: changedStatuslineSchema,
    }),
    /** What `installStatusline` would change. */
    previewStatusline: call({
      method: 'GET',
      about: 'statusline',
      path: '/statusline/preview',
      argument: statuslineChoiceSchema,
      answer: statuslineChangeSchema,
    }),
    /** What a preset or a template looks like, on a made-up session. */
    drawStatusline: call({
      method: 'GET',
      about: 'statusline',
      path: '/statusline/draw',
      argument: statuslineChoiceSchema,
      answer: statuslineDrawingSchema,
    }),
    /** Enters the status line into the agent's settings; the person's own command still runs. */
    installStatusline: call({
      method: 'POST',
      path: '/statusline/install',
      argument: statuslineChoiceSchema,
      answer: changedStatuslineSchema,
    }),
    /** Removes it: the settings file is byte for byte as before, unless it has been changed since. */
    uninstallStatusline: call({
      method: 'POST',
      path: '/statusline/uninstall',
      argument: nothing,
      answer: changedStatuslineSchema,
    }),
    /** The latest alerts, with their deliveries. */
    alerts: call({ method: 'GET', about: 'alerts', path: '/alerts', argument: nothing, answer: alertsSchema }),
    /** The channels in the settings, and their state. */
    alertChannels: call({
      method: 'GET',
      about: 'alerts',
      path: '/alerts/channels',
      argument: nothing,
      answer: channelStatusesSchema,
    }),
    /** Sends a test on a channel now, even on one that is off. */
    testChannel: call({
      method: 'POST',
      path: '/alerts/channels/test',
      argument: channelQuerySchema,
      answer: testedChannelSchema,
    }),
    /** Stores a channel's secret. It is never answered again. */
    setChannelSecret: call({
      method: 'POST',
      path: '/alerts/channels/secret',
      argument: channelSecretSchema,
      answer: secretStoredSchema,
    }),
  },
  events: {
    snapshotChanged: snapshotChangeSchema,
    settingsChanged: settingsSchema,
  },
} as const satisfies Contract;

export type EngineCalls = typeof engineCalls;
export type HostContract = typeof hostContract;
export type HostCalls = HostContract['calls'];
export type HostEvents = HostContract['events'];
