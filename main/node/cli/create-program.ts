import { Command } from 'commander';
import packageFile from '../../../package.json' with { type: 'json' };
import { cleanText } from '../../../shared/lib/clean-text.ts';
import { fail } from '../../../shared/lib/result.ts';
import { declareCcusage } from './ccusage/declare-ccusage.ts';
import type { CliHost, CliStream } from './cli-host.ts';
import { toCliOptions, type CliOptions } from './options/cli-options.ts';
import { applyDefaults } from './options/defaults-file.ts';
import { declareCommonOptions, declareOptions } from './options/declare-options.ts';
import { helpFormat } from './options/help-format.ts';
import { describeUsageFailure } from './options/usage-failure.ts';
import { declareAlerts } from './commands/alerts.ts';
import { oneShotCommands } from './commands/all-commands.ts';
import { declareBundle, readBundle } from './commands/bundle.ts';
import { createCallCommand, listQueries } from './commands/call.ts';
import { declareForget, readForget } from './commands/forget-activity.ts';
import { declareImport } from './commands/import.ts';
import { addBudgetCommand } from './commands/budget.ts';
import { addCheckCommand } from './commands/check.ts';
import type { CliCommand } from './command.ts';
import { addConfigCommand } from './commands/config.ts';
import { doctorCommand } from './commands/doctor.ts';
import { createExplainCommand, explainable } from './commands/explain.ts';
import { addOpenCommand } from './commands/open.ts';
import type { ProgramAction } from './program.ts';
import { addCompletionCommand } from './commands/completion.ts';
import { addEncryptionCommand } from './commands/encryption.ts';
import { addGuardCommand } from './commands/guard.ts';
import { addStatusCommand } from './commands/status.ts';
import { addStatuslineCommand } from './commands/statusline.ts';
import { addMcpCommand } from './commands/mcp.ts';
import { addOtelCommand } from './commands/otel.ts';
import { addProxyCommand } from './commands/proxy.ts';
import { addRunCommand, type ReadRows } from './commands/run.ts';
import { addServeCommand } from './commands/serve.ts';
import { addServiceCommand } from './commands/service.ts';
import { addTokenCommand } from './commands/token.ts';
import { createProcessAction, processActions } from './commands/process-actions.ts';
import { processesCommand } from './commands/processes.ts';
import { reconcileCommand } from './commands/reconcile.ts';
import { declareExport, readExport } from './commands/reconcile-export.ts';
import { parsePid } from './options/parse-values.ts';
import { messages } from './messages.ts';
import { declarePrices } from './prices/declare-prices.ts';
import { defaultPageWidth, wrapText } from './output/page.ts';
import { declareMonitor } from './monitor/declare-monitor.ts';
import { declareWatch } from './watch/declare-watch.ts';
import type { WatchChoices } from './watch/watch-choices.ts';

const { failures, help } = messages.cli;
/** Commander's code for showing help in place of a missing command. */
const helpCode = 'commander.help';

/** What to do with a valid command, and with Commander's own texts. */
export interface CliActions {
  answer(command: CliCommand, options: CliOptions): Promise<void>;
  watch(options: CliOptions, choices: WatchChoices): Promise<void>;
  top(options: CliOptions): Promise<void>;
  readonly run: ProgramAction;
  /** Runs an action that queries before and after; its result is the exit code. */
  runBetween(program: (cliHost: CliHost, readRows: ReadRows) => Promise<number>): Promise<void>;
  /** The arguments that are parsed. */
  readonly args: readonly string[];
  /** Receives help texts and complaints about wrong usage. */
  write(stream: CliStream, text: string): void;
}

/**
 * Creates the commands with their options and help texts. Parsing throws a CommanderError after wrong usage, and also
 * after help and version (with exit code 0), when `actions.write` has received the text.
 */
