import { InvalidArgumentError, Option, type Command } from 'commander';
import { defaultServerSettings } from '../../../../shared/settings/server-settings.ts';
import { sources } from '../../../../shared/sources/registry.ts';
import type { Source } from '../../../../shared/sources/source.ts';
import type { ProgramOutcome } from '../../host/serving/server-programs.ts';
import type { CliHost } from '../cli-host.ts';
import { messages } from '../messages.ts';
import type { CliOptions } from '../options/cli-options.ts';
import { toSafeJson } from '../output/safe-json.ts';
import { removeTelemetrySettings, writeTelemetrySettings } from '../otel/manage-telemetry.ts';
import { toProgramIo, type ProgramAction } from '../program.ts';

const { help } = messages.cli;
const senders: readonly Source[] = sources.filter(({ telemetry }) => telemetry !== undefined);
const senderIds = senders.map(({ id }) => id);
const localEndpoint = `http://${defaultServerSettings.host}:${defaultServerSettings.port}`;

/** What was chosen on the command line. */
interface Chosen {
  readonly endpoint: string;
  readonly token?: string;
  readonly write?: boolean;
  readonly yes?: boolean;
}

/** `fuelgauge otel install|uninstall <agent>`: the settings with which an agent sends its telemetry here. */
export function addOtelCommand(
  program: Command,
  readOptions: (command: Command) => CliOptions,
  run: ProgramAction,
): void {
  const { summary, details } = help.commands.otel;
  const otel = program.command('otel').summary(summary).description(help.description(summary, details));
  const command = otel
    .command('install')
    .argument('<agent>', help.otel.agent(senderIds), parseSender)
    .description(help.otel.install)
    .addOption(new Option('--endpoint <url>', help.otel.endpoint).default(localEndpoint).argParser(parseEndpoint))
    .addOption(new Option('--token <token>', help.otel.token))
    .option('-w, --write', help.otel.write)
    .option('-y, --yes', help.otel.yes);
  command.action((source: Source) => {
    const { format, home, dataFolder } = readOptions(command);
    const { endpoint, token, write, yes } = command.opts<Chosen>();
    if (write === true || yes === true) {
      const options = { home, dataFolder };
      return run((cliHost) =>
        writeTelemetrySettings({ cliHost, options, source, isConfirmed: yes === true }, endpoint, token ?? null),
      );
    }
    const settings = source.telemetry!.toSettings(endpoint, token ?? 'TOKEN');
    return run((cliHost) => print(cliHost, source.id, settings, format === 'json'));
  });
  const removal = otel
    .command('uninstall')
    .argument('<agent>', help.otel.agent(senderIds), parseSender)
    .description(help.otel.uninstall)
    .option('-y, --yes', help.otel.yes);
  removal.action((source: Source) => {
    const { home, dataFolder } = readOptions(removal);
    const isConfirmed = removal.opts<Pick<Chosen, 'yes'>>().yes === true;
    return run((cliHost) => removeTelemetrySettings({ cliHost, options: { home, dataFolder }, source, isConfirmed }));
  });
}

async function print(
  cliHost: CliHost,
  source: string,
  { place, text }: { readonly place: string; readonly text: string },
  isJson: boolean,
): Promise<ProgramOutcome> {
  const io = toProgramIo(cliHost);
  if (isJson) {
    await io.print(toSafeJson({ schema: 'fuelgauge.otel-settings.v1', source, place, text }));
    return 0;
  }
  await io.complain(messages.server.telemetry.place(place));
  await io.print(text);
  return 0;
}

function parseSender(text: string): Source {
  const source = senders.find(({ id }) => id === text);
  if (source === undefined) throw new InvalidArgumentError(help.wrongUsage.choice(senderIds));
  return source;
}

function parseEndpoint(text: string): string {
  if (!/^https?:\/\/[\w.:[\]-]+$/.test(text)) throw new InvalidArgumentError(help.wrongUsage.endpoint);
  return text;
}
