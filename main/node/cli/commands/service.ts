import type { Command } from 'commander';
import type { ProgramOutcome } from '../../host/serving/server-programs.ts';
import { messages } from '../messages.ts';
import type { CliOptions } from '../options/cli-options.ts';
import {
  installAsService,
  showServiceStatus,
  uninstallAsService,
  type ServiceRequest,
} from '../service/run-service.ts';
import type { ProgramAction } from '../program.ts';
import { declareServeOptions, readServeOptions } from '../options/serve-options.ts';

const { help } = messages.cli;

/** `fuelgauge service install|status|uninstall`: the server in the background, by the system's own manager. */
export function addServiceCommand(
  program: Command,
  readOptions: (command: Command) => CliOptions,
  run: ProgramAction,
): void {
  const { summary, details } = help.commands.service;
  const service = program.command('service').summary(summary).description(help.description(summary, details));
  const declare = (
    name: 'install' | 'status' | 'uninstall',
    action: (request: ServiceRequest) => Promise<ProgramOutcome>,
  ): Command => {
    const command = service.command(name).summary(help.service[name]).description(help.service[name]);
    return command.action(() => {
      const options = readOptions(command);
      const isConfirmed = command.opts()['yes'] === true;
      const choice = readServeOptions(command);
      return run((cliHost) => action({ cliHost, options, choice, isConfirmed }));
    });
  };
  declareServeOptions(declare('install', installAsService)).option('-y, --yes', help.service.yes);
  declare('status', showServiceStatus);
  declare('uninstall', uninstallAsService).option('-y, --yes', help.service.yes);
}
