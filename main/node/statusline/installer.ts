import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type {
  StatuslineChange,
  StatuslineChoice,
  StatuslineDrawing,
  StatuslineRefusal,
  StatuslineReport,
} from '../../../shared/domain/statusline-install.ts';
import { hashText } from '../../../shared/lib/hash-text.ts';
import { findMemberText, parseJsonc } from '../../../shared/lib/jsonc.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import type { HostEnvironment } from '../../../shared/sources/source.ts';
import { findUnknownWidget } from './find-unknown-widget.ts';
import { previewLines } from './preview-line.ts';
import type { StatuslineAgent } from '../../../shared/sources/statusline-agent.ts';
import {
  findInstallation,
  planStatuslineInstall,
  planStatuslineUninstall,
  type InstallPlan,
} from '../../../shared/statusline/plan-install.ts';
import { widgetNames } from '../../../shared/statusline/widgets/all-widgets.ts';
import { replaceFile } from '../system/replace-file.ts';
import { installationSchema, readInstallation, type Installation } from './installation.ts';
import { readSettingsText, writeSettingsText, type SettingsText } from './settings-file.ts';
import { parseStatuslineOptions } from './statusline-options.ts';
import { findCopy, toChoiceArguments, toStatuslineCommand, type StatuslineProgram } from './statusline-command.ts';
import { toStatuslineFolder } from './statusline-folder.ts';

/** An installer's dependencies. */
export interface InstallerOptions {
  readonly agent: StatuslineAgent;
  readonly environment: HostEnvironment;
  readonly dataFolder: string;
  /** The data folder, if it is not the one that the command finds on its own. */
  readonly otherDataFolder: string | null;
  /** The current folder, whose settings may take precedence; null in an app. */
  readonly workingFolder: string | null;
  /** The built program; null when there is none. It is copied, since packages move and vanish. */
  readonly programFile: string | null;
  /** Finds the command that starts a copy of it; null when there is none. */
  readonly findProgram: (copy: string) => Promise<StatuslineProgram | null>;
  readonly nowMs: () => number;
}

/** Adds the status line to an agent's settings, and removes it again. Nothing rejects. */
export interface StatuslineInstaller {
  report(): Promise<StatuslineReport>;
  /** What `install` would change. */
  preview(choice: StatuslineChoice): Promise<Result<StatuslineChange, StatuslineRefusal>>;
  /** What it would look like, without colours and commands of the person. */
  draw(choice: StatuslineChoice): StatuslineDrawing;
  install(choice: StatuslineChoice): Promise<Result<StatuslineReport, StatuslineRefusal>>;
  uninstall(): Promise<Result<StatuslineReport, StatuslineRefusal>>;
  /** Brings the copy of the program up to date with this version. Never rejects. */
  refreshProgram(): Promise<void>;
}

/** Everything that an installation will do. */
interface Prepared {
  readonly settings: SettingsText;
  readonly plan: InstallPlan;
  readonly command: string;
  /** The record of this installation. */
  readonly known: Installation | null;
  /** What it continues: that record, or the one of the installation that it replaces. */
  readonly base: Installation | null;
}

const keptBackups = 5;

/** Where the parts of an installation are. */
interface Place extends InstallerOptions {
  readonly settingsFile: string;
  readonly id: string;
  readonly folder: string;
  /** What it remembers. */
  readonly record: string;
  /** Its copy of the program. */
  readonly copy: string;
}

/** As wide as most terminals. */
const drawnWidth = 100;

function draw({ dataFolder, environment, nowMs }: Place, choice: StatuslineChoice): StatuslineDrawing {
  const place = { dataFolder, workingFolder: environment.home, hasColor: false, width: drawnWidth, nowMs: nowMs() };
  const { template } = parseStatuslineOptions(toChoiceArguments(choice), {});
  const unknownWidget = findUnknownWidget(template);
  return { template, lines: previewLines(choice, place), unknownWidget, widgets: widgetNames };
}

