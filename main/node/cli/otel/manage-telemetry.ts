import { cleanText } from '../../../../shared/lib/clean-text.ts';
import { toLineChanges } from '../../../../shared/lib/line-changes.ts';
import type { Result } from '../../../../shared/lib/result.ts';
import type { Source } from '../../../../shared/sources/source.ts';
import { createToken } from '../../host/access/tokens.ts';
import { changeTokens } from '../../host/access/change-tokens.ts';
import { toTokenFile } from '../../host/access/token-file.ts';
import { readHostEnvironment } from '../../host-environment.ts';
import { resolveDataFolder } from '../../resolve-data-folder.ts';
import type { ProgramOutcome } from '../../server-programs.ts';
import type { CliHost } from '../cli-host.ts';
import { toProgramIo } from '../commands/program.ts';
import { messages } from '../messages.ts';
import type { CliOptions } from '../options/cli-options.ts';
import {
  installTelemetry,
  planTelemetryInstall,
  planTelemetryUninstall,
  toRecordFile,
  uninstallTelemetry,
  type TelemetryChange,
  type TelemetryPlace,
  type TelemetryRefusal,
} from './telemetry-installer.ts';

const { statusline: texts } = messages.cli;
const { telemetry: words } = messages.server;

/** What is asked for. */
export interface TelemetryTask {
  readonly cliHost: CliHost;
  readonly options: Pick<CliOptions, 'home' | 'dataFolder'>;
  readonly source: Source;
  /** Change the file without asking. */
  readonly isConfirmed: boolean;
}

/** Enters the settings into the agent's own file, once the person has seen the change and said yes. */
export async function writeTelemetrySettings(
  task: TelemetryTask,
  endpoint: string,
  givenToken: string | null,
): Promise<ProgramOutcome> {
  const place = toPlace(task);
  if (place === null) return refuse(task, words.noFile);
  // Whoever looks at the change need not see a token; one is only made once it is wanted.
  const planned = await planTelemetryInstall(place, endpoint, givenToken ?? words.newToken);
  if (!planned.ok) return refuseWith(task, planned.error);
  if (!(await confirm(task, planned.value, place.file))) return 1;
  const token = givenToken ?? (await makeToken(task));
  if (token === null) return 1;
  const final = await planTelemetryInstall(place, endpoint, token);
  return finish(task, final.ok ? await installTelemetry(place, final.value) : final, words.installed);
}

/** Takes them out again. */
export async function removeTelemetrySettings(task: TelemetryTask): Promise<ProgramOutcome> {
  const place = toPlace(task);
  if (place === null) return refuse(task, words.noFile);
  const planned = await planTelemetryUninstall(place);
  if (!planned.ok) return refuseWith(task, planned.error);
  if (!(await confirm(task, planned.value, place.file))) return 1;
  return finish(task, await uninstallTelemetry(place, planned.value), words.uninstalled);
}

function toPlace({ source, options }: TelemetryTask): TelemetryPlace | null {
  const settingsFile = source.telemetry?.settingsFile;
  if (settingsFile === undefined) return null;
  const record = toRecordFile(resolveDataFolder(options.dataFolder, options.home), source.id);
  return { settingsFile, file: settingsFile.file(readHostEnvironment(options.home)), record };
}

async function confirm(task: TelemetryTask, { settings, after }: TelemetryChange, file: string): Promise<boolean> {
  const io = toProgramIo(task.cliHost);
  const changes = toLineChanges(settings.text, after);
  await io.print(changes.length === 0 ? texts.nothing : texts.change(cleanText(file)));
  for (const { sign, line } of changes) await io.print(`${sign} ${cleanText(line)}`);
  if (task.isConfirmed) return true;
  const said = await task.cliHost.ask(texts.confirm);
  if (said !== null && /^\s*y(es)?\s*$/i.test(said)) return true;
  await io.complain(said === null ? texts.needsYes : texts.declined);
  return false;
}

/** A token that may do nothing but send. */
async function makeToken({ cliHost, options, source }: TelemetryTask): Promise<string | null> {
  const file = toTokenFile(resolveDataFolder(options.dataFolder, options.home));
  const { stored, text } = createToken(`otel-${source.id}`, ['ingest'], cliHost.clock.nowMs());
  const added = await changeTokens(file, (tokens) => [...tokens, stored]);
  if (added.ok) return text;
  await toProgramIo(cliHost).complain(messages.server.tokens.unusable(file));
  return null;
}

async function finish(
  task: TelemetryTask,
  result: Result<unknown, TelemetryRefusal>,
  sentence: string,
): Promise<ProgramOutcome> {
  if (!result.ok) return refuseWith(task, result.error);
  await toProgramIo(task.cliHost).print(sentence);
  return 0;
}

function refuseWith(task: TelemetryTask, refusal: TelemetryRefusal): Promise<ProgramOutcome> {
  if (refusal === 'own-settings' || refusal === 'not-understood' || refusal === 'not-installed') {
    return refuse(task, words.refusals[refusal]);
  }
  return refuse(task, texts.refusal(refusal));
}

async function refuse({ cliHost }: TelemetryTask, sentence: string): Promise<ProgramOutcome> {
  await toProgramIo(cliHost).complain(sentence);
  return 1;
}
