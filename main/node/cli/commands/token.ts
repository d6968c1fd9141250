import { InvalidArgumentError, Option, type Command } from 'commander';
import { accessScopes, type AccessScope } from '../../../../shared/domain/access-scope.ts';
import { minuteMs, toIso } from '../../../../shared/domain/instant.ts';
import { changeTokens } from '../../host/access/change-tokens.ts';
import { createPairingCode, pairingMs } from '../../host/access/pairing.ts';
import { toPairingAddress } from '../../host/access/pairing-address.ts';
import { readServedPlace } from '../../host/access/served-place.ts';
import { readTokens, toTokenFile, type StoredToken } from '../../host/access/token-file.ts';
import { createToken, removeToken } from '../../host/access/tokens.ts';
import { readSettings } from '../../host/settings/read-only-settings.ts';
import { resolveDataFolder } from '../../system/resolve-data-folder.ts';
import type { ProgramIo, ProgramOutcome } from '../../host/serving/server-programs.ts';
import type { CliHost } from '../cli-host.ts';
import { messages } from '../messages.ts';
import type { CliOptions } from '../options/cli-options.ts';
import { parseChoiceOption, parseTokenName } from '../options/parse-values.ts';
import { toSafeJson } from '../output/safe-json.ts';
import { toProgramIo, type ProgramAction } from '../program.ts';

const { help } = messages.cli;
const { tokens: texts } = messages.server;

/** The context of a token command. */
interface TokenWork {
  readonly dataFolder: string;
  readonly file: string;
  readonly tokens: readonly StoredToken[];
  readonly isJson: boolean;
  readonly io: ProgramIo;
  readonly nowMs: number;
}

/** `fuelgauge token create|pair|list|revoke`: who may use the server. */
export function addTokenCommand(
  program: Command,
  readOptions: (command: Command) => CliOptions,
  run: ProgramAction,
): void {
  const { summary, details } = help.commands.token;
  const token = program.command('token').summary(summary).description(help.description(summary, details));
  const declare = (
    syntax: string,
    about: string,
    work: (command: Command) => (known: TokenWork) => Promise<unknown>,
  ) => {
    const command = token.command(syntax).description(about);
    command.action(() => {
      const { home, dataFolder, format } = readOptions(command);
      const task = work(command);
      return run((cliHost) => withTokens(cliHost, { home, dataFolder, isJson: format === 'json' }, task));
    });
    return command;
  };
  declare('create', help.tokens.create, (command) => {
    const { scope } = command.opts<{ scope: readonly AccessScope[] }>();
    const [name] = command.processedArgs as [string];
    return (known) => create(known, name, scope);
  })
    .argument('<name>', help.tokens.name, parseTokenName)
    .addOption(scopeOption());
  declare('pair', help.tokens.pair, (command) => {
    const { address } = command.opts<{ address?: string }>();
    return (known) => pair(known, address ?? null);
  }).addOption(new Option('--address <url>', help.options.pairingAddress).argParser(parseAddressOption));
  declare('list', help.tokens.list, () => list);
  declare('revoke <id>', help.tokens.revoke, (command) => (known) => revoke(known, command.args[0]!));
}

function scopeOption(): Option {
  const parse = parseChoiceOption(accessScopes);
  return new Option('--scope <scope>', help.options.scope)
    .choices(accessScopes)
    .argParser((text: string, others: readonly string[]) => [...(isDefault(others) ? [] : others), parse(text)])
    .default(defaultScopes, defaultScopes.join());
}

const defaultScopes: readonly AccessScope[] = ['read'];

function isDefault(scopes: readonly string[]): boolean {
  return scopes === defaultScopes;
}

async function withTokens(
  cliHost: CliHost,
  request: { readonly home: string | null; readonly dataFolder: string | null; readonly isJson: boolean },
  work: (known: TokenWork) => Promise<unknown>,
): Promise<ProgramOutcome> {
  const io = toProgramIo(cliHost);
  const dataFolder = resolveDataFolder(request.dataFolder, request.home);
  const file = toTokenFile(dataFolder);
  const tokens = await readTokens(file);
  if (!tokens.ok) {
    await io.complain(texts.unusable(file));
    return 1;
  }
  const known = { dataFolder, file, tokens: tokens.value, isJson: request.isJson, io, nowMs: cliHost.clock.nowMs() };
  return (await work(known)) === false ? 1 : 0;
}

/** Returns false when the file cannot be used any more. */
async function create(known: TokenWork, name: string, scopes: readonly AccessScope[]): Promise<boolean> {
  const { file, io } = known;
  const { stored, text } = createToken(name, [...new Set(scopes)], known.nowMs);
  const added = await changeTokens(file, (tokens) => [...tokens, stored]);
  if (!added.ok) {
    await io.complain(texts.unusable(file));
    return false;
  }
  if (known.isJson) {
    await io.print(toSafeJson({ schema: 'fuelgauge.token.v1', ...describe(stored), token: text }));
    return true;
  }
  await io.complain(texts.created(stored.id));
  await io.print(text);
  return true;
}

/** Shows a code for a phone, as a picture of half blocks that a terminal can draw. Returns false without an address. */
async function pair({ dataFolder, isJson, io, nowMs }: TokenWork, given: string | null): Promise<boolean> {
  // Options or variables may make a running server listen elsewhere.
  const place = (await readServedPlace(dataFolder)) ?? (await readSettings(dataFolder, {})).get().server;
  const address = given ?? toPairingAddress(place);
  if (address === null) {
    await io.complain(texts.noPairingAddress);
    return false;
  }
  const url = `${address}/#pair=${await createPairingCode(dataFolder, nowMs)}`;
  if (isJson) {
    const untilAt = toIso(nowMs + pairingMs);
    await io.print(toSafeJson({ schema: 'fuelgauge.pairing.v1', url, untilAt }));
    return true;
  }
  // Loaded only here.
  const { renderUnicodeCompact } = await import('uqr');
  await io.print(renderUnicodeCompact(url));
  await io.print(url);
  await io.complain(texts.pairing(pairingMs / minuteMs));
  return true;
}

function parseAddressOption(text: string): string {
  const isAddress = URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
  if (!isAddress) throw new InvalidArgumentError(help.wrongUsage.pairingAddress);
  return new URL(text).origin;
}

async function list({ tokens, isJson, io }: TokenWork): Promise<void> {
  if (isJson) return io.print(toSafeJson({ schema: 'fuelgauge.tokens.v1', rows: tokens.map(describe) }));
  if (tokens.length === 0) return io.print(texts.none);
  for (const token of tokens) {
    const { id, scopes, createdAt, name } = describe(token);
    await io.print([id, scopes.join(), createdAt, JSON.stringify(name)].join('  '));
  }
}

/** Returns false when there is no such token, or the file cannot be used any more. */
async function revoke({ file, io }: TokenWork, id: string): Promise<boolean> {
  const revoked = await changeTokens(file, (tokens) => removeToken(tokens, id));
  if (!revoked.ok || !revoked.value) {
    await io.complain(revoked.ok ? texts.unknown(id) : texts.unusable(file));
    return false;
  }
  await io.print(texts.revoked(id));
  return true;
}

function describe({ id, name, scopes, createdAtMs }: StoredToken) {
  return { id, name, scopes, createdAt: toIso(createdAtMs) };
}
