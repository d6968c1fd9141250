import { tmpdir } from 'node:os';
import type { AskedAgent } from '../../../shared/domain/asked-agent.ts';
import type { SourceId } from '../../../shared/domain/ids.ts';
import { createProblem } from '../../../shared/domain/problem.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { Logger } from '../../../shared/ports/logger.ts';
import type { ProcessProbe } from '../../../shared/ports/process-probe.ts';
import type { Settings } from '../../../shared/settings/schema.ts';
import type { ScanStatus } from '../../../shared/snapshot/app-snapshot.ts';
import { createActivityAnswers } from './answers/activity-answers.ts';
import { createAnswers } from './answers/answers.ts';
import { isAttended } from './attention.ts';
import { createProcessAnswers } from './answers/process-answers.ts';
import type { GuestSystems } from '../system/guest-systems.ts';
import { ProblemError } from '../../../shared/domain/problem-error.ts';
import type { Attention, Engine } from './engine-api.ts';
import type { HostEnvironment } from '../../../shared/sources/source.ts';
import type { EngineCore } from './engine-core.ts';
import type { EngineUpkeep } from './engine-upkeep.ts';
import type { LogReading } from './ledger/log-reading.ts';
import { sweepCopies } from '../ingest/databases/sweep-copies.ts';
import { toStoreFailure } from '../store/store-errors.ts';

interface SurfaceOptions {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly dataFolder: string;
  readonly host: HostEnvironment;
  readonly guests?: GuestSystems;
  readonly probe: ProcessProbe;
}

/** Connects the engine's parts and exposes them as one. */
export function toEngine(options: SurfaceOptions, core: EngineCore, upkeep: EngineUpkeep): Engine {
  const { ledger, logs, publisher } = core;
  const disconnect = connect(core, upkeep);
  const answers = createAnswers({
    ...options,
    ...core,
    environment: options.host,
    rootsOf: logs.rootsOf,
    unreadable: logs.unreadable,
    problems: () => publisher.current().sections.health.problems,
    ownCost: () => upkeep.sampling.rejoin()?.own ?? null,
    activeBlocks: core.live.activeBlocks,
    workWeek: core.live.workWeek,
    processes: answerProcesses(options, core, upkeep),
    activity: createActivityAnswers({
      ...{ ...options, ...core, watch: upkeep.activity },
      ...{ focus: upkeep.focus, forgetter: upkeep.forgetter },
    }),
    forecasts: core.forecasts,
    setPaused(isPaused) {
      logs.setPaused(isPaused);
      void upkeep.expiry.check();
      upkeep.renewal.soon();
    },
    askLimits: (source) => askLimits(source, core, upkeep),
    async rescan() {
      await logs.rescan();
      upkeep.renewal.now();
    },
  });
  return {
    ...answers,
    start: (mode) => start(mode, core, upkeep, options.dataFolder),
    async stop() {
      core.state.isWatching = false;
      stopParts(upkeep);
      core.superseded.stop();
      await logs.stop();
      upkeep.renewal.stop();
      disconnect();
      ledger.close();
    },
    snapshot: publisher.current,
    onSnapshot: publisher.onSnapshot,
    setSettings: (next) => changeSettings(next, core, upkeep),
    setAttention: (next) => changeAttention(next, core, upkeep),
  };
}

function answerProcesses(
  options: SurfaceOptions,
  { ledger, live, preferences }: EngineCore,
  { sampling }: EngineUpkeep,
): ReturnType<typeof createProcessAnswers> {
  return createProcessAnswers({
    ...options,
    sampling,
    sessions: live.sessions,
    store: ledger.store,
    calendarOf: preferences.calendarOf,
    projects: preferences.projects,
  });
}

/** Asks agents for their limits now, and reads what they answered. */
async function askLimits(
  source: SourceId | null,
  { logs }: EngineCore,
  { asker, renewal }: EngineUpkeep,
): Promise<readonly AskedAgent[]> {
  const asked = await asker.askNow(source);
  // The file may be new and not watched yet.
  if (asked.some(({ outcome }) => outcome === 'answered')) await logs.rescan();
  renewal.now();
  return asked;
}

