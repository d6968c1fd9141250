import { parentPort, workerData } from 'node:worker_threads';
import type { ReportQuery } from '../../../shared/domain/report.ts';
import type { Settings } from '../../../shared/settings/schema.ts';
import { changeSince } from '../../../shared/snapshot/revisions.ts';
import type { Attention } from './engine-api.ts';
import { createEngine } from './engine.ts';
import { readHostEnvironment } from '../host-environment.ts';
import { createProcessProbe } from '../probes/create-process-probe.ts';
import { systemClock } from '../system-clock.ts';
import { serveCalls, tellEvent } from './worker-calls.ts';

/** What the tray app hands to the worker at its start. Plain data. */
export interface EngineWorkerData {
  /** Read logs as if this were the home folder; null for the person's own. */
  readonly home: string | null;
  readonly dataFolder: string;
  readonly settings: Settings;
  readonly systemTimeZone: string;
}

if (parentPort !== null) await run(parentPort, workerData as EngineWorkerData);

/** Keeps parsing and SQLite off the main thread: one engine behind a message port. */
async function run(port: NonNullable<typeof parentPort>, data: EngineWorkerData): Promise<void> {
  const tell = (name: string, payload: unknown): void => tellEvent(port, name, payload);
  const created = createEngine({
    ...data,
    host: await readHostEnvironment(data.home),
    clock: systemClock,
    logger: {
      info: (message) => tell('log', { level: 'info', message }),
      warn: (message) => tell('log', { level: 'warn', message }),
      error: (message, cause) => tell('log', { level: 'error', message: `${message}: ${String(cause)}` }),
    },
    probe: createProcessProbe(process.platform),
  });
  if (!created.ok) {
    tell('fatal', created.error);
    throw new Error(`the engine cannot start: ${created.error.id}`);
  }
  const engine = created.value;
  let toldRevision = 0;
  serveCalls(port, {
    snapshot: () => {
      const snapshot = engine.snapshot();
      // Later changes build on what the answer holds.
      toldRevision = snapshot.revision;
      return snapshot;
    },
    start: () => engine.start('watching'),
    stop: () => engine.stop(),
    report: (query: ReportQuery) => engine.report(query),
    doctor: () => engine.doctor(),
    setSettings: (settings: Settings) => engine.setSettings(settings),
    setPaused: (paused: boolean) => engine.setPaused(paused),
    setAttention: (attention: Attention) => engine.setAttention(attention),
    rescan: () => engine.rescan(),
  });
  const tellSnapshot = (): void => {
    const snapshot = engine.snapshot();
    const change = changeSince(snapshot, toldRevision);
    if (change === null) return;
    tell('snapshot', toldRevision === 0 ? snapshot : change);
    toldRevision = snapshot.revision;
  };
  engine.onSnapshot(tellSnapshot);
  tellSnapshot();
}
