import packageFile from '../../../../package.json' with { type: 'json' };
import type { CrashReport } from '../../../../shared/domain/crash-report.ts';
import { secondMs } from '../../../../shared/domain/instant.ts';
import { parseDsn } from '../../../../shared/settings/error-report-settings.ts';
import { exchangeOnce, parseAddress } from '../../channels/http/exchange.ts';
import { resolveHost } from '../../channels/http/resolve-host.ts';
import { toEnvelope } from './to-envelope.ts';

/** Whether the receiver accepted it. */
export type ReportOutcome = 'sent' | 'refused' | 'unreachable' | 'bad-address';

const maxAnswerBytes = 4 * 1024;

/**
 * Sends a crash once to the address that the person has set: TLS beyond this machine, no redirect followed, nothing kept
 * open. Never rejects.
 */
export async function sendReport(dsn: string, crash: CrashReport, timeoutMs = 5 * secondMs): Promise<ReportOutcome> {
  const parsed = parseDsn(dsn);
  const url = parsed === null ? null : parseAddress(parsed.address);
  if (parsed === null || url === null) return 'bad-address';
  // The person named the host, which may be one of their own network.
  const host = await resolveHost(url.hostname, true);
  if (!host.ok) return host.error.kind === 'unreachable' ? 'unreachable' : 'bad-address';
  if (url.protocol !== 'https:' && !host.value.isLoopback) return 'bad-address';
  const client = `fuelgauge/${packageFile.version}`;
  const auth = ['sentry_version=7', `sentry_client=${client}`, `sentry_key=${parsed.publicKey}`].join(', ');
  const answered = await exchangeOnce(url, host.value, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-sentry-envelope',
      'x-sentry-auth': 'Sentry '.concat(auth),
    },
    body: toEnvelope(crash),
    timeoutMs,
    maxAnswerBytes,
  });
  if ('error' in answered) return 'unreachable';
  return answered.status >= 200 && answered.status < 300 ? 'sent' : 'refused';
}
