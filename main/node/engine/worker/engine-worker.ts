import { parentPort, workerData } from 'node:worker_threads';
import type { Logger } from '../../../../shared/ports/logger.ts';
import { changeSince } from '../../../../shared/snapshot/revisions.ts';
import { sources } from '../../../../shared/sources/registry.ts';
import type { HostEnvironment } from '../../../../shared/sources/source.ts';
import { createGuests, readHostEnvironment } from '../../system/host-environment.ts';
import { withProfileVariables } from '../../system/profile-variables.ts';
import { createProcessProbe } from '../../probes/create-process-probe.ts';
import { systemClock } from '../../system/system-clock.ts';
import type { Engine } from '../engine-api.ts';
import { createEngine } from '../engine.ts';
import { sendEvent, serveCalls } from './worker-calls.ts';
import { workerCalls, type EngineWorkerData, type LogEntry } from './worker-contract.ts';

type Port = NonNullable<typeof parentPort>;

if (parentPort !== null) await run(parentPort, workerData as EngineWorkerData);

/** Keeps parsing and SQLite off the main thread: one engine behind a message port. */
async function run(port: Port, data: EngineWorkerData): Promise<void> {
  const logger = createPortLogger(port);
  const created = createEngine({
    ...data,
    host: await readHost(data.home),
    guests: createGuests(data.home),
    clock: systemClock,
    logger,
    probe: createProcessProbe(process.platform),
  });
  if (!created.ok) {
    sendEvent(port, 'cannotStart', created.error);
    throw new Error(`the engine cannot start: ${created.error.id}`);
  }
  const engine = created.value;
  serveCalls(port, {
    calls: workerCalls,
    logger,
    checksAnswers: data.checksAnswers,
    handlers: {
      ...engine,
      start: () => engine.start('watching').then(() => undefined),
      stop: () => engine.stop().then(() => undefined),
      setSettings: (settings) => void engine.setSettings(settings),
      setAttention: (attention) => void engine.setAttention(attention),
    },
  });
  publishSnapshots(port, engine);
}

/** A home folder that was given has no profile of its own. */
async function readHost(home: string | null): Promise<HostEnvironment> {
  const host = readHostEnvironment(home);
  return home === null ? withProfileVariables(host, sources) : host;
}

/** Sends what has changed since the last change sent. */
function publishSnapshots(port: Port, engine: Engine): void {
  let sentRevision = engine.snapshot().revision;
  engine.onSnapshot((snapshot) => {
    const change = changeSince(snapshot, sentRevision);
    if (change === null) return;
    sentRevision = snapshot.revision;
    sendEvent(port, 'snapshotChanged', change);
  });
}

/** The main thread writes the log. */
function createPortLogger(port: Port): Logger {
  const send = (level: LogEntry['level'], message: string): void => sendEvent(port, 'log', { level, message });
  return {
    info: (message) => send('info', message),
    warn: (message) => send('warn', message),
    error: (message, cause) => send('error', cause === undefined ? message : `${message}: ${String(cause)}`),
  };
}
