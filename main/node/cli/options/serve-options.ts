import { InvalidArgumentError, Option, type Command } from 'commander';
import { messages } from '../messages.ts';

const { help } = messages.cli;
const maxPort = 65_535;
/** What the web mode of a container means. */
const webMode = { host: '0.0.0.0', port: 8080 } as const;

/** Where to serve; null when not given. */
export interface ServeOptions {
  readonly host: string | null;
  readonly port: number | null;
}

/** Declares the options that say where to serve. */
export function declareServeOptions(command: Command): Command {
  return command
    .addOption(new Option('--host <address>', help.options.host).argParser(parseHostOption))
    .addOption(new Option('--port <port>', help.options.port).argParser(parsePortOption))
    .option('--web-mode', help.options.webMode);
}

/** Reads them. */
export function readServeOptions(command: Command): ServeOptions {
  const { host, port, ...rest } = command.opts<{ host?: string; port?: number; webMode?: true }>();
  const otherwise = rest.webMode === true ? webMode : { host: null, port: null };
  return { host: host ?? otherwise.host, port: port ?? otherwise.port };
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
