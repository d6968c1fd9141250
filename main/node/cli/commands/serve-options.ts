import { InvalidArgumentError, Option, type Command } from 'commander';
import { messages } from '../messages.ts';

const { help } = messages.cli;
const maxPort = 65_535;

/** Where to serve; null where nothing was said. */
export interface ServeOptions {
  readonly host: string | null;
  readonly port: number | null;
}

/** Declares the options that say where to serve. */
export function declareServeOptions(command: Command): Command {
  return command
    .addOption(new Option('--host <address>', help.options.host).argParser(parseHostOption))
    .addOption(new Option('--port <port>', help.options.port).argParser(parsePortOption));
}

/** Reads them. */
export function readServeOptions(command: Command): ServeOptions {
  const { host, port } = command.opts<{ host?: string; port?: number }>();
  return { host: host ?? null, port: port ?? null };
}

function parsePortOption(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > maxPort) throw new InvalidArgumentError(help.wrongUsage.port);
  return port;
}

function parseHostOption(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError(help.wrongUsage.host);
  return text.trim();
}
