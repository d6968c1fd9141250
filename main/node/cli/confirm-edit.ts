import { cleanText } from '../../../shared/lib/clean-text.ts';
import { toLineChanges } from '../../../shared/lib/line-changes.ts';
import type { CliHost } from './cli-host.ts';
import { toProgramIo } from './commands/program.ts';
import { messages } from './messages.ts';
import type { SettingsEdit } from './settings-installer.ts';

const { statusline: texts } = messages.cli;

/** Shows exactly what will change in an agent's file, and asks, unless the person has confirmed it already. */
export async function confirmEdit(
  { cliHost, isConfirmed }: { readonly cliHost: CliHost; readonly isConfirmed: boolean },
  { settings, after }: SettingsEdit,
  file: string,
): Promise<boolean> {
  const io = toProgramIo(cliHost);
  const changes = toLineChanges(settings.text, after);
  await io.print(changes.length === 0 ? texts.nothing : texts.change(cleanText(file)));
  for (const { sign, line } of changes) await io.print(`${sign} ${cleanText(line)}`);
  if (isConfirmed) return true;
  const said = await cliHost.ask(texts.confirm);
  if (said !== null && /^\s*y(es)?\s*$/i.test(said)) return true;
  await io.complain(said === null ? texts.needsYes : texts.declined);
  return false;
}
