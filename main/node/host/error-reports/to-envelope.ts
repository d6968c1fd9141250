import { createHash } from 'node:crypto';
import type { CrashReport } from '../../../../shared/domain/crash-report.ts';

/**
 * What is sent of a crash: an envelope with one event, as text. It depends on the crash alone, so the preview shows
 * exactly what is sent, and a crash that is sent twice counts once.
 * https://develop.sentry.dev/sdk/foundations/transport/envelopes/
 */
export function toEnvelope(crash: CrashReport): string {
  const id = createHash('sha256').update(JSON.stringify(crash)).digest('hex').slice(0, 32);
  const event = JSON.stringify({
    event_id: id,
    timestamp: crash.at,
    platform: 'node',
    level: 'error',
    release: `fuelgauge@${crash.version}`,
    exception: { values: [toException(crash)] },
    contexts: { runtime: { name: 'node', version: crash.node } },
    tags: { system: crash.system, ...(crash.electron !== null && { electron: crash.electron }) },
  });
  const header = JSON.stringify({ event_id: id });
  const item = JSON.stringify({ type: 'event', content_type: 'application/json', length: Buffer.byteLength(event) });
  return `${header}\n${item}\n${event}\n`;
}

function toException({ what, error }: CrashReport) {
  const { name, code, message, frames } = error;
  const value = [what, code, message].filter((part) => part !== null && part !== '').join(': ');
  // The innermost call comes last. https://develop.sentry.dev/sdk/foundations/transport/event-payloads/stacktrace/
  return { type: name, value, stacktrace: { frames: frames.map(toFrame).reverse() } };
}

/** `function file:line`. */
function toFrame(frame: string) {
  const [, name = '-', filename = '-', line = '0'] = /^(.*) ([^ ]+):(\d+)$/.exec(frame) ?? [];
  return { function: name, filename, lineno: Number(line) };
}
