import path from 'node:path';
import type { Source } from '../../../../shared/sources/source.ts';
import { createToken } from '../../host/access/tokens.ts';
import { changeTokens } from '../../host/access/change-tokens.ts';
import { toTokenFile } from '../../host/access/token-file.ts';
import { readHostEnvironment } from '../../system/host-environment.ts';
import { resolveDataFolder } from '../../system/resolve-data-folder.ts';
import type { ProgramOutcome } from '../../host/serving/server-programs.ts';
import type { CliHost } from '../cli-host.ts';
import { toProgramIo } from '../program.ts';
import { messages } from '../messages.ts';
import type { CliOptions } from '../options/cli-options.ts';
import { editSettings, type SettingsTask } from '../edit-settings.ts';
import {
  install,
  planSettingsInstall,
  planSettingsUninstall,
  uninstall,
  type SettingsPlace,
} from '../settings-installer.ts';

const { telemetry: words } = messages.server;

/** The request. */
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
  const { settingsFile } = task.source.telemetry ?? {};
  if (place === null || settingsFile === undefined) return refuse(task);
  const plan = (token: string) => planSettingsInstall(place, (text) => settingsFile.add(text, endpoint, token));
  // The preview does not need a real token; one is only created once the change is confirmed.
  const planned = await plan(givenToken ?? words.newToken);
  return editSettings(toEdit(task, place, words.installed), planned, async () => {
    const token = givenToken ?? (await makeToken(task));
    if (token === null) return null;
    const final = await plan(token);
    return final.ok ? install(place, final.value) : final;
  });
}

/** Takes them out again. */
export async function removeTelemetrySettings(task: TelemetryTask): Promise<ProgramOutcome> {
  const place = toPlace(task);
  if (place === null) return refuse(task);
  const planned = await planSettingsUninstall(place);
  return editSettings(toEdit(task, place, words.uninstalled), planned, (change) => uninstall(place, change));
}

function toEdit({ cliHost, isConfirmed }: TelemetryTask, { file }: SettingsPlace, done: string): SettingsTask {
  return { cliHost, isConfirmed, file, words: { done, refusals: words.refusals } };
}

function toPlace({ source, options }: TelemetryTask): SettingsPlace | null {
  const settingsFile = source.telemetry?.settingsFile;
  if (settingsFile === undefined) return null;
  const record = path.join(resolveDataFolder(options.dataFolder, options.home), 'otel', `${source.id}.json`);
  const file = settingsFile.file(readHostEnvironment(options.home));
  return { file, record, schema: 'fuelgauge.otel-install.v1', remove: settingsFile.remove };
}

/** A token that can only send. */
async function makeToken({ cliHost, options, source }: TelemetryTask): Promise<string | null> {
  const file = toTokenFile(resolveDataFolder(options.dataFolder, options.home));
  const { stored, text } = createToken(`otel-${source.id}`, ['ingest'], cliHost.clock.nowMs());
  const added = await changeTokens(file, (tokens) => [...tokens, stored]);
  if (added.ok) return text;
  await toProgramIo(cliHost).complain(messages.server.tokens.unusable(file));
  return null;
}

async function refuse({ cliHost }: TelemetryTask): Promise<ProgramOutcome> {
  await toProgramIo(cliHost).complain(words.noFile);
  return 1;
}
