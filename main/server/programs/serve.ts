import { homedir } from 'node:os';
import path from 'node:path';
import { createProblem, type Problem } from '../../../shared/domain/problem.ts';
import { createMessages } from '../../../shared/messages/catalogue.ts';
import { describeProblem } from '../../../shared/messages/describe-problem.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import { parseContainerVariables } from '../../../shared/settings/container-variables.ts';
import { parseServerEnvironment } from '../../../shared/settings/environment.ts';
import type { ServerSettings } from '../../../shared/settings/server-settings.ts';
import { minTokenLength } from '../../node/host/access/environment-token.ts';
import { createErrorReporter, reportUncaughtErrors } from '../../node/host/error-reports/error-reporter.ts';
import { openCrashKeeper } from '../../node/host/error-reports/open-crash-keeper.ts';
import type { Host } from '../../node/host/host.ts';
import { createLogFile, type LogFile } from '../../node/system/log-file.ts';
import { openServerHost } from '../../node/host/open-server-host.ts';
import type { RunningServer } from '../../node/host/serving/running-server.ts';
import { settingsFileName } from '../../node/host/settings/read-stored.ts';
import { resolveDataFolder } from '../../node/system/resolve-data-folder.ts';
import type { ProgramIo, ProgramOutcome, ServeRequest } from '../../node/host/serving/server-programs.ts';
import { systemClock } from '../../node/system/system-clock.ts';
import { findMountedLogs } from './find-mounted-logs.ts';
import { createFollowedSettings } from '../settings/follow-settings.ts';
import { listenForSignals } from './process-signals.ts';
import { findSettingsProblem, readServerSettings } from '../settings/read-server-settings.ts';
import { runServer } from '../serving/run-server.ts';
import { logProblems } from './log-problems.ts';

const messages = createMessages();
const { server: texts } = messages;
const maxLogBytes = 5 * 1024 * 1024;
const { nowMs } = systemClock;

/** `fuelgauge serve`: serves until a signal stops it; SIGHUP reads the settings again. */
export async function serve(request: ServeRequest, io: ProgramIo): Promise<ProgramOutcome> {
  const dataFolder = resolveDataFolder(request.dataFolder, request.home);
  const log = openLog(dataFolder, 'server.log');
  const audit = openLog(dataFolder, 'audit.log');
  const keepCrash = openCrashKeeper(dataFolder, nowMs);
  reportUncaughtErrors(process, createErrorReporter({ nowMs, logger: log, keepCrash }));
  const started = await start({ request, io, dataFolder, log, audit });
  if (!started.ok) {
    await io.complain(started.error);
    return 1;
  }
  const { stop, reload } = started.value;
  // Before the address is printed: a reader may send a signal at once.
  const { stopped } = listenForSignals({ reload });
  await announce(started.value, request, io);
  await stopped;
  log.info(texts.stopping);
  await stop();
  await Promise.all([log.flush(), audit.flush()]);
  return 0;
}

interface Started extends RunningServer {
  reload(): Promise<void>;
}

async function start(parts: {
  readonly request: ServeRequest;
  readonly io: ProgramIo;
  readonly dataFolder: string;
  readonly log: LogFile;
  readonly audit: LogFile;
}): Promise<Result<Started>> {
  const { request, io, dataFolder, log, audit } = parts;
  if (await findMountedLogs(dataFolder)) return fail(texts.mountedLogs(dataFolder));
  const reader = createSettingsReader(request, io, dataFolder);
  if (!reader.ok) return reader;
  const first = await reader.value();
  if (!first.ok) return first;
  const opened = await openReadingHost(request, io, dataFolder, log);
  if (!opened.ok) return opened;
  const { host, close } = opened.value;
  const { checksAnswers } = request;
  const isUsable = async () => (await findSettingsProblem(dataFolder)) === null;
  const settings = createFollowedSettings(first.value, { host, read: reader.value, isUsable });
  const server = await runServer({
    ...{ host, dataFolder, logger: log, audit, checksAnswers, variables: io.variables },
    settings: settings.get,
  });
  if (!server.ok) {
    await close();
    return server;
  }
  const following = settings.follow(server.value.refresh, log);
  const stopSaying = logProblems(host.view, (problem) => {
    const sentence = describeProblem(problem, messages, nowMs());
    log.warn(sentence);
    void io.complain(sentence);
  });
  return ok({
    ...server.value,
    async reload() {
      if (await isUsable()) {
        // An empty change makes the store read its file, and everything that depends on settings follow.
        await host.handlers.updateSettings({});
        log.info(texts.reloaded);
      } else {
        // The file may still be being written: the previous settings stay in force.
        log.warn(texts.notReloaded(path.join(dataFolder, settingsFileName)));
      }
      await following.again();
      host.rescan();
    },
    async stop() {
      stopSaying();
      following.stop();
      await server.value.stop();
      await close();
    },
  });
}

