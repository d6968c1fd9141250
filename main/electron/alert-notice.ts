import type { AlertIntent } from '../../shared/alerts/evaluate.ts';
import { dayMs } from '../../shared/domain/instant.ts';
import type { Notice } from '../../shared/ports/notifier.ts';

/** What an alert says: which window, how much is left, and when it starts anew in the person's time zone. */
export function toAlertNotice(intent: AlertIntent, sourceLabel: string, timeZone: string, nowMs: number): Notice {
  const used = Math.round(intent.usedPercent);
  const left = Math.max(0, 100 - used);
  const amount = left === 0 ? 'used up' : `${used}% used`;
  const rest = left === 0 ? 'Nothing is left' : `${left}% is left`;
  return {
    title: `${sourceLabel}: ${intent.windowLabel} ${amount}`,
    body: `${rest}${intent.resetsAtMs === null ? '' : `; it resets ${toMoment(intent.resetsAtMs, timeZone, nowMs)}`}.`,
  };
}

function toMoment(atMs: number, timeZone: string, nowMs: number): string {
  const time = { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  if (atMs - nowMs < dayMs) return `at ${new Intl.DateTimeFormat('en', time).format(atMs)}`;
  const date = { ...time, weekday: 'short', day: 'numeric', month: 'short' } as const;
  return `on ${new Intl.DateTimeFormat('en', date).format(atMs)}`;
}
