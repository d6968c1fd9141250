import { setTimeout as delay } from 'node:timers/promises';
import { buildBlocks } from '../../../shared/analytics/blocks.ts';
import { toLimitWindows } from '../../../shared/analytics/limits.ts';
import { summarizeSessions } from '../../../shared/analytics/sessions.ts';
import { type Extent, toReportSums, toSumQuery } from '../../../shared/analytics/sum-queries.ts';
import { summarize } from '../../../shared/analytics/summaries.ts';
import { sumTotals } from '../../../shared/analytics/totals.ts';
import { addDays, createCalendar, type Calendar } from '../../../shared/domain/calendar-day.ts';
import { minuteMs, secondMs } from '../../../shared/domain/instant.ts';
import type { RootStatus } from '../../../shared/domain/doctor-report.ts';
import type { SourceId } from '../../../shared/domain/ids.ts';
import { createProblem, type Problem } from '../../../shared/domain/problem.ts';
import type { UsageCell } from '../../../shared/domain/usage-cell.ts';
import { createEmitter } from '../../../shared/lib/emitter.ts';
import { ok, type Result } from '../../../shared/lib/result.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import { type LedgerSourceStats, sumDimensions, type SumQuery } from '../../../shared/ports/ledger-store.ts';
import type { Logger } from '../../../shared/ports/logger.ts';
import type { ProcessProbe } from '../../../shared/ports/process-probe.ts';
import { createPriceBookFor, pricesDatedOn } from '../../../shared/pricing/list-prices.ts';
import { decideSampleCadence, decideSnapshotCadence, type CadenceInputs } from '../../../shared/refresh/cadence.ts';
import type { Settings } from '../../../shared/settings/schema.ts';
import type { AppSnapshot, SnapshotSections, SourceStatus } from '../../../shared/snapshot/app-snapshot.ts';
import { emptySections } from '../../../shared/snapshot/empty-sections.ts';
import {
  buildLiveSections,
  findActiveBlocks,
  toAnchors,
  toRecentBurn,
  type LiveInput,
} from '../../../shared/snapshot/live-sections.ts';
import { toBlockOutlook } from '../../../shared/snapshot/outlook.ts';
import { toNextTurn } from '../../../shared/snapshot/next-turn.ts';
import { createSnapshot, updateSnapshot } from '../../../shared/snapshot/revisions.ts';
import { sources } from '../../../shared/sources/registry.ts';
import type { HostEnvironment } from '../../../shared/sources/source.ts';
import type { Attention, Engine } from './engine-api.ts';
import { readBlockCells } from './block-cells.ts';
import { createCompactor, type CompactorTiming } from './compactor.ts';
import { diagnoseSource } from './diagnose.ts';
import type { UnreadCause } from './expiring-logs.ts';
import { createExpiryWatch } from './expiry-watch.ts';
import { createMemoryKeeper } from './memory-keeper.ts';
import { openForUse } from './open-for-use.ts';
import { createProcessWatch } from './process-watch.ts';
import { createRecentCells } from './recent-cells.ts';
import { createRepeater } from './repeater.ts';
import { countUnreadBytes } from './unread-logs.ts';
import { discoverFiles, type Discovery } from '../ingest/discovery/discover-files.ts';
import type { FileProblem } from '../ingest/discovery/file-problem.ts';
import { createIngest } from '../ingest/ingest.ts';
import { toSourceRoots } from '../ingest/discovery/source-roots.ts';
import { toProbeFailure } from '../probes/probe-error.ts';
import { toStoreFailure } from '../store/store-errors.ts';

/** After a renewal the next one waits so long: the first line shows at once, those that follow closely together. */
const coalesceMs = 25;
/** The same during a first scan, when there is much to tell and nobody reads that fast. */
const scanCoalesceMs = 250;
/** How often one who may only read looks for what the writer has added. */
const followMs = secondMs;

/** How long one who may only read waits for the writer's first scan, and how often it looks. */
const writerPatienceMs = 5 * secondMs;
const writerStepMs = 100;

/** Counting events reads the whole ledger: what is shown of the counts may be so old. */
const countGoodForMs = 5 * secondMs;

const unattended: Attention = { popoverVisible: false, historyVisible: false, onBattery: false, constrained: false };

/** What the engine works with. Everything that touches the system comes in from outside. */
export interface EngineOptions {
  readonly host: HostEnvironment;
  readonly dataFolder: string;
  readonly settings: Settings;
  /** The zone that the setting `system` stands for. */
  readonly systemTimeZone: string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly probe: ProcessProbe;
  /** When old events are rolled up, if not at the usual times. */
  readonly compaction?: Partial<CompactorTiming>;
}

