import { spawn } from 'node:child_process';
import path from 'node:path';
import { secondMs } from '../../../../shared/domain/instant.ts';
import { failFor, type MessageChannel, type SendOutcome } from '../../../../shared/ports/message-channel.ts';
import type { ChannelConfigOf } from '../../../../shared/settings/channel-schema.ts';
import type { ChannelTools } from '../channel-tools.ts';
import { withoutSecretVariables } from '../../secrets/without-secret-variables.ts';
import { toPayload } from '../webhook/webhook-channel.ts';

/**
 * Builds the channel that runs a program of the person's own: without a shell, with the alert as JSON on its standard
 * input, and without the secrets of other channels. An exit code of 0 within ten seconds means that it was delivered.
 */
export function createCommandChannel(
  { program, args }: ChannelConfigOf<'command'>,
  { timeoutMs = 10 * secondMs }: Pick<ChannelTools, 'timeoutMs'>,
): MessageChannel {
  return {
    send: (message) =>
      path.isAbsolute(program)
        ? run(program, args, JSON.stringify(toPayload(message)), timeoutMs)
        : Promise.resolve(failFor({ kind: 'program', code: 'ENOENT' })),
  };
}

function run(program: string, args: readonly string[], input: string, timeoutMs: number): Promise<SendOutcome> {
  return new Promise((resolve) => {
    const settle = (outcome: SendOutcome): void => {
      clearTimeout(timer);
      resolve(outcome);
    };
    let timer: NodeJS.Timeout | undefined;
    try {
      // Its output is ignored: a child that it leaves running could hold it open forever.
      const stdio: ['pipe', 'ignore', 'ignore'] = ['pipe', 'ignore', 'ignore'];
      const env = withoutSecretVariables(process.env);
      const child = spawn(program, [...args], { shell: false, stdio, env, windowsHide: true });
      timer = setTimeout(() => {
        child.kill('SIGKILL');
        // What it did before it was killed is not known.
        settle(failFor({ kind: 'timed-out' }, 'unknown'));
      }, timeoutMs);
      child.on('error', (error) => settle(toFailure((error as NodeJS.ErrnoException).code)));
      child.on('exit', (code, signal) => settle(code === 0 ? { kind: 'sent' } : toFailure(code ?? signal)));
      // A program may end without reading.
      child.stdin.on('error', () => undefined);
      child.stdin.end(`${input}\n`);
    } catch (error) {
      settle(toFailure((error as NodeJS.ErrnoException).code));
    }
  });
}

function toFailure(code: number | string | null | undefined): SendOutcome {
  return failFor({ kind: 'program', code: String(code ?? 'EUNKNOWN').slice(0, 60) });
}
