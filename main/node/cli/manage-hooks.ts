import path from 'node:path';
import type { Result } from '../../../shared/lib/result.ts';
import type { HookAgent } from '../../../shared/sources/hook-agent.ts';
import { readHostEnvironment } from '../host-environment.ts';
import type { ProgramOutcome } from '../server-programs.ts';
import type { CliHost } from './cli-host.ts';
import { toProgramIo } from './commands/program.ts';
import { confirmEdit } from './confirm-edit.ts';
import { messages } from './messages.ts';
import {
  install,
  planInstall,
  planUninstall,
  uninstall,
  type InstallRefusal,
  type SettingsPlace,
} from './settings-installer.ts';

const { statusline: texts, guard: words } = messages.cli;

/** What is asked for. */
export interface HookTask {
  readonly cliHost: CliHost;
  readonly agent: HookAgent;
  readonly home: string | null;
  readonly dataFolder: string;
  /** Change the file without asking. */
  readonly isConfirmed: boolean;
}

/** Enters our hook into the agent's own file, once the person has seen the change and said yes. */
export async function installHooks(task: HookTask, command: readonly string[]): Promise<ProgramOutcome> {
  const { settings } = task.agent;
  const place = toPlace(task);
  const planned = await planInstall(place, (text) => {
    const added = settings.add(text, command);
    return added === null ? 'not-understood' : { text: added };
  });
  if (!planned.ok) return refuse(task, planned.error);
  if (!(await confirmEdit(task, planned.value, place.file))) return 1;
  return finish(task, await install(place, planned.value), words.installed(settings.needsTrust));
}

/** Takes it out again: the same bytes as before if nobody has changed the file since. */
export async function uninstallHooks(task: HookTask): Promise<ProgramOutcome> {
  const place = toPlace(task);
  const planned = await planUninstall(place);
  if (!planned.ok) return refuse(task, planned.error);
  if (!(await confirmEdit(task, planned.value, place.file))) return 1;
  return finish(task, await uninstall(place, planned.value), words.uninstalled);
}

function toPlace({ agent, home, dataFolder }: HookTask): SettingsPlace {
  return {
    file: agent.settings.file(readHostEnvironment(home)),
    record: path.join(dataFolder, 'hook-installs', `${agent.source}.json`),
    schema: 'fuelgauge.hook-install.v1',
    remove: agent.settings.remove,
  };
}

async function finish(
  task: HookTask,
  result: Result<unknown, InstallRefusal>,
  sentence: string,
): Promise<ProgramOutcome> {
  if (!result.ok) return refuse(task, result.error);
  await toProgramIo(task.cliHost).print(sentence);
  return 0;
}

async function refuse({ cliHost }: HookTask, refusal: InstallRefusal): Promise<ProgramOutcome> {
  const isOwn = refusal === 'own-settings' || refusal === 'not-understood' || refusal === 'not-installed';
  await toProgramIo(cliHost).complain(isOwn ? words.refusals[refusal] : texts.refusal(refusal));
  return 1;
}
