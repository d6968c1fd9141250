import { minuteMs, secondMs } from '../../../shared/domain/instant.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { Logger } from '../../../shared/ports/logger.ts';
import type { ProcessProbe } from '../../../shared/ports/process-probe.ts';
import { type CadenceInputs, decideSampleDelayMs, decideSnapshotDelayMs } from '../../../shared/refresh/cadence.ts';
import type { SnapshotSections } from '../../../shared/snapshot/app-snapshot.ts';
import { toNextBoundary } from '../../../shared/snapshot/next-boundary.ts';
import { sources } from '../../../shared/sources/registry.ts';
import type { HostEnvironment } from '../../../shared/sources/source.ts';
import { noGuests, withGuests, type GuestSystems } from '../system/guest-systems.ts';
import { findSourceRoots } from '../ingest/discovery/listed-roots.ts';
import { createSleepCheck } from '../ingest/discovery/sleeping-links.ts';
import { createFocusProbe } from '../activity/focus/create-focus-probe.ts';
import { createMemoryKeeper, type MemoryKeeper } from '../memory/memory-keeper.ts';
import { readPrices, watchPriceFile } from '../prices/price-file.ts';
import { createActivityWatch, type ActivityWatch } from './upkeep/activity-watch.ts';
import { createAgentAsker, createAskAgents, type AgentAsker } from './upkeep/ask-agents.ts';
import { isAttended, unattended } from './attention.ts';
import { createJumpCheck } from './upkeep/clock-jumps.ts';
import { createJournalKeeper } from './upkeep/journal-keeper.ts';
import { type Compactor, type CompactorTiming, createCompactor } from './upkeep/compactor.ts';
import type { EngineCore } from './engine-core.ts';
import { createActivityForgetter, type ActivityForgetter } from './upkeep/forget-activity.ts';
import { createFocusWatch, type FocusWatch } from './upkeep/focus-watch.ts';
import { listProblems } from './engine-problems.ts';
import type { UnreadCause } from './upkeep/expiring-logs.ts';
import { createExpiryWatch, type ExpiryWatch } from './upkeep/expiry-watch.ts';
import { createProcessRecorder, type ProcessRecorder } from './processes/process-recorder.ts';
import { createToolTime } from './upkeep/tool-time.ts';
import { openLeftBehind } from './processes/left-behind.ts';
import { createProcessSampling, type ProcessSampling } from './processes/process-sampling.ts';
import { createRenewal, type Renewal } from './upkeep/renewal.ts';
import { createRepeater, type Repeater } from './repeater.ts';

/**
 * While logs keep growing, the snapshot is renewed no more often than this. Nobody reads more than four updates a
 * second; an icon, its tooltip and alerts may lag by a few seconds.
 */
const renewalRestMs = { attended: 250, unattended: 5 * secondMs } as const;

/** A deleted, replaced or overwritten ledger is reported within a minute. */
const housekeepingMs = 20 * secondMs;

/** The periodic work besides reading logs. */
export interface EngineUpkeep {
  readonly renewal: Renewal;
  /** Updates what changes at an instant: see `toNextBoundary`. */
  readonly clockTicks: Repeater;
  readonly sampling: ProcessSampling;
  /** Keeps what agents' processes use in the ledger. */
  readonly recorder: ProcessRecorder;
  readonly expiry: ExpiryWatch;
  readonly compactor: Compactor;
  /** Deletes telemetry that the ledger has long contained. */
  readonly journals: Repeater;
  readonly memory: MemoryKeeper;
  /** Checks whether the ledger's file is still there as it was left, copies it once a day, and notices a set clock. */
  readonly housekeeping: Repeater;
  /** Asks agents for their limits, if the person wants that. */
  readonly asking: Repeater;
  readonly asker: AgentAsker;
  /** Records the use of sites and tools, if the person wants that. */
  readonly activity: ActivityWatch;
  /** Records time with AI apps, if the person wants that. */
  readonly focus: FocusWatch;
  readonly forgetter: ActivityForgetter;
}

/** The upkeep's dependencies. */
export interface UpkeepOptions {
  readonly host: HostEnvironment;
  /** Other systems on this machine; none if omitted. */
  readonly guests?: GuestSystems;
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly probe: ProcessProbe;
  readonly compaction?: Partial<CompactorTiming>;
  readonly housekeeping?: { readonly checkMs?: number };
}

