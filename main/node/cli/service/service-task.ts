import { sources } from '../../../../shared/sources/registry.ts';
import { readHostEnvironment } from '../../system/host-environment.ts';
import { listRootVariables } from '../../system/profile-variables.ts';
import { resolveDataFolder } from '../../system/resolve-data-folder.ts';
import { defineService } from '../../service/define-service.ts';
import { toOwnCommand } from '../../service/own-command.ts';
import { runCommand } from '../../service/run-command.ts';
import { findNode } from '../../statusline/find-program.ts';
import { toServiceRecordFile } from '../../service/service-record.ts';
import type { ServiceParts } from '../../service/manage-service.ts';
import type { CliOptions } from '../options/cli-options.ts';
import { messages } from '../messages.ts';

/** What the service serves; null when not given. */
export interface ServiceChoice {
  readonly host: string | null;
  readonly port: number | null;
}

/** The options that define a service. */
export type ServiceOptions = Pick<CliOptions, 'home' | 'dataFolder' | 'timeZone' | 'format'>;

/** A service, and which of our variables it will not get. */
export interface PlannedService extends ServiceParts {
  readonly notPassedOn: readonly string[];
}

/** Except the data folder, which the service gets as an option. */
const ownVariables = /^(FUELGAUGE_(?!DATA$)|OTEL_)|^PLAN$/;

/**
 * Puts the service together, as this process was started. It gets the data folder by its name, since variables decide where
 * that is, and the variables that move agents' logs, which a service manager does not know.
 */
export async function toService(
  { home, dataFolder, timeZone }: ServiceOptions,
  { host, port }: ServiceChoice,
  variables: Readonly<Record<string, string | undefined>>,
): Promise<PlannedService> {
  // The unit is the logged-in person's, whatever home the logs are read from.
  const environment = readHostEnvironment(null);
  const folder = resolveDataFolder(dataFolder, home);
  const moved = listRootVariables(sources, environment).filter((name) => (variables[name] ?? '') !== '');
  const args = [
    ...['serve', '--data', folder],
    ...(home === null ? [] : ['--home', home]),
    ...(host === null ? [] : ['--host', host]),
    ...(port === null ? [] : ['--port', String(port)]),
    ...(timeZone === null ? [] : ['--timezone', timeZone]),
  ];
  const isElectron = process.versions['electron'] !== undefined;
  const execPath = (isElectron ? null : await findNode()) ?? process.execPath;
  const own = { execPath, script: process.argv[1], platform: process.platform, variables, isElectron };
  const command = toOwnCommand(own, args);
  const task = {
    ...{ command, dataFolder: folder, description: messages.cli.service.description },
    variables: Object.fromEntries(moved.map((name) => [name, variables[name]!])),
  };
  const isOwn = (name: string): boolean => ownVariables.test(name) && !moved.includes(name);
  return {
    service: defineService(task, environment, process.getuid?.() ?? 0),
    recordFile: toServiceRecordFile(folder),
    run: runCommand,
    notPassedOn: Object.keys(variables)
      .filter((name) => isOwn(name) && (variables[name] ?? '') !== '')
      .toSorted(),
  };
}
