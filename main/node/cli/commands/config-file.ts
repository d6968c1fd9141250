import path from 'node:path';
import type { Command } from 'commander';
import type { SettingComplaint } from '../../../../shared/domain/problem.ts';
import { cleanText } from '../../../../shared/lib/clean-text.ts';
import { describeProblem } from '../../../../shared/messages/describe-problem.ts';
import { silentLogger } from '../../../../shared/ports/logger.ts';
import { hideSecrets } from '../../../../shared/settings/hide-secrets.ts';
import type { SettingName, Settings } from '../../../../shared/settings/schema.ts';
import { isShorterRetention } from '../../../../shared/settings/shorter-retention.ts';
import {
  maxSettingsFileLength,
  parseSettingsFile,
  writeSettingsFile,
  type SettingsFile,
} from '../../../../shared/settings/settings-file.ts';
import { createFileWriter } from '../../host/settings/file-writer.ts';
import { readSettings } from '../../host/settings/read-only-settings.ts';
import { readStoredSettings, settingsFileName } from '../../host/settings/read-stored.ts';
import { openSettingsStore } from '../../host/settings/settings-store.ts';
import { resolveDataFolder } from '../../system/resolve-data-folder.ts';
import type { ProgramIo, ProgramOutcome } from '../../host/serving/server-programs.ts';
import { readSmallFile } from '../../statusline/small-files.ts';
import { askConsent } from '../ask-consent.ts';
import type { CliHost } from '../cli-host.ts';
import { messages } from '../messages.ts';
import type { CliOptions } from '../options/cli-options.ts';
import { toSafeJson } from '../output/safe-json.ts';
import { toProgramIo, type ProgramAction } from '../program.ts';

const { cli, config: texts } = messages;
const words = texts.transfer;
const maxShownValue = 200;

/** `fuelgauge config export` and `config import`: settings as a file, as the settings page writes and reads it. */
export function addConfigFileCommands(
  config: Command,
  readOptions: (command: Command) => CliOptions,
  run: ProgramAction,
): void {
  const { help } = cli;
  const toFolder = (command: Command): string => {
    const { dataFolder, home } = readOptions(command);
    return resolveDataFolder(dataFolder, home);
  };
  const toExport = config.command('export').summary(help.config.export).description(help.config.exportDetails);
  toExport.action(() => {
    const dataFolder = toFolder(toExport);
    return run((cliHost) => exportSettings(dataFolder, toProgramIo(cliHost)));
  });
  const toImport = config
    .command('import')
    .summary(help.config.import)
    .description(help.config.importDetails)
    .argument('<file>', help.config.file)
    .option('-y, --yes', help.config.yes);
  toImport.action((file: string) => {
    const dataFolder = toFolder(toImport);
    const isConfirmed = toImport.opts()['yes'] === true;
    return run((cliHost) => importSettings({ cliHost, dataFolder, file, isConfirmed }));
  });
}

async function exportSettings(dataFolder: string, io: ProgramIo): Promise<ProgramOutcome> {
  const refusal = await findBrokenFile(dataFolder);
  if (refusal !== null) return refuse(io, refusal);
  const settings = await readSettings(dataFolder, {});
  for (const problem of settings.problems()) await io.complain(describeProblem(problem, messages, Date.now()));
  // A program reads it, but a terminal may show it first.
  await io.print(toSafeJson(JSON.parse(writeSettingsFile(settings.get())), 2));
  return 0;
}

/** Shows what a file would change, and changes it once the person has said yes. */
async function importSettings(request: {
  readonly cliHost: CliHost;
  readonly dataFolder: string;
  readonly file: string;
  readonly isConfirmed: boolean;
}): Promise<ProgramOutcome> {
  const { cliHost, dataFolder, file, isConfirmed } = request;
  const io = toProgramIo(cliHost);
  const refusal = await findBrokenFile(dataFolder);
  if (refusal !== null) return refuse(io, refusal);
  // Characters of other scripts take up to four bytes.
  const text = readSmallFile(path.resolve(file), 4 * maxSettingsFileLength);
  if (text === null) return refuse(io, words.unreadable(file));
  const current = (await readSettings(dataFolder, {})).get();
  const found = parseSettingsFile(text, current);
  if (found === null) return refuse(io, words.notSettings(file));
  for (const complaint of found.complaints) await io.complain(describe(complaint));
  for (const name of found.unknown) await io.complain(words.unknown(name));
  const outcome: ProgramOutcome = found.complaints.length === 0 ? 0 : 1;
  const changes = toChanges(found, current);
  await io.print(changes.length === 0 ? words.noChange : words.wouldChange);
  for (const line of changes) await io.print(line);
  if (changes.length === 0) return outcome;
  const { detailRetention } = found.patch;
  if (detailRetention !== undefined && isShorterRetention(detailRetention, current.detailRetention))
    await io.complain(words.losesDetail);
  if (!isConfirmed && !(await isAgreed(cliHost))) return 1;
  return (await isStored(dataFolder, found.patch)) ? print(io, outcome) : refuse(io, words.notWritten);
}

async function print(io: ProgramIo, outcome: ProgramOutcome): Promise<ProgramOutcome> {
  await io.print(words.imported);
  return outcome;
}

/** When settings cannot be read, the defaults in their place must be neither exported nor compared. */
async function findBrokenFile(dataFolder: string): Promise<string | null> {
  const file = path.join(dataFolder, settingsFileName);
  const { kind } = await readStoredSettings(file);
  return kind === 'invalid' || kind === 'unreadable' ? words.broken(file) : null;
}

async function isAgreed(cliHost: CliHost): Promise<boolean> {
  const refusal = await askConsent(cliHost.ask, words.confirm, words);
  if (refusal !== null) await toProgramIo(cliHost).complain(refusal);
  return refusal === null;
}

async function isStored(dataFolder: string, patch: SettingsFile['patch']): Promise<boolean> {
  const store = await openSettingsStore({
    dataFolder,
    nowMs: Date.now,
    logger: silentLogger,
    createWriter: createFileWriter,
  });
  return (await store.update(patch)).ok;
}

function describe({ setting, place, expected, received }: SettingComplaint): string {
  const name = place === null ? setting : `${setting}.${place}`;
  return words.complaint(name, String(hideSecrets(name, received)), expected);
}

function toChanges({ patch }: SettingsFile, current: Settings): readonly string[] {
  return (Object.keys(patch) as SettingName[]).map((name) =>
    words.becomes(name, toShown(name, current[name]), toShown(name, patch[name])),
  );
}

/** A value in one line; secrets in it are hidden. */
function toShown(name: SettingName, value: unknown): string {
  const text = cleanText(JSON.stringify(hideSecrets(name, value)));
  return text.length <= maxShownValue ? text : `${text.slice(0, maxShownValue)}…`;
}

async function refuse(io: ProgramIo, sentence: string): Promise<ProgramOutcome> {
  await io.complain(sentence);
  return 1;
}
