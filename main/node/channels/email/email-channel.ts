import { Socket } from 'node:net';
import { createTransport } from 'nodemailer';
import { secondMs } from '../../../../shared/domain/instant.ts';
import { failFor, type MessageChannel, type SendOutcome } from '../../../../shared/ports/message-channel.ts';
import type { ChannelConfigOf } from '../../../../shared/settings/channel-schema.ts';
import type { ChannelTools } from '../channel-tools.ts';
import { resolveHost, toPlainErrorCode } from '../http/resolve-host.ts';

/**
 * Builds the channel that sends e-mail over SMTP, encrypted beyond this machine. The password is the secret. Every
 * attempt has the same `Message-ID`, by which mail programs recognise a second copy.
 */
export function createEmailChannel(
  config: ChannelConfigOf<'email'>,
  secret: string | null,
  tools: ChannelTools,
): MessageChannel {
  return {
    async send({ notice, idempotencyKey }) {
      if (config.user !== null && secret === null) return failFor({ kind: 'no-secret' });
      const host = await resolveHost(config.host, config.allowsPrivate, tools.lookup);
      if (!host.ok) return failFor(host.error, host.error.kind === 'unreachable' ? 'later' : 'never');
      if (config.security === 'none' && !host.value.isLoopback) return failFor({ kind: 'insecure-address' });
      const progress = { wasSent: false, isLate: false };
      const timeoutMs = tools.timeoutMs ?? 10 * secondMs;
      const socket = new Socket();
      const transport = openTransport(config, secret, { address: host.value.address, socket, timeoutMs, progress });
      // nodemailer's timeouts restart with each byte, so a server that keeps sending could block the channel forever.
      const deadline = setTimeout(() => {
        progress.isLate = true;
        socket.destroy();
      }, timeoutMs);
      try {
        await transport.sendMail({
          from: config.from,
          to: config.to,
          subject: notice.title,
          text: notice.body,
          messageId: `<${idempotencyKey}@fuelgauge.invalid>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
          // The text is ours, but it holds names that are not.
          disableFileAccess: true,
          disableUrlAccess: true,
        });
        return { kind: 'sent' };
      } catch (error) {
        return toFailure(error, progress);
      } finally {
        clearTimeout(deadline);
        transport.close();
      }
    },
  };
}

/** The progress of an attempt. */
interface Progress {
  /** The whole message has been sent. */
  wasSent: boolean;
  /** The attempt has exceeded its time limit. */
  isLate: boolean;
}

interface Connection {
  readonly address: string;
  readonly socket: Socket;
  readonly timeoutMs: number;
  readonly progress: Progress;
}

/** Connects to the address that was checked; certificates are checked by the name. */
function openTransport(
  { host, port, security, user }: ChannelConfigOf<'email'>,
  secret: string | null,
  { address, socket, timeoutMs, progress }: Connection,
) {
  const ignore = (): void => undefined;
  return createTransport({
    host: address,
    socket,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    name: 'localhost',
    tls: { servername: host },
    ...(user !== null && { auth: { user, pass: secret ?? '' } }),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    // The only way to learn that a message has been sent in full: before that, no server can have accepted it.
    logger: {
      ...{ level: ignore, trace: ignore, debug: ignore, warn: ignore, error: ignore, fatal: ignore },
      info(entry: unknown) {
        const { tnx } = entry as { readonly tnx?: unknown };
        progress.wasSent ||= tnx === 'message';
      },
    },
  });
}

/** 4xx codes of SMTP pass, 5xx stay (RFC 5321, section 4.2.1). */
function toFailure(error: unknown, { wasSent, isLate }: Readonly<Progress>): SendOutcome {
  const { responseCode, code, originalCode } = error as Readonly<Record<string, unknown>>;
  if (typeof responseCode === 'number') {
    return failFor({ kind: 'refused', status: responseCode }, responseCode >= 500 ? 'never' : 'later');
  }
  const isTimeout = isLate || code === 'ETIMEDOUT';
  if (wasSent) return failFor({ kind: isTimeout ? 'timed-out' : 'unanswered' }, 'unknown');
  const system = toPlainErrorCode({ code: originalCode ?? code });
  return failFor(isTimeout ? { kind: 'timed-out' } : { kind: 'unreachable', code: system }, 'later');
}