/** Builds the engine and opens its ledger. Fails when there can be no ledger. */
export function createEngine(options: EngineOptions): Result<Engine, Problem> {
  const { clock, logger, host, dataFolder } = options;
  const opened = openForUse(dataFolder, clock.nowMs());
  if (!opened.ok) return opened;
  const { store, isWriter } = opened.value;

  let settings = options.settings;
  let book = createPriceBookFor(settings);
  let calendar = toCalendar(settings, options.systemTimeZone);
  let attention = unattended;
  let counted = { atMs: 0, bySource: new Map<SourceId, LedgerSourceStats>() };
  let isPaused = false;
  let isFirstScanDone = false;
  let isWatching = false;
  let pendingRefresh: NodeJS.Timeout | null = null;
  let refreshedAtMs = -Infinity;
  let ledgerProblem = opened.value.problem;
  let processProblem: Problem | null = null;
  /** What a look at the disk has found, for one who may not read the logs into the ledger. */
  let looked: Pick<Discovery, 'roots' | 'problems' | 'files'> = { roots: new Map(), problems: [], files: [] };
  let unreadBytes = 0;

  const ingest = createIngest({ sources, host, extraFolders: settings.extraLogFolders, store, clock, logger });
  const recent = createRecentCells(store);
  const processes = createProcessWatch(options.probe, clock);
  const memory = createMemoryKeeper(clock);
  const compactor = createCompactor({
    store,
    clock,
    logger,
    retention: () => settings.detailRetention,
    isIdle: () => !isPaused && !attention.constrained && ingest.progress().phase === 'watching',
    timing: options.compaction,
  });
  const news = createEmitter<AppSnapshot>();
  let snapshot = createSnapshot(emptySections(calendar.timeZone, clock.nowMs(), settings), clock.nowMs());

  const rootsOf = (source: SourceId): readonly RootStatus[] =>
    (isWriter ? ingest.roots() : looked.roots).get(source) ?? [];
  const unreadable = (): readonly FileProblem[] => (isWriter ? ingest.unreadable() : looked.problems);

  const publish = (sections: Partial<SnapshotSections>): void => {
    const next = updateSnapshot(snapshot, sections, clock.nowMs());
    if (next === snapshot) return;
    snapshot = next;
    news.emit(next);
  };

  const liveInput = (): LiveInput => {
    const nowMs = clock.nowMs();
    return {
      cells: recent.read(nowMs),
      readings: store.latestLimitReadings(nowMs),
      agents: snapshot.sections.processes.agents,
      settings,
      calendar,
      book,
      nowMs,
      coverageFromMs: isFirstScanDone && !isPaused ? 0 : null,
    };
  };

  const refresh = (others: Partial<SnapshotSections> = {}): void => {
    if (pendingRefresh !== null) clearTimeout(pendingRefresh);
    pendingRefresh = null;
    refreshedAtMs = performance.now();
    const live = buildLiveSections(liveInput());
    publish({ ...live, sources: sourceStatuses(), health: { problems: problems() }, ...others });
    clockTicks.reschedule();
  };

  const refreshSoon = (): void => {
    if (pendingRefresh !== null) return;
    const restMs = isFirstScanDone ? coalesceMs : scanCoalesceMs;
    const waitMs = Math.max(0, refreshedAtMs + restMs - performance.now());
    pendingRefresh = setTimeout(() => refresh(), waitMs).unref();
  };

  /** Before anything that is asked of the whole ledger: then it matters that most of it is summed up already. */
  const settle = (): void => {
    if (!isFirstScanDone) return;
    try {
      store.settle();
    } catch (error) {
      // Answers are the same without it, and what keeps the ledger from being written shows where it matters.
      logger.warn(`the ledger could not be put in order: ${String(error)}`);
    }
  };

  const recentStats = (): ReadonlyMap<SourceId, LedgerSourceStats> => {
    const nowMs = clock.nowMs();
    const isFresh = counted.bySource.size > 0 && Math.abs(nowMs - counted.atMs) < countGoodForMs;
    if (isFresh) return counted.bySource;
    settle();
    counted = { atMs: nowMs, bySource: new Map(store.stats().map((row) => [row.source, row])) };
    return counted.bySource;
  };

  const sourceStatuses = (): readonly SourceStatus[] => {
    const stats = recentStats();
    return sources.map(({ id, label }) => ({
      source: id,
      label,
      roots: rootsOf(id),
      events: stats.get(id)?.events ?? 0,
      lastAtMs: stats.get(id)?.lastAtMs ?? null,
    }));
  };

  const problems = (): readonly Problem[] => {
    const failed = unreadable();
    const [first] = failed;
    return [
      ...toList(ledgerProblem),
      ...toList(expiry.problem()),
      ...toWriteProblem(ingest.failure(), dataFolder),
      ...toList(processProblem),
      ...(unreadBytes === 0 ? [] : [createProblem('still-reading', { bytesLeft: unreadBytes })]),
      ...(first === undefined
        ? []
        : [createProblem('unreadable-logs', { path: first.path, reason: first.reason, more: failed.length - 1 })]),
    ];
  };

  const cadenceInputs = (): CadenceInputs => {
    const lastAtMs = Math.max(...snapshot.sections.sources.map((source) => source.lastAtMs ?? -Infinity));
    return {
      ...attention,
      minutesSinceLogActivity: Number.isFinite(lastAtMs) ? (clock.nowMs() - lastAtMs) / minuteMs : null,
      setting: settings.refreshCadence,
      agentsRunning: snapshot.sections.processes.agents.length > 0,
    };
  };

  const lookAtProcesses = async (): Promise<void> => {
    if (isPaused) return;
    try {
      const agents = await processes.look();
      processProblem = null;
      publish({ processes: { sampledAtMs: clock.nowMs(), agents } });
    } catch (error) {
      processProblem = createProblem('processes', { failure: toProbeFailure(error) });
    }
  };

  const unreadCause = (): UnreadCause | null => {
    if (isPaused) return 'paused';
    if (ingest.failure() !== null) return 'failing';
    return unreadable().length > 0 ? 'unreadable' : null;
  };
  const onError = (error: unknown): void => logger.error('the snapshot could not be renewed', error);
  const expiry = createExpiryWatch({
    host,
    store,
    clock,
    roots: () => toSourceRoots(sources, host, settings.extraLogFolders),
    cause: () => (isWriter ? unreadCause() : null),
    onChange: () => refreshSoon(),
    onError,
  });
  const clockTicks = createRepeater(
    () => decideSnapshotCadence(cadenceInputs(), toNextTurn(snapshot.sections, calendar, clock.nowMs())).delayMs,
    () => refresh(),
    onError,
  );
  const sampleTicks = createRepeater(() => decideSampleCadence(cadenceInputs()).delayMs, lookAtProcesses, onError);
  const followTicks = createRepeater(
    () => followMs,
    () => {
      recent.noteChange(0);
      refresh();
    },
    onError,
  );

  ingest.onDelta((delta) => {
    if (delta.earliestChangeMs !== null) recent.noteChange(delta.earliestChangeMs);
    // Who reads once asks at the end: nobody sees what is between.
    if (isWatching) refreshSoon();
    if (isWatching) memory.note();
  });
  const offReplaced = opened.value.onReplaced((problem) => {
    logger.error(`the ledger was replaced: ${JSON.stringify(problem)}`);
    ledgerProblem = problem;
    recent.noteChange(0);
    ingest.startOver();
    refreshSoon();
  });
  ingest.onProgress((scan) => {
    if (scan.phase === 'failed') {
      void expiry.look();
      refreshSoon();
    }
    // What a first scan has found is told together with its end: never an empty day in between.
    if (scan.phase !== 'watching' || snapshot.sections.scan.phase === 'watching') return publish({ scan });
    isFirstScanDone = true;
    counted = { ...counted, atMs: 0 };
    refresh({ scan });
  });

  const readSums = (query: SumQuery): readonly UsageCell[] => {
    settle();
    return store.sums(query);
  };

  const findExtent = (): Extent | null => {
    const stats = store.stats().filter(({ events }) => events > 0);
    if (stats.length === 0) return null;
    return {
      firstAtMs: Math.min(...stats.map(({ firstAtMs }) => firstAtMs ?? Infinity)),
      lastAtMs: Math.max(...stats.map(({ lastAtMs }) => lastAtMs ?? -Infinity)),
    };
  };

  const calendarOf = (timeZone: string | null): Calendar => (timeZone === null ? calendar : createCalendar(timeZone));

  /** One who may only read waits a little for a first scan of the writer to end, and says so when it has not. */
  const awaitWriter = async (): Promise<void> => {
    looked = await discoverFiles(toSourceRoots(sources, host, settings.extraLogFolders));
    for (let waitedMs = 0; ; waitedMs += writerStepMs) {
      unreadBytes = countUnreadBytes(looked.files, store.cursors());
      if (unreadBytes === 0 || waitedMs >= writerPatienceMs) return;
      await delay(writerStepMs);
    }
  };

  const start = async (mode: 'once' | 'watching'): Promise<void> => {
    isWatching = mode === 'watching';
    refresh();
    if (mode === 'watching') sampleTicks.start();
    if (mode === 'watching') void lookAtProcesses();
    if (!isWriter) await awaitWriter();
    else if (mode === 'once') await ingest.scan();
    // A ledger that cannot be written now is a problem that is told, and is tried again and again.
    else await ingest.watch().catch(onError);
    isFirstScanDone = ingest.failure() === null;
    if (!isWriter) publish({ scan: { ...snapshot.sections.scan, phase: 'watching', percent: 100 } });
    refresh();
    if (mode === 'watching') clockTicks.start();
    if (mode === 'watching' && isWriter) compactor.start();
    if (mode === 'watching') expiry.start();
    await expiry.look();
    if (mode === 'watching' && !isWriter) followTicks.start();
    if (mode === 'watching') memory.note();
  };

  return ok({
    start,
    async stop() {
      for (const each of [clockTicks, sampleTicks, followTicks, compactor, expiry, memory]) each.stop();
      await ingest.stop();
      offReplaced();
      if (pendingRefresh !== null) clearTimeout(pendingRefresh);
      store.close();
    },
    snapshot: () => snapshot,
    onSnapshot: news.on,
    report(query) {
      const days = calendarOf(query.timeZone);
      const cells = readSums(toReportSums(query, days, book, findExtent()));
      return summarize(cells, query, days, book, clock.nowMs());
    },
    blocks(query) {
      const days = calendarOf(query.timeZone);
      const nowMs = clock.nowMs();
      const anchorResetMs = toAnchors(toLimitWindows(store.latestLimitReadings(nowMs), nowMs));
      settle();
      // Where a block begins depends on those before it, so all are built and then cut to the span.
      const options = { nowMs, book, anchorResetMs };
      const cells = readBlockCells(store, { ...options, source: query.source, extent: findExtent() });
      const all = buildBlocks(cells, options);
      const fromMs = query.since === null ? -Infinity : days.startOf(query.since);
      const toMs = query.until === null ? Infinity : days.startOf(addDays(query.until, 1));
      return all.filter((block) => block.endMs > fromMs && block.startMs < toMs);
    },
    activeBlocks() {
      const input = liveInput();
      const burn = toRecentBurn(input);
      return findActiveBlocks(input, toLimitWindows(input.readings, input.nowMs)).map((active) =>
        toBlockOutlook(active, burn, input.nowMs),
      );
    },
    sessions(query) {
      return summarizeSessions(readSums(toSumQuery(query, calendarOf(query.timeZone), book, sumDimensions)), book);
    },
    limits() {
      const nowMs = clock.nowMs();
      return toLimitWindows(store.latestLimitReadings(nowMs), nowMs);
    },
    processes: processes.lookTwice,
    doctor() {
      // Whatever the cost mode: which models have no price is what it tells.
      const prices = createPriceBookFor({ ...settings, costMode: 'calculate' });
      const stats = new Map(store.stats().map((row) => [row.source, row]));
      const cursors = [...store.cursors().values()];
      return {
        generatedAtMs: clock.nowMs(),
        dataFolder,
        pricesDatedOn,
        sources: sources.map((source) =>
          diagnoseSource({
            source,
            roots: rootsOf(source.id),
            cursors: cursors.filter((cursor) => cursor.source === source.id),
            stats: stats.get(source.id),
            totals: sumTotals(readSums({ source: source.id, tellApart: [], bordersMs: prices.bordersMs }), prices),
            unreadable: unreadable(),
          }),
        ),
      };
    },
    totals(query) {
      return sumTotals(readSums(toSumQuery(query, calendarOf(query.timeZone), book, [])), book);
    },
    setSettings(next) {
      const hasNewFolders = JSON.stringify(next.extraLogFolders) !== JSON.stringify(settings.extraLogFolders);
      if (next.detailRetention !== settings.detailRetention) compactor.reschedule();
      settings = next;
      book = createPriceBookFor(next);
      calendar = toCalendar(next, options.systemTimeZone);
      if (hasNewFolders) {
        ingest.setExtraFolders(next.extraLogFolders);
        if (isWriter) void ingest.rescan().catch(onError);
      }
      clockTicks.reschedule();
      sampleTicks.reschedule();
      refreshSoon();
    },
    setPaused(paused) {
      isPaused = paused;
      ingest.setPaused(paused);
      void expiry.look();
      refreshSoon();
    },
    setAttention(next) {
      const beganToLook =
        (next.popoverVisible && !attention.popoverVisible) || (!next.constrained && attention.constrained);
      attention = next;
      if (isWatching) memory.note();
      clockTicks.reschedule();
      sampleTicks.reschedule();
      if (!beganToLook) return;
      refreshSoon();
      void lookAtProcesses();
    },
    async rescan() {
      if (isWriter) await ingest.rescan();
      refresh();
    },
  });
}

function toCalendar(settings: Settings, systemTimeZone: string): Calendar {
  return createCalendar(settings.timeZone === 'system' ? systemTimeZone : settings.timeZone);
}

function toList(problem: Problem | null): readonly Problem[] {
  return problem === null ? [] : [problem];
}

function toWriteProblem(error: unknown, dataFolder: string): readonly Problem[] {
  if (error === null) return [];
  return [createProblem('ledger-write', { folder: dataFolder, failure: toStoreFailure(error) })];
}