/** Reads how to serve: the file, then the environment, then the options. Fails where a variable cannot be used. */
function createSettingsReader(
  request: ServeRequest,
  { variables }: ProgramIo,
  dataFolder: string,
): Result<() => Promise<Result<ServerSettings>>> {
  const token = variables['FUELGAUGE_TOKEN'] ?? '';
  if (token !== '' && token.length < minTokenLength) return fail(texts.variables.shortToken(minTokenLength));
  const environment = parseServerEnvironment(variables);
  const [complaint] = environment.complaints;
  if (complaint) return fail(texts.variables.invalid(complaint.setting, complaint.received, complaint.expected));
  const given = {
    ...environment.overrides,
    ...(request.host !== null && { host: request.host }),
    ...(request.port !== null && { port: request.port }),
  };
  return ok(() => readServerSettings(dataFolder, given));
}

interface ReadingHost {
  readonly host: Host;
  close(): Promise<void>;
}

/** A host that has begun to read. Fails with a sentence where it cannot. */
async function openReadingHost(
  request: ServeRequest,
  { variables }: ProgramIo,
  dataFolder: string,
  log: LogFile,
): Promise<Result<ReadingHost>> {
  const container = parseContainerVariables(variables);
  if (!container.ok) {
    const { name, value, expected } = container.error;
    return fail(texts.variables.invalid(name, value, expected));
  }
  const overrides = { ...container.value, ...(request.timeZone !== null && { timeZone: request.timeZone }) };
  const { home, checksAnswers } = request;
  const opened = await openServerHost({ home, dataFolder, overrides, logger: log, checksAnswers });
  if (!opened.ok) return fail(describeProblem(opened.error, messages, nowMs()));
  const host = opened.value;
  let isClosed = false;
  const starting = startReading(host, log, () => isClosed);
  const close = async (): Promise<void> => {
    isClosed = true;
    await host.stop();
    await starting;
  };
  const cannotStart = await findStartProblem(host, starting);
  if (cannotStart !== null) {
    await close();
    return fail(describeProblem(cannotStart, messages, nowMs()));
  }
  return ok({ host, close });
}

/** The server answers while logs are being read; `readyz` reports when that is done. */
async function startReading(host: Host, logger: LogFile, isClosed: () => boolean): Promise<void> {
  try {
    await host.start('watching');
  } catch (error) {
    if (!isClosed()) logger.error('the engine did not start', error);
  }
}

/** Waits until the engine has reported: why it cannot start, or null once it has started. */
async function findStartProblem(host: Host, starting: Promise<void>): Promise<Problem | null> {
  let forget = (): void => undefined;
  const first = new Promise<void>((resolve) => (forget = host.view.onChange(() => resolve())));
  await Promise.race([first, starting]);
  forget();
  const { scan, health } = host.view.current().sections;
  return scan.phase === 'failed'
    ? (health.problems.find(({ severity }) => severity === 'error') ??
        createProblem('engine-stopped', { detail: null }))
    : null;
}

async function announce(
  { address, port, fingerprint: readFingerprint }: RunningServer,
  { isJson }: ServeRequest,
  io: ProgramIo,
): Promise<void> {
  const fingerprint = readFingerprint();
  if (isJson) {
    await io.print(JSON.stringify({ schema: 'fuelgauge.serve.v1', address, port, fingerprint, pid: process.pid }));
    return;
  }
  await io.print(texts.serving(address));
  if (fingerprint !== null) await io.print(texts.fingerprint(fingerprint));
}

function openLog(dataFolder: string, name: string): LogFile {
  return createLogFile({ file: path.join(dataFolder, name), homeFolder: homedir(), maxBytes: maxLogBytes, nowMs });
}
