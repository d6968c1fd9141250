import type { Command } from 'commander';
import { cleanText } from '../../../../shared/lib/clean-text.ts';
import { hookAgents } from '../../../../shared/sources/registry.ts';
import { toHookFolder } from '../../hooks/hook-folder.ts';
import { liftStops, readStops } from '../../hooks/stop-file.ts';
import { resolveDataFolder } from '../../resolve-data-folder.ts';
import type { ProgramIo, ProgramOutcome } from '../../server-programs.ts';
import { messages } from '../messages.ts';
import type { CliOptions } from '../options/cli-options.ts';
import { parseChoiceOption } from '../options/parse-values.ts';
import { toSafeJson } from '../output/safe-json.ts';
import { toProgramIo, type ProgramAction } from './program.ts';

const { help, guard: texts } = messages.cli;

/** Where the sessions that are stopped are listed, and how to answer. */
interface GuardWork {
  readonly dataFolder: string;
  /** Null: the app's own. */
  readonly askedFolder: string | null;
  readonly stops: string;
  readonly isJson: boolean;
  readonly io: ProgramIo;
}

/** `fuelgauge guard list|lift|settings`: undoes what a guard has stopped, and prints the settings that let an agent ask it. */
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
            ...{ isJson: format === 'json', io: toProgramIo(cliHost) },
          },
          command.args[0] ?? '',
        ),
      );
    });
  };
  declare(guard.command('list').description(help.guard.list), list);
  declare(guard.command('lift <session>').description(help.guard.lift), lift);
  const agents = hookAgents.map(({ source }) => source);
  const settings = guard.command('settings').description(help.guard.settings);
  settings.addArgument(program.createArgument('<agent>').choices(agents).argParser(parseChoiceOption(agents)));
  declare(settings, printSettings);
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

async function printSettings(
  { askedFolder, dataFolder, isJson, io }: GuardWork,
  name: string,
): Promise<ProgramOutcome> {
  const agent = hookAgents.find(({ source }) => source === name);
  if (agent === undefined) return 1;
  const data = askedFolder === null ? [] : ['--data', dataFolder];
  const { file, text } = agent.toSettings(['fuelgauge', 'hook', agent.source, ...data]);
  if (isJson) await io.print(toSafeJson({ schema: 'fuelgauge.guard.v1', file, text }));
  else {
    await io.complain(texts.add(file));
    await io.print(text);
  }
  return 0;
}
