import { toBaselines } from '../../../../shared/limits/baseline.ts';
import type { WorkWeek } from '../../../../shared/limits/work-week.ts';
import { summarizeSessions } from '../../../../shared/analytics/sessions.ts';
import { toReportSums, toSumQuery } from '../../../../shared/analytics/sum-queries.ts';
import { summarize } from '../../../../shared/analytics/summaries.ts';
import type { ArgumentOf, EngineCalls, Handlers } from '../../../../shared/contract/index.ts';
import type { OwnCost } from '../../../../shared/domain/agent-process.ts';
import type { ImportQuery } from '../../../../shared/domain/import-result.ts';
import { addDays } from '../../../../shared/domain/calendar-day.ts';
import type { AskedAgent } from '../../../../shared/domain/asked-agent.ts';
import { listFoldedLabels, type FoldedLabel } from '../../../../shared/domain/metric-label.ts';
import { toLimitWindows } from '../../../../shared/limits/windows.ts';
import type { RootStatus } from '../../../../shared/domain/doctor-report.ts';
import type { SourceId } from '../../../../shared/domain/ids.ts';
import type { Problem } from '../../../../shared/domain/problem.ts';
import type { UsageTotals } from '../../../../shared/domain/report.ts';
import type { SpanQuery, UsageQuery } from '../../../../shared/domain/span-query.ts';
import type { Clock } from '../../../../shared/ports/clock.ts';
import type { ActiveBlockOutlook } from '../../../../shared/snapshot/outlook.ts';
import { sources } from '../../../../shared/sources/registry.ts';
import type { HostEnvironment } from '../../../../shared/sources/source.ts';
import type { FileProblem } from '../../ingest/discovery/file-problem.ts';
import { findImports } from '../../imports/find-imports.ts';
import { importUsage, removeImported } from './import-usage.ts';
import { createDoctorReport } from './diagnose.ts';
import { dryRunAlerts } from './dry-run-alerts.ts';
import { createForecastAnswers } from './forecast-answers.ts';
import type { Forecasts } from '../forecasts/forecasts.ts';
import { createExplainAnswers } from './explain-answers.ts';
import type { LedgerAccess } from '../ledger/ledger-access.ts';
import { measureThisProcess } from '../processes/measure-this-process.ts';
import type { GuestSystems } from '../../system/guest-systems.ts';
import { requireKnownSources } from './known-sources.ts';
import { createLoggedRows } from '../usage/logged-rows.ts';
import { createLimitAnswers } from './limit-answers.ts';
import { cutBlocks, findExtent, listAllBlocks } from '../usage/list-blocks.ts';
import type { Preferences } from '../preferences.ts';
import { createPriceAnswers } from './price-answers.ts';
import type { ActivityAnswers } from './activity-answers.ts';
import type { ProcessAnswers } from './process-answers.ts';
import { createRangeAnswers } from './range-answers.ts';
import { answerReconcile } from './reconcile-answers.ts';
import { readTotals, readUsage } from '../usage/read-usage.ts';
import type { SupersededSums } from '../ledger/superseded-sums.ts';
import { createTimelineAnswers } from './timeline-answers.ts';

/** What calls are answered from, and what commands act on. */
export interface AnswerContext {
  readonly ledger: LedgerAccess;
  readonly preferences: Preferences;
  readonly clock: Clock;
  readonly dataFolder: string;
  /** Where other tools keep their files. */
  readonly environment: HostEnvironment;
  readonly guests?: GuestSystems | undefined;
  /** Runs the aggregation that many writes have deferred; called before the whole ledger is read. Never throws. */
  readonly refreshRollups: () => void;
  readonly rootsOf: (source: SourceId) => readonly RootStatus[];
  readonly unreadable: () => readonly FileProblem[];
  readonly problems: () => readonly Problem[];
  /** Null until it has been measured. */
  readonly ownCost: () => OwnCost | null;
  readonly activeBlocks: () => readonly ActiveBlockOutlook[];
  readonly workWeek: () => WorkWeek;
  readonly processes: ProcessAnswers;
  readonly activity: ActivityAnswers;
  readonly forecasts: Forecasts;
  readonly setPaused: (isPaused: boolean) => void;
  readonly rescan: () => Promise<void>;
  readonly superseded: Pick<SupersededSums, 'drop' | 'exclusively'>;
  readonly askLimits: (source: SourceId | null) => Promise<readonly AskedAgent[]>;
}

/** The engine's handlers, one for each call of the contract that it answers. */
export type EngineAnswers = ReturnType<typeof createAnswers>;

