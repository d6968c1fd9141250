import type { Command } from 'commander';
import { describeProblem } from '../../../../shared/messages/describe-problem.ts';
import { silentLogger } from '../../../../shared/ports/logger.ts';
import {
  changeEncryption,
  encryptionActions,
  type EncryptionFailure,
  type EncryptionPlace,
  type EncryptionStatus,
  readEncryption,
} from '../../host/secrets/ledger-encryption.ts';
import { noCipher, openSecretStore } from '../../host/secrets/secret-store.ts';
import { resolveDataFolder } from '../../system/resolve-data-folder.ts';
import type { ProgramOutcome } from '../../host/serving/server-programs.ts';
import type { CliHost } from '../cli-host.ts';
import { messages } from '../messages.ts';
import type { CliOptions } from '../options/cli-options.ts';
import { toSafeJson } from '../output/safe-json.ts';
import { toProgramIo, type ProgramAction } from '../program.ts';

const { help, encryption: texts } = messages.cli;

/** `fuelgauge encryption status|on|off|rotate`: shows or changes whether names in the ledger are encrypted. */
export function addEncryptionCommand(
  program: Command,
  readOptions: (command: Command) => CliOptions,
  run: ProgramAction,
): void {
  const { summary, details } = help.commands.encryption;
  const parent = program.command('encryption').summary(summary).description(help.description(summary, details));
  for (const action of ['status', ...encryptionActions] as const) {
    const command = parent.command(action).description(help.encryption[action]);
    command.action(() => {
      const options = readOptions(command);
      return run((cliHost) => answer(cliHost, options, action));
    });
  }
}

async function answer(
  cliHost: CliHost,
  { home, dataFolder, format }: CliOptions,
  action: 'status' | (typeof encryptionActions)[number],
): Promise<ProgramOutcome> {
  const io = toProgramIo(cliHost);
  const folder = resolveDataFolder(dataFolder, home);
  const { variables } = cliHost;
  const secrets = openSecretStore({ dataFolder: folder, variables, cipher: noCipher, logger: silentLogger });
  const place: EncryptionPlace = { dataFolder: folder, secrets, variables };
  const changed =
    action === 'status'
      ? { ok: true as const, value: await readEncryption(place) }
      : await changeEncryption(action, place);
  if (!changed.ok) {
    await io.complain(describeFailure(changed.error, cliHost.clock.nowMs()));
    return 1;
  }
  if (format === 'json') await io.print(toSafeJson({ schema: 'fuelgauge.encryption.v1', ...changed.value }));
  else for (const line of toLines(changed.value)) await io.print(line);
  return 0;
}

function* toLines({ names, key, setAside }: EncryptionStatus): Generator<string> {
  yield texts.names[names];
  if (names === 'plain' && key === 'environment') yield texts.returns;
  else if (key !== null) yield texts.key[key];
  if (setAside.length > 0) yield texts.setAside(setAside);
}

function describeFailure(failure: EncryptionFailure, nowMs: number): string {
  return typeof failure === 'string' ? texts.failures[failure] : describeProblem(failure, messages, nowMs);
}