/** Builds it; nothing runs until its parts are started. */
export function createEngineUpkeep(options: UpkeepOptions, core: EngineCore): EngineUpkeep {
  const { clock, logger } = options;
  const { state, publisher, preferences } = core;
  const onError = (error: unknown): void => logger.error('the snapshot could not be renewed', error);
  const cadenceInputs = (): CadenceInputs => toCadenceInputs(core, clock.nowMs());
  const renew = (): void => {
    const processes = sampling.rejoin();
    publisher.publish({
      ...(processes !== null && { processes }),
      ...core.live.sections(processes?.agents ?? []),
      scan: state.scan,
      health: { problems: problems() },
    });
    clockTicks.reschedule();
  };
  const renewal = createRenewal(renew, () => renewalRestMs[isAttended(state.attention) ? 'attended' : 'unattended']);
  const clockTicks = createRepeater(
    () => {
      const boundaryMs = toNextBoundary(publisher.current().sections, preferences.calendar(), clock.nowMs());
      return decideSnapshotDelayMs(cadenceInputs(), boundaryMs);
    },
    renewal.now,
    onError,
  );
  const recorder = createRecorder(options, core);
  const decideDelayMs = (): number => decideSampleDelayMs(cadenceInputs());
  const sampling = createSampling(options, recorder, core, decideDelayMs, renewal.soon, onError);
  const expiry = createExpiry(options, core, renewal.soon, onError);
  const problems = () =>
    listProblems({
      ledger: core.ledger.problem(),
      expiry: expiry.problem(),
      processes: sampling.problem(),
      own: publisher.current().sections.processes.own,
      nowMs: clock.nowMs(),
      writeFailure: core.logs.failure(),
      dataFolder: options.dataFolder,
      unreadable: core.logs.unreadable(),
      unreadBytes: core.logs.unreadBytes(),
    });
  // This also keeps the process alive: without any log folder, nothing else would.
  const checkMs = (): number => options.housekeeping?.checkMs ?? housekeepingMs;
  const noting = createActivity(options, core, recorder);
  const keepHouse = createHousekeeping(options, core, { checkMs, renew: renewal.soon, ...noting });
  return {
    renewal,
    clockTicks,
    sampling,
    recorder,
    expiry,
    ...createDeletions(options, core),
    housekeeping: createRepeater(checkMs, keepHouse, onError, true),
    ...createAsking(options, core),
    ...noting,
    memory: createMemoryKeeper(clock),
  };
}

/** What is checked every few seconds: the clock, the ledger's place, imported days, requests of other processes, and the price list. */
function createHousekeeping(
  { clock, dataFolder, logger }: UpkeepOptions,
  { ledger, live, preferences, superseded }: EngineCore,
  parts: {
    readonly checkMs: () => number;
    readonly renew: () => void;
    readonly forgetter: Pick<ActivityForgetter, 'carryOutRequest'>;
  },
): () => void {
  const { checkMs, renew, forgetter } = parts;
  const hasJumped = createJumpCheck(clock, checkMs);
  // `fuelgauge prices` runs in another process.
  const hasOtherPrices = watchPriceFile(dataFolder);
  return () => {
    if (hasJumped()) renew();
    ledger.keepInPlace();
    void superseded.drop();
    void forgetter.carryOutRequest();
    if (!hasOtherPrices()) return;
    preferences.changePrices(readPrices(dataFolder, logger));
    live.changePreferences();
    renew();
  };
}

function createAsking(options: UpkeepOptions, { ledger, logs, preferences }: EngineCore) {
  const asker = createAgentAsker({
    ...options,
    sources,
    chosen: () => preferences.settings().askAgents,
    isWriter: () => ledger.role() === 'writer',
    isPaused: logs.isPaused,
    variables: options.host.variables,
  });
  return { asker, asking: createAskAgents(options, asker) };
}

/** Of several processes, only the one that writes the ledger records the use of sites, apps and tools. */
function createActivity(
  options: UpkeepOptions,
  core: EngineCore,
  recorder: ProcessRecorder,
): Pick<EngineUpkeep, 'activity' | 'focus' | 'forgetter'> {
  const { ledger, logs, preferences } = core;
  const isWriter = (): boolean => ledger.role() === 'writer';
  const parts = { ...options, store: ledger.store, tables: preferences.activity, isWriter };
  const settings = () => preferences.settings().activity;
  const activity = createActivityWatch({ ...parts, settings });
  const focus = createFocusWatch({
    ...parts,
    probe: createFocusProbe(options.host),
    isOn: () => isWriter() && settings().apps && !logs.isPaused(),
  });
  const flush = async (): Promise<void> => {
    recorder.flush();
    focus.flush();
    await activity.check();
  };
  return { activity, focus, forgetter: createActivityForgetter({ ...parts, flush }) };
}

