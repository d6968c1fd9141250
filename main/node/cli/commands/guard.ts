import type { Command } from 'commander';
import { cleanText } from '../../../../shared/lib/clean-text.ts';
import type { HookAgent } from '../../../../shared/sources/hook-agent.ts';
import { hookAgents } from '../../../../shared/sources/registry.ts';
import { toHookFolder } from '../../hooks/hook-folder.ts';
import { liftStops, readStops } from '../../hooks/stop-file.ts';
import { listOnPath } from '../../statusline/find-program.ts';
import { resolveDataFolder } from '../../system/resolve-data-folder.ts';
import type { ProgramIo, ProgramOutcome } from '../../host/serving/server-programs.ts';
import { messages } from '../messages.ts';
import type { CliOptions } from '../options/cli-options.ts';
import { parseChoiceOption } from '../options/parse-values.ts';
import { toSafeJson } from '../output/safe-json.ts';
import { installHooks, uninstallHooks } from '../manage-hooks.ts';
import type { CliHost } from '../cli-host.ts';
import { toProgramIo, type ProgramAction } from '../program.ts';

const { help, guard: texts } = messages.cli;

/** Where the sessions that are stopped are listed, and how to answer. */
interface GuardWork {
  readonly dataFolder: string;
  /** Null: the app's own. */
  readonly askedFolder: string | null;
  readonly stops: string;
  readonly isJson: boolean;
  readonly home: string | null;
  readonly isConfirmed: boolean;
  readonly cliHost: CliHost;
  readonly io: ProgramIo;
}

/** `fuelgauge guard list|lift|settings|install|uninstall`: undoes what a guard has stopped, and lets an agent ask it. */
export function addGuardCommand(
  program: Command,
  readOptions: (command: Command) => CliOptions,
  run: ProgramAction,
): void {
  const { summary, details } = help.commands.guard;
  const guard = program.command('guard').summary(summary).description(help.description(summary, details));
  const declare = (command: Command, work: (known: GuardWork, argument: string) => Promise<ProgramOutcome>): void => {
    command.action(() => {
      const { home, dataFolder, format } = readOptions(command);
      const folder = resolveDataFolder(dataFolder, home);
      return run((cliHost) =>
        work(
          {
            ...{ dataFolder: folder, askedFolder: dataFolder, stops: toHookFolder(folder).stops },
            ...{ isJson: format === 'json', home, cliHost, io: toProgramIo(cliHost) },
            isConfirmed: command.opts<{ yes?: boolean }>().yes === true,
          },
          command.args[0] ?? '',
        ),
      );
    });
  };
  declare(guard.command('list').description(help.guard.list), list);
  declare(guard.command('lift <session>').description(help.guard.lift), lift);
  const declareFor = (name: 'settings' | 'install' | 'uninstall', work: AgentWork): void => {
    const command = guard.command(name).description(help.guard[name]);
    command.addArgument(program.createArgument('<agent>').choices(agents).argParser(parseChoiceOption(agents)));
    if (name !== 'settings') command.option('-y, --yes', help.guard.yes);
    declare(command, async (known, source) => {
      const agent = hookAgents.find((each) => each.source === source);
      return agent === undefined ? 1 : work(known, agent);
    });
  };
  declareFor('settings', printSettings);
  declareFor('install', install);
  declareFor('uninstall', (known, agent) => uninstallHooks({ ...known, agent }));
}

type AgentWork = (known: GuardWork, agent: HookAgent) => Promise<ProgramOutcome>;
const agents = hookAgents.map(({ source }) => source);

async function install(known: GuardWork, agent: HookAgent): Promise<ProgramOutcome> {
  const command = toCommand(known, agent);
  const outcome = await installHooks({ ...known, agent }, command);
  const [program = ''] = command;
  if (outcome === 0 && (await listOnPath(program)).length === 0) await known.io.complain(texts.notOnPath(program));
  return outcome;
}

async function list({ stops, isJson, io }: GuardWork): Promise<ProgramOutcome> {
  const sessions = readStops(stops);
  if (isJson) await io.print(toSafeJson({ schema: 'fuelgauge.guard.v1', stopped: sessions }));
  else for (const line of sessions.length === 0 ? [texts.none] : sessions) await io.print(cleanText(line));
  return 0;
}

async function lift({ stops, isJson, io }: GuardWork, session: string): Promise<ProgramOutcome> {
  const lifted = liftStops(stops, session);
  if (isJson) await io.print(toSafeJson({ schema: 'fuelgauge.guard.v1', lifted: lifted ?? [] }));
  if (lifted === null || lifted.length === 0) {
    await io.complain(lifted === null ? texts.notWritten(stops) : texts.notStopped(session));
    return 1;
  }
  if (!isJson) await io.print(texts.lifted(lifted));
  return 0;
}

async function printSettings(known: GuardWork, agent: HookAgent): Promise<ProgramOutcome> {
  const { isJson, io } = known;
  const { place: file } = agent.settings;
  const text = agent.settings.print(toCommand(known, agent));
  if (isJson) await io.print(toSafeJson({ schema: 'fuelgauge.guard.v1', file, text }));
  else {
    await io.complain(texts.add(file));
    await io.print(text);
  }
  return 0;
}

function toCommand({ askedFolder, dataFolder }: GuardWork, { source }: HookAgent): readonly string[] {
  return ['fuelgauge', 'hook', source, ...(askedFolder === null ? [] : ['--data', dataFolder])];
}
