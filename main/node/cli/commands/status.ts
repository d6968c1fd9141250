import { Option, type Command } from 'commander';
import { toStatuslineFacts } from '../../../../shared/snapshot/statusline-facts.ts';
import { formatStatus, readStatus, type StatusSource } from '../../statusline/run-status.ts';
import { statusFormats, type StatusFormat, type StatusOptions } from '../../statusline/status-options.ts';
import { messages } from '../messages.ts';
import type { CliOptions } from '../options/cli-options.ts';
import { parseTemplateOption } from '../options/parse-template.ts';
import { parseChoiceOption } from '../options/parse-values.ts';
import type { CliCommand } from '../command.ts';
import type { ProgramAction } from '../program.ts';

const { help } = messages.cli;

/** What was chosen on the command line. */
interface Chosen {
  readonly format: StatusFormat;
  readonly template?: string;
  readonly compact?: boolean;
  readonly read?: boolean;
}

/**
 * `fuelgauge status`. Answers from a file usually never get here: see `main/cli.ts`. With `--read` the logs are read, and
 * the same line is drawn from them.
 */
export function addStatusCommand(
  program: Command,
  readOptions: (command: Command) => CliOptions,
  answer: (command: CliCommand, options: CliOptions) => Promise<void>,
  run: ProgramAction,
): void {
  const { summary, details } = help.commands.status;
  const command = program
    .command('status')
    .summary(summary)
    .description(help.description(summary, details))
    .option('--compact', help.status.compact)
    .addOption(new Option('--template <text>', help.status.template).argParser(parseTemplateOption))
    .addOption(
      new Option('--format <format>', help.status.format)
        .choices(statusFormats)
        .argParser(parseChoiceOption(statusFormats))
        .default('text'),
    )
    .option('--read', help.status.read);
  command.action((chosen: Chosen) => {
    const options = readOptions(command);
    const status: StatusOptions = {
      format: options.format === 'json' ? 'json' : chosen.format,
      template: chosen.template ?? null,
      isCompact: chosen.compact === true,
      dataFolder: options.dataFolder,
    };
    if (chosen.read === true) return answer(createStatusCommand(status), options);
    return run(async ({ stdout, clock }) => {
      const source = { ...readStatus(options.dataFolder), hasColor: false, nowMs: clock.nowMs() };
      await stdout.write(`${formatStatus(status, source)}\n`);
      return 0;
    });
  });
}

/** The line, or with `--json` its facts, from the logs themselves. */
function createStatusCommand(status: StatusOptions): CliCommand {
  return {
    name: 'status',
    needsLogs: true,
    schemas: [1],
    options: [],
    async ask(client, { nowMs }) {
      const [snapshot, settings] = await Promise.all([client.call('snapshot'), client.call('settings')]);
      const facts = toStatuslineFacts(snapshot, settings.thresholdsPercent, nowMs);
      const source: StatusSource = { facts, isKept: true, hasHost: true, hasColor: false, nowMs };
      return {
        json: () => JSON.parse(formatStatus({ ...status, format: 'json' }, source)) as object,
        text: (page) => [formatStatus(status, { ...source, hasColor: page.hasColor })],
      };
    },
  };
}