/** What agents' processes use, and how long tools were active. */
function createRecorder({ clock, logger }: UpkeepOptions, { ledger, preferences }: EngineCore): ProcessRecorder {
  const isWriter = (): boolean => ledger.role() === 'writer';
  const parts = { clock, logger, store: ledger.store, isWriter };
  const isOn = (): boolean => isWriter() && preferences.settings().activity.commands;
  const recorders = [createProcessRecorder(parts), createToolTime({ ...parts, isOn })];
  return {
    note: (measured) => recorders.forEach((recorder) => recorder.note(measured)),
    flush: () => recorders.forEach((recorder) => recorder.flush()),
  };
}

function createSampling(
  options: UpkeepOptions,
  recorder: ProcessRecorder,
  { state, ledger, live, logs, preferences, publisher }: EngineCore,
  decideDelayMs: () => number,
  renewSoon: () => void,
  onError: (error: unknown) => void,
): ProcessSampling {
  return createProcessSampling({
    ...options,
    decideDelayMs,
    isPaused: logs.isPaused,
    agents: preferences.agents,
    sessions: live.sessions,
    isAttended: () => isAttended(state.attention),
    leftBehind: openLeftBehind(options.dataFolder, () => state.isWatching && ledger.role() === 'writer'),
    onMeasure(measured) {
      if (state.isWatching) recorder.note(measured);
    },
    onSample({ section: processes }) {
      const before = publisher.current().sections.processes;
      publisher.publish({ processes });
      // Which sessions are running depends on them.
      if (toPlaces(publisher.current().sections.processes) !== toPlaces(before)) renewSoon();
    },
    onProblem: renewSoon,
    onError,
  });
}

/** Which agents run, and where. */
function toPlaces({ agents }: SnapshotSections['processes']): string {
  return JSON.stringify(
    agents.map(({ agent, pid, startedAtMs, cwd, session }) => [agent, pid, startedAtMs, cwd, session]),
  );
}

function toCadenceInputs({ state, publisher, preferences }: EngineCore, nowMs: number): CadenceInputs {
  const { sections } = publisher.current();
  const lastAtMs = Math.max(...sections.sources.map((source) => source.lastAtMs ?? -Infinity));
  return {
    ...(state.attention ?? unattended),
    minutesSinceLogActivity: Number.isFinite(lastAtMs) ? (nowMs - lastAtMs) / minuteMs : null,
    setting: preferences.settings().refreshCadence,
    agentsRunning: sections.processes.agents.length > 0,
  };
}

function createExpiry(
  { host, guests = noGuests, clock }: UpkeepOptions,
  { ledger, logs, preferences }: EngineCore,
  onChange: () => void,
  onError: (error: unknown) => void,
): ExpiryWatch {
  const toUnreadCause = (): UnreadCause | null => {
    if (ledger.role() === 'reader') return null;
    if (logs.isPaused()) return 'paused';
    if (logs.failure() !== null) return 'failing';
    return logs.unreadable().length > 0 ? 'unreadable' : null;
  };
  return createExpiryWatch({
    host,
    store: { knownFiles: () => ledger.store().knownFiles() },
    clock,
    async roots() {
      await guests.refresh();
      const { extraLogFolders } = preferences.settings();
      const roots = await findSourceRoots(sources, withGuests(host, guests), extraLogFolders, guests.isAsleep);
      const isAsleep = createSleepCheck(guests.isAsleep);
      const areAsleep = await Promise.all(roots.map(({ root }) => isAsleep(root.path)));
      return roots.filter((_root, index) => areAsleep[index] === false);
    },
    isAsleep: guests.isAsleep,
    cause: toUnreadCause,
    onChange,
    onError,
  });
}

/** The tasks that roll up or delete old data while the engine is idle. */
function createDeletions(
  options: UpkeepOptions,
  { ledger, logs, state, preferences }: EngineCore,
): Pick<EngineUpkeep, 'compactor' | 'journals'> {
  const parts = {
    ...options,
    retention: () => preferences.settings().detailRetention,
    isIdle: () => isIdle({ ledger, logs, state }),
  };
  return {
    compactor: createCompactor({
      ...parts,
      store: { compact: (order) => ledger.store().compact(order), stats: () => ledger.store().stats() },
      timing: options.compaction,
    }),
    journals: createJournalKeeper({ ...parts, knownFiles: () => ledger.store().knownFiles() }),
  };
}

/** This process writes the ledger, has read everything, and need not save power. */
function isIdle({ ledger, logs, state }: Pick<EngineCore, 'ledger' | 'logs' | 'state'>): boolean {
  const isReading = logs.isPaused() || logs.scan().phase !== 'watching';
  return ledger.role() === 'writer' && !isReading && state.attention?.constrained !== true;
}