function stopParts(upkeep: EngineUpkeep): void {
  const { clockTicks, sampling, compactor, journals, expiry, memory, housekeeping, asking, activity, focus } = upkeep;
  const parts = [clockTicks, sampling, compactor, journals, expiry, memory, housekeeping, asking, activity, focus];
  for (const part of parts) part.stop();
  upkeep.recorder.flush();
}

/** Updates the snapshot with what is read; returns a function that stops this. */
function connect({ state, live, logs, publisher }: EngineCore, upkeep: EngineUpkeep): () => void {
  const { expiry, memory, renewal } = upkeep;
  const stopListening = [
    logs.onChange((change) => {
      live.noteChange(change);
      // A one-shot engine is queried at the end: nobody sees the intermediate states.
      if (!state.isWatching) return;
      if (typeof change === 'string') renewal.now();
      else renewal.soon();
      memory.note();
    }),
    logs.onScan((scan) => {
      if (scan.phase === 'failed') {
        void expiry.check();
        renewal.soon();
      }
      const isFirstResult = isLive(scan) && !isLive(state.scan);
      state.scan = scan;
      if (!isFirstResult) return publisher.publish({ scan });
      // The result of a first scan is published together with its completion, so that an empty day is never shown in
      // between.
      state.isScanned = true;
      live.expireCounts();
      if (state.isWatching) renewal.now();
    }),
  ];
  return () => stopListening.forEach((stop) => stop());
}

function isLive({ phase }: ScanStatus): boolean {
  return phase === 'watching' || phase === 'following';
}

async function start(
  mode: 'once' | 'watching',
  core: EngineCore,
  upkeep: EngineUpkeep,
  dataFolder: string,
): Promise<void> {
  const { state, logs, superseded } = core;
  const { renewal, sampling, clockTicks, compactor, expiry, memory } = upkeep;
  state.isWatching = mode === 'watching';
  // Removes copies left by a process that was killed while reading one.
  void sweepCopies(tmpdir(), Date.now());
  // For a single answer, too: this finds a damaged ledger before the logs are read into it.
  renewal.now();
  if (state.isWatching) {
    sampling.start();
    void sampling.sample();
  }
  // A process that was killed may have left sums to check.
  superseded.note('all');
  await (state.isWatching ? logs.follow() : readOnce(logs, dataFolder));
  await superseded.drop();
  // Stopped meanwhile: the ledger is closed, and nothing may start any more.
  if (mode === 'watching' && !state.isWatching) return;
  state.isScanned = logs.failure() === null;
  renewal.now();
  if (state.isWatching) {
    const { asking, focus, housekeeping, journals } = upkeep;
    const parts = [clockTicks, compactor, journals, expiry, housekeeping, asking, focus, upkeep.activity];
    for (const part of parts) part.start();
    void upkeep.activity.check();
  }
  await expiry.check();
  if (state.isWatching) memory.note();
}

/** No caller here waits for a retry, so a ledger that cannot be written is a failure. */
async function readOnce(logs: LogReading, folder: string): Promise<void> {
  try {
    await logs.readOnce();
  } catch (error) {
    const failure = toStoreFailure(logs.failure() ?? error, folder);
    throw new ProblemError(createProblem('ledger-unusable', { folder, failure }), error);
  }
}

function changeSettings(next: Settings, { preferences, live, logs }: EngineCore, upkeep: EngineUpkeep): void {
  const before = preferences.settings();
  preferences.change(next);
  live.changePreferences();
  if (JSON.stringify(next.extraLogFolders) !== JSON.stringify(before.extraLogFolders)) logs.changeFolders();
  if (next.detailRetention !== before.detailRetention) upkeep.compactor.reschedule();
  upkeep.clockTicks.reschedule();
  upkeep.sampling.reschedule();
  upkeep.focus.reschedule();
  upkeep.activity.reschedule();
  upkeep.renewal.soon();
}

function changeAttention(next: Attention, { state, logs }: EngineCore, upkeep: EngineUpkeep): void {
  const { attention: before } = state;
  const isFree = before?.constrained === true && !next.constrained;
  const isNewlyAttended = isFree || (isAttended(next) && !isAttended(before));
  state.attention = next;
  if (state.isWatching) upkeep.memory.note();
  upkeep.clockTicks.reschedule();
  upkeep.sampling.reschedule();
  if (!isNewlyAttended) return;
  logs.readNow();
  upkeep.renewal.now();
  void upkeep.sampling.sample();
}
