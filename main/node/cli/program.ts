import { cleanText } from '../../../shared/lib/clean-text.ts';
import type { ProgramIo, ProgramOutcome } from '../host/serving/server-programs.ts';
import type { CliHost } from './cli-host.ts';
import { messages } from './messages.ts';

/** Runs a program that opens what it needs on its own. */
export type ProgramAction = (program: (cliHost: CliHost) => Promise<ProgramOutcome>) => Promise<void>;

/** The command line's streams, as a program writes to them. */
export function toProgramIo({ stdout, stderr, variables }: CliHost): ProgramIo {
  return {
    print: (line) => stdout.write(`${line}\n`),
    complain: (sentence) => stderr.write(messages.cli.failures.line(cleanText(sentence))),
    variables,
  };
}
