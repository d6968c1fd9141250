import path from 'node:path';
import type { HookAgent } from '../../../shared/sources/hook-agent.ts';
import { readHostEnvironment } from '../system/host-environment.ts';
import type { ProgramOutcome } from '../host/serving/server-programs.ts';
import type { CliHost } from './cli-host.ts';
import { editSettings } from './edit-settings.ts';
import { messages } from './messages.ts';
import {
  install,
  planSettingsInstall,
  planSettingsUninstall,
  uninstall,
  type SettingsPlace,
} from './settings-installer.ts';

const { guard: words } = messages.cli;

/** The request. */
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
  const planned = await planSettingsInstall(place, (text) => {
    const added = settings.add(text, command);
    return added === null ? 'not-understood' : { text: added };
  });
  return edit(task, place, planned, words.installed(settings.needsTrust), install);
}

/** Removes it: the file is byte for byte as before, unless it has been changed since. */
export async function uninstallHooks(task: HookTask): Promise<ProgramOutcome> {
  const place = toPlace(task);
  return edit(task, place, await planSettingsUninstall(place), words.uninstalled, uninstall);
}

function edit(
  { cliHost, isConfirmed }: HookTask,
  place: SettingsPlace,
  planned: Awaited<ReturnType<typeof planSettingsInstall>>,
  done: string,
  write: typeof install | typeof uninstall,
): Promise<ProgramOutcome> {
  const task = { cliHost, isConfirmed, file: place.file, words: { done, refusals: words.refusals } };
  return editSettings(task, planned, (change) => write(place, change));
}

function toPlace({ agent, home, dataFolder }: HookTask): SettingsPlace {
  return {
    file: agent.settings.file(readHostEnvironment(home)),
    record: path.join(dataFolder, 'hook-installs', `${agent.source}.json`),
    schema: 'fuelgauge.hook-install.v1',
    remove: agent.settings.remove,
  };
}
