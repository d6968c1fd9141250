import { execFile } from 'node:child_process';
import path from 'node:path';
import { secondMs } from '../../../../shared/domain/instant.ts';
import { failFor, type MessageChannel, type SendOutcome } from '../../../../shared/ports/message-channel.ts';
import type { ChannelConfigOf } from '../../../../shared/settings/channel-schema.ts';
import type { ChannelTools } from '../channel-tools.ts';
import { toPayload } from '../webhook/webhook-channel.ts';

const maxOutputBytes = 64 * 1024;

/**
 * Builds the channel that runs a program of the person's own: without a shell, with the alert as JSON on its standard
 * input. An exit code of 0 within ten seconds means that it was delivered.
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
    const options = { shell: false, timeout: timeoutMs, maxBuffer: maxOutputBytes, windowsHide: true } as const;
    try {
      const child = execFile(program, args, { ...options, killSignal: 'SIGKILL' }, (error) =>
        resolve(error === null ? { kind: 'sent' } : toFailure(error)),
      );
      // A program may end without reading.
      child.stdin?.on('error', () => undefined);
      child.stdin?.end(`${input}\n`);
    } catch (error) {
      resolve(toFailure(error));
    }
  });
}

function toFailure(error: unknown): SendOutcome {
  const { code, signal, killed } = error as {
    readonly code?: number | string | null;
    readonly signal?: string | null;
    readonly killed?: boolean;
  };
  // What it did before it was ended or refused is not known.
  if (killed === true) return failFor({ kind: 'timed-out' }, 'unknown');
  return failFor({ kind: 'program', code: String(code ?? signal ?? 'EUNKNOWN').slice(0, 60) });
}