export function createProgram(host: CliHost, actions: CliActions): Command {
  const program: Command = new Command('fuelgauge')
    .description(help.about)
    .version(packageFile.version, '-V, --version', help.version)
    .helpOption('-h, --help', help.help)
    .helpCommand('help [command]', help.help)
    .configureHelp(helpFormat)
    .configureOutput({
      writeOut: (text) => actions.write(host.stdout, text),
      writeErr: (text) => actions.write(host.stderr, text),
      // The error repeats these sentences, with a code.
      outputError: () => undefined,
      getOutHelpWidth: () => host.stdout.columns ?? defaultPageWidth,
      getErrHelpWidth: () => host.stderr.columns ?? defaultPageWidth,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .addHelpText('after', () => wrapLines(help.after, host.stdout.columns ?? defaultPageWidth));
  reportWrongUsage(program, host, actions);
  declareCommonOptions(program);
  program.hook('preAction', async (_, command) => {
    if (program.opts()['defaults'] === false) return;
    applyDefaults(command, program, await host.readDefaults(actions.args));
  });
  const dataFolder = host.variables['FUELGAUGE_DATA'] ?? '';
  if (dataFolder !== '') program.setOptionValueWithSource('data', dataFolder, 'env');
  for (const definition of oneShotCommands) {
    const { summary, details } = help.commands[definition.name];
    const command = program.command(definition.name).summary(summary).description(help.description(summary, details));
    declareOptions(command, definition.options);
    if (definition === processesCommand) addProcessActions(command, host, actions);
    if (definition === doctorCommand) declareBundle(command);
    if (definition === reconcileCommand) declareExport(command);
    if (definition.name === 'apps' || definition.name === 'sites') declareForget(command);
    command.action(() => answerOnce(command, definition, host, actions));
  }
  addCallCommand(program, actions);
  addCheckCommand(program, readOptions, actions.answer);
  addBudgetCommand(program, readOptions, actions.answer);
  addExplainCommand(program, actions);
  declarePrices(program, readOptions, actions.answer, actions.run);
  declareAlerts(program, (command, definition) => actions.answer(definition, readOptions(command)));
  declareImport(program, (command, definition) => actions.answer(definition, readOptions(command)));
  declareCcusage(program, (command, options) => actions.answer(command, options));
  declareWatch(program, readOptions, actions.watch);
  declareMonitor(program, actions.watch, actions.answer);
  addTopCommand(program, actions);
  addRunCommand(program, readOptions, actions.runBetween);
  addStatusCommand(program, readOptions, actions.answer, actions.run);
  addStatuslineCommand(program, readOptions, actions.run);
  addGuardCommand(program, readOptions, actions.run);
  addServerCommands(program, actions.run);
  addCompletionCommand(program, actions.run);
  // A command with subcommands lists its own when one of them is unknown.
  for (const command of program.commands) if (command.commands.length > 0) reportWrongUsage(command, host, actions);
  return program;
}

/** Prints what is wrong when `command` or one of its subcommands is used incorrectly, and throws. Subcommands added later inherit this. */
function reportWrongUsage(command: Command, host: CliHost, actions: CliActions): void {
  command.exitOverride((error) => {
    if (error.exitCode !== 0 && error.code !== helpCode) {
      actions.write(host.stderr, failures.line(cleanText(describeUsageFailure(error, listCommands(command)))));
    }
    throw error;
  });
}

/** Runs a command that asks once. */
function answerOnce(command: Command, definition: CliCommand, host: CliHost, actions: CliActions): Promise<void> {
  const options = readOptions(command);
  const bundle = definition === doctorCommand ? readBundle(command, host) : null;
  if (bundle !== null) return actions.answer(bundle, options);
  const { name } = definition;
  const forgetting = name === 'apps' || name === 'sites' ? readForget(command, name, host.ask) : null;
  if (forgetting !== null) return actions.answer(forgetting, options);
  const compared = definition === reconcileCommand ? readExport(command, options) : null;
  if (compared !== null) return actions.answer(compared.command, compared.options);
  const isKnown = options.format !== 'json' || (definition.schemas?.includes(options.schema) ?? true);
  return isKnown
    ? actions.answer(definition, options)
    : command.error(help.wrongUsage.noSchema(definition.name, options.schema));
}

/** The server's commands. */
function addServerCommands(program: Command, run: ProgramAction): void {
  addServeCommand(program, readOptions, run);
  addConfigCommand(program, readOptions, run);
  addServiceCommand(program, readOptions, run);
  addTokenCommand(program, readOptions, run);
  addMcpCommand(program, readOptions, run);
  addOtelCommand(program, readOptions, run);
  addProxyCommand(program, readOptions, run);
  addEncryptionCommand(program, readOptions, run);
}

/** Sentences are wrapped; examples, which are indented, stay as they are. */
function wrapLines(text: string, width: number): string {
  const lines = text.split('\n');
  return lines.map((line) => (line.startsWith(' ') ? line : wrapText({ width }, line))).join('\n');
}

function listCommands(program: Command): readonly string[] {
  return program.commands.map((command) => command.name());
}

/** `fuelgauge processes end|pause|resume`. */
function addProcessActions(parent: Command, host: CliHost, actions: CliActions): void {
  for (const name of processActions) {
    const command = parent
      .command(name)
      .argument('<pid...>', help.arguments.pid, parsePid)
      .summary(help.processActions[name])
      .description(help.processActions[name]);
    if (name === 'end') command.option('-y, --yes', help.options.yes);
    command.action((pids: readonly number[]) => {
      const isYes = command.opts()['yes'] === true;
      return actions.answer(createProcessAction(name, pids, isYes, host.ask), readOptions(command));
    });
  }
}

/** Every query of the contract can be asked, also one that has no table of its own. */
function addCallCommand(program: Command, actions: CliActions): void {
  const { summary, details } = help.commands.call;
  const queries = listQueries();
  const command = program
    .command('call')
    .argument('<query>', help.arguments.query(queries))
    .argument('[argument]', help.arguments.argument)
    .summary(summary)
    .description(help.description(summary, details));
  command.action((name: string, argument: string | undefined) => {
    const query = queries.includes(name)
      ? createCallCommand(name, argument ?? null)
      : fail(help.wrongUsage.query(name, queries));
    return query.ok ? actions.answer(query.value, readOptions(command)) : command.error(query.error);
  });
}

/** `fuelgauge top`, a live view with keys, and `fuelgauge open`, the way to what it shows. */
function addTopCommand(program: Command, actions: CliActions): void {
  addOpenCommand(program, readOptions, actions.answer);
  const { summary, details } = help.commands.top;
  const command = program.command('top').summary(summary).description(help.description(summary, details));
  declareOptions(command, ['tree']);
  command.action(() => actions.top(readOptions(command)));
}

/** `fuelgauge explain`: where a number comes from. */
function addExplainCommand(program: Command, actions: CliActions): void {
  const { summary, details } = help.commands.explain;
  const { what, id } = messages.cli.explain;
  const command = program
    .command('explain')
    .argument('<what>', what(explainable))
    .argument('[id]', id)
    .summary(summary)
    .description(help.description(summary, details));
  command.action((name: string, part: string | undefined) => {
    const asked = explainable.find((each) => each === name);
    return asked === undefined
      ? command.error(help.wrongUsage.query(name, explainable))
      : actions.answer(createExplainCommand(asked, part ?? null), readOptions(command));
  });
}

function readOptions(command: Command): CliOptions {
  const options = toCliOptions(command.optsWithGlobals());
  return typeof options === 'string' ? command.error(options) : options;
}