/** Builds an installer; it reads nothing yet. */
export function createStatuslineInstaller(options: InstallerOptions): StatuslineInstaller {
  const settingsFile = options.agent.settingsFile(options.environment);
  const { folder, installation } = toStatuslineFolder(options.dataFolder);
  const id = hashText(`${settingsFile}\n${options.dataFolder}`);
  const copy = path.join(folder, 'statusline.cjs');
  const place: Place = { ...options, settingsFile, id, folder, record: installation(id), copy };
  return {
    report: () => describe(place),
    draw: (choice) => draw(place, choice),
    async preview(choice) {
      const prepared = await prepare(place, choice);
      if (!prepared.ok) return prepared;
      const { settings, plan, command } = prepared.value;
      const { previousCommand, after } = plan;
      return ok({ settingsFile, command, previousCommand, before: settings.text, after });
    },
    install: (choice) => install(place, choice),
    uninstall: () => uninstall(place),
    refreshProgram: () => refreshProgram(place),
  };
}

async function prepare(place: Place, choice: StatuslineChoice): Promise<Result<Prepared, StatuslineRefusal>> {
  const { agent, id, copy, environment } = place;
  const settings = await readSettingsText(place.settingsFile);
  if (!settings.ok) return settings;
  const program = place.programFile === null ? null : await place.findProgram(copy);
  if (program === null) return fail('no-program');
  const to = { id, dataFolder: place.otherDataFolder, platform: environment.platform };
  const command = toStatuslineCommand(program, choice, to);
  const known = readInstallation(place.record);
  const owner = findOwner(settings.value, agent);
  if (owner !== null && owner !== id && choice.replace !== true) return fail('elsewhere');
  const remembered = owner === id ? known : owner === null ? null : findTakenOver(settings.value, owner, place);
  const plan = planStatuslineInstall(settings.value.text, agent, {
    command,
    withTasks: choice.tasks === true,
    remembered,
  });
  if (!plan.ok) return plan;
  return ok({ settings: settings.value, plan: plan.value, command, known, base: remembered ?? known });
}

async function install(place: Place, choice: StatuslineChoice): Promise<Result<StatuslineReport, StatuslineRefusal>> {
  const prepared = await prepare(place, choice);
  if (!prepared.ok) return prepared;
  const { settings, plan, command, known } = prepared.value;
  const { id, settingsFile, record, nowMs } = place;
  const own = { id, settingsFile, installedAtMs: nowMs(), command };
  try {
    await mkdir(place.folder, { recursive: true, mode: 0o700 });
    if (place.programFile !== null) await copyFile(place.programFile, place.copy);
    if (settings.text !== null) await keepBackup(path.join(place.folder, 'backups'), settings.text, nowMs());
    // Before the settings: the command must find what to run first.
    await replaceFile(record, JSON.stringify(toInstallation(own, prepared.value, place.agent)));
  } catch {
    return fail('not-written');
  }
  const written = await writeSettingsText(settings, plan.after);
  if (written.ok) return ok(await describe(place));
  const restored = known === null ? rm(record, { force: true }) : replaceFile(record, JSON.stringify(known));
  await restored.catch(() => undefined);
  return written;
}

async function refreshProgram({ programFile, copy }: Place): Promise<void> {
  if (programFile === null) return;
  const [own, copied] = await Promise.all(
    [readFile(programFile), readFile(copy)].map((text) => text.catch(() => null)),
  );
  if (own === null || own === undefined || (copied !== null && copied?.equals(own) === true)) return;
  // Not in place: a line may be drawn at this moment.
  await replaceFile(copy, own.toString('utf8')).catch(() => undefined);
}

async function uninstall(place: Place): Promise<Result<StatuslineReport, StatuslineRefusal>> {
  const known = readInstallation(place.record);
  if (known === null) return fail('not-installed');
  const settings = await readSettingsText(place.settingsFile);
  if (!settings.ok) return settings;
  const restored = toRestored(settings.value, place.agent, known);
  if (!restored.ok) return restored;
  if (restored.value !== settings.value.text) {
    const written = await writeSettingsText(settings.value, restored.value);
    if (!written.ok) return written;
  }
  await rm(place.record, { force: true }).catch(() => undefined);
  return ok(await describe(place));
}

/** The settings as they were: the same bytes if nobody else has changed them, else with our members put back. */
function toRestored(
  { text }: SettingsText,
  agent: StatuslineAgent,
  { id, before, after, previousValues }: Installation,
): Result<string | null, StatuslineRefusal> {
  if (text === null || text === after) return ok(text === null ? null : before);
  return planStatuslineUninstall(text, agent, { previousValues, id });
}

