import { execFile } from 'node:child_process';
import type { ServiceCommand } from './service-definition.ts';

/** How a program of the system ended. */
export interface CommandOutcome {
  readonly isDone: boolean;
  readonly output: string;
  /** What it complained of; empty when it said nothing. */
  readonly complaint: string;
}

/** Runs a program of the system. Never rejects. */
export type RunCommand = (command: ServiceCommand) => Promise<CommandOutcome>;

/** Managers wait for a service to end. */
const timeoutMs = 100_000;

/** Runs it without a shell and without prompts. */
export const runCommand: RunCommand = ([program, ...args]) =>
  new Promise((resolve) => {
    execFile(program, args, { timeout: timeoutMs, windowsHide: true, encoding: 'utf8' }, (error, output, said) => {
      const complaint = error === null ? '' : said.trim() || output.trim() || error.message;
      resolve({ isDone: error === null, output, complaint });
    });
  });
