import { cleanText } from '../../../shared/lib/clean-text.ts';
import { toLineChanges } from '../../../shared/lib/line-changes.ts';
import type { Result } from '../../../shared/lib/result.ts';
import type { ProgramOutcome } from '../host/serving/server-programs.ts';
import { askConsent } from './ask-consent.ts';
import type { CliHost } from './cli-host.ts';
import { toProgramIo } from './program.ts';
import { messages } from './messages.ts';
import type { InstallRefusal, SettingsEdit } from './settings-installer.ts';

const { statusline: texts } = messages.cli;
const ownRefusals = ['own-settings', 'not-understood', 'not-installed'] as const;
type OwnRefusal = (typeof ownRefusals)[number];

/** A change of an agent's own file. */
export interface SettingsTask {
  readonly cliHost: CliHost;
  /** Change the file without asking. */
  readonly isConfirmed: boolean;
  readonly file: string;
  readonly words: { readonly done: string; readonly refusals: Readonly<Record<OwnRefusal, string>> };
}

/**
 * Shows exactly what will change in an agent's file, asks unless the person has confirmed it already, writes, and
 * reports the result. `write` returns null when it has already reported why not.
 */
export async function editSettings(
  task: SettingsTask,
  planned: Result<SettingsEdit, InstallRefusal>,
  write: (edit: SettingsEdit) => Promise<Result<unknown, InstallRefusal> | null>,
): Promise<ProgramOutcome> {
  const { cliHost, words } = task;
  if (planned.ok && !(await confirm(task, planned.value))) return 1;
  const result = planned.ok ? await write(planned.value) : planned;
  if (result === null) return 1;
  if (!result.ok) await toProgramIo(cliHost).complain(describeRefusal(result.error, words));
  else await toProgramIo(cliHost).print(words.done);
  return result.ok ? 0 : 1;
}

async function confirm(
  { cliHost, isConfirmed, file }: SettingsTask,
  { settings, after }: SettingsEdit,
): Promise<boolean> {
  const io = toProgramIo(cliHost);
  const changes = toLineChanges(settings.text, after);
  await io.print(changes.length === 0 ? texts.nothing : texts.change(cleanText(file)));
  for (const { sign, line } of changes) await io.print(`${sign} ${cleanText(line)}`);
  if (isConfirmed) return true;
  const refusal = await askConsent(cliHost.ask, texts.confirm, texts);
  if (refusal !== null) await io.complain(refusal);
  return refusal === null;
}

function describeRefusal(refusal: InstallRefusal, { refusals }: SettingsTask['words']): string {
  return isOwn(refusal) ? refusals[refusal] : texts.refusal(refusal);
}

/** Whether the feature that edits has its own words for it. */
function isOwn(refusal: InstallRefusal): refusal is OwnRefusal {
  return ownRefusals.some((each) => each === refusal);
}