function toInstallation(
  own: Pick<Installation, 'id' | 'settingsFile' | 'installedAtMs' | 'command'>,
  { settings: { text }, plan, base }: Prepared,
  agent: StatuslineAgent,
): Installation {
  // Undoing a second installation over the first restores what was before both.
  const withoutOurs = text === null ? null : planStatuslineUninstall(text, agent, { ...plan, id: null });
  const before = base !== null && base.after === text ? base.before : withoutOurs?.ok ? withoutOurs.value : text;
  return {
    schema: installationSchema,
    ...own,
    previousCommand: plan.previousCommand,
    previousValues: plan.previousValues,
    before,
    after: plan.after,
    hasTasks: Object.keys(plan.previousValues).length > 1,
  };
}

/** The installation whose command the settings have; null when it is not one of ours. */
function findOwner(settings: SettingsText, agent: StatuslineAgent): string | null {
  return findInstallation(findCommand(settings, agent));
}

function findCommand({ text }: SettingsText, agent: StatuslineAgent): string | null {
  const value = text === null ? null : findMemberText(text, agent.settingsKey);
  return value === null ? null : agent.findCommand(parseJsonc(value));
}

/**
 * What another installation remembers of the person's own line, which must not be lost with it. Its record lies beside its
 * copy of the program, or in this data folder when that one was moved here.
 */
function findTakenOver(settings: SettingsText, owner: string, { agent, ...place }: Place): Installation | null {
  const copy = findCopy(findCommand(settings, agent) ?? '');
  const folders = [...(copy === null ? [] : [path.dirname(path.dirname(copy))]), place.dataFolder];
  const records = folders.map((folder) => readInstallation(toStatuslineFolder(folder).installation(owner)));
  return records.find((record) => record?.id === owner && record.settingsFile === place.settingsFile) ?? null;
}

/** Whose the command in the settings is, by what we remember. */
function toState(command: string | null, known: Installation | null): StatuslineReport['state'] {
  const owner = findInstallation(command);
  if (owner !== null) return owner === known?.id ? 'installed' : 'elsewhere';
  if (known === null) return 'absent';
  return command === null ? 'removed' : 'replaced';
}

async function describe({ agent, environment, workingFolder, settingsFile, record }: Place): Promise<StatuslineReport> {
  const known = readInstallation(record);
  const settings = await readSettingsText(settingsFile);
  const text = settings.ok ? (settings.value.text ?? '{}') : null;
  const whole = text === null ? undefined : parseJsonc(text.trim() === '' ? '{}' : text);
  const members = typeof whole === 'object' && whole !== null ? (whole as Readonly<Record<string, unknown>>) : null;
  const command = members === null ? null : agent.findCommand(members[agent.settingsKey]);
  const state = members === null ? 'unreadable' : toState(command, known);
  return {
    agent: agent.label,
    state,
    settingsFile,
    command,
    previousCommand: state === 'installed' ? (known?.previousCommand ?? null) : null,
    strongerFile:
      workingFolder === null ? null : await findStronger(agent, workingFolder, environment.platform, settingsFile),
    isHidden: members?.[agent.disablingKey] === true,
    installedAtMs: state === 'installed' ? (known?.installedAtMs ?? null) : null,
  };
}

async function findStronger(
  agent: StatuslineAgent,
  folder: string,
  platform: HostEnvironment['platform'],
  own: string,
): Promise<string | null> {
  for (const file of agent.strongerFiles(folder, platform)) {
    const text = file === own ? null : await readFile(file, 'utf8').catch(() => null);
    if (text !== null && findMemberText(text, agent.settingsKey) !== null) return file;
  }
  return null;
}

/** Keeps a copy of the settings beside the captures, the newest few. */
async function keepBackup(folder: string, text: string, atMs: number): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(path.join(folder, `${atMs}.json`), text, { mode: 0o600 });
  const names = (await readdir(folder)).filter((name) => /^\d+\.json$/.test(name)).sort();
  for (const name of names.slice(0, -keptBackups)) await rm(path.join(folder, name), { force: true });
}