/** Builds the handlers. They answer from the current state of the ledger. */
export function createAnswers(context: AnswerContext) {
  const { clock, preferences } = context;
  return requireKnownSources({
    ...createUsageAnswers(context),
    ...createOtherAnswers(context),
    ...createRangeAnswers(context),
    ...createTimelineAnswers(context),
    ...createForecastAnswers(context),
    ...context.processes,
    ...context.activity,
    doctor({ source }: ArgumentOf<EngineCalls, 'doctor'>) {
      context.refreshRollups();
      return createDoctorReport({
        ...context,
        nowMs: clock.nowMs(),
        settings: preferences.settings(),
        prices: preferences.prices(),
        problems: context.problems(),
        own: context.ownCost() ?? measureThisProcess(clock.nowMs()),
        store: context.ledger.store(),
        sources: sources.filter(({ id }) => source === null || id === source),
        unreadable: context.unreadable(),
        foldedLabels: findFoldedLabels(context),
      });
    },
    ...createPriceAnswers(context),
    ...createExplainAnswers(context),
    ...createLimitAnswers(context, (source) => readMonthTotals(context, source)),
    setPaused: (isPaused: boolean) => void context.setPaused(isPaused),
    async rescan() {
      await context.rescan();
      await context.superseded.drop();
      return undefined;
    },
  } satisfies Handlers<EngineCalls>);
}

/** What was used, by what was asked for, by block and by session. */
function createUsageAnswers(context: AnswerContext) {
  const { clock, preferences } = context;
  return {
    report(query: ArgumentOf<EngineCalls, 'report'>) {
      const calendar = preferences.calendarOf(query.timeZone);
      const book = preferences.book();
      const cells = readUsage(context, query, toReportSums(query, calendar, book, findExtent(context.ledger)));
      return summarize(cells, query, calendar, book, clock.nowMs());
    },
    blocks(query: SpanQuery) {
      const blocks = listAllBlocks(context, query.source);
      return {
        ...toHead(context, query),
        rows: cutBlocks(blocks, query, preferences.calendarOf(query.timeZone)),
        active: context.activeBlocks().filter(isOf(query.source)),
        totals: readTotals(context, query),
        baselines: toBaselines(blocks),
      };
    },
    sessions(query: UsageQuery) {
      const book = preferences.book();
      const cells = readUsage(
        context,
        query,
        toSumQuery(query, preferences.calendarOf(query.timeZone), book, ['sessionId', 'project', 'branch']),
      );
      const rows = summarizeSessions(cells, book).toSorted((a, b) => a.lastAtMs - b.lastAtMs);
      return { ...toHead(context, query), rows, totals: readTotals(context, query) };
    },
  } satisfies Handlers<Pick<EngineCalls, 'report' | 'blocks' | 'sessions'>>;
}

/** The calls that a single function answers. */
function createOtherAnswers(context: AnswerContext) {
  const { environment, guests, clock, preferences } = context;
  const extraFolders = () => preferences.settings().extraLogFolders;
  const loggedRows = createLoggedRows({ host: environment, guests, extraFolders, clock });
  return {
    totals: (query: UsageQuery) => readTotals(context, query),
    findImports: () => findImports(context.environment),
    importUsage: (query: ImportQuery) => context.superseded.exclusively(() => importUsage(context, query)),
    removeImports: ({ tool }: ArgumentOf<EngineCalls, 'removeImports'>) =>
      context.superseded.exclusively(() => removeImported(context, tool)),
    reconcile: (query: SpanQuery) => answerReconcile({ ...context, loggedRows }, query),
    dryRunAlerts: (query: ArgumentOf<EngineCalls, 'dryRunAlerts'>) => dryRunAlerts(context, query),
  };
}

function toHead({ clock, preferences }: AnswerContext, query: SpanQuery) {
  return { generatedAtMs: clock.nowMs(), timeZone: preferences.calendarOf(query.timeZone).timeZone };
}

/** Counts the names that the metrics of a server would have, had they room for all. */
function findFoldedLabels(context: AnswerContext): readonly FoldedLabel[] {
  const wholeSpan = { since: null, until: null, timeZone: null, source: null };
  const { rows } = createUsageAnswers(context).report({ by: 'model', split: 'project', ...wholeSpan });
  const nowMs = context.clock.nowMs();
  return listFoldedLabels({
    model: new Set(rows.map(({ key }) => key)).size,
    project: new Set(rows.map(({ split }) => split).filter((project) => project !== null)).size,
    limit: toLimitWindows(context.ledger.store().latestLimitReadings(nowMs), nowMs).length,
  });
}

/** Usage of a source in the last thirty days. */
function readMonthTotals(context: AnswerContext, source: SourceId): UsageTotals {
  const calendar = context.preferences.calendar();
  const until = calendar.dayOf(context.clock.nowMs());
  return readTotals(context, { since: addDays(until, -29), until, timeZone: null, source });
}

function isOf(source: SourceId | null): (item: { readonly source: SourceId }) => boolean {
  return (item) => source === null || item.source === source;
}
