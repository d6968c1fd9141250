import type { AlertIntent, AlertKind } from '../domain/alert-intent.ts';
import type { Notice } from '../ports/alert-channel.ts';
import type { Messages } from './catalogue.ts';
import type { AlertContext } from './en/notifications.ts';

/** An alert in words. */
export function describeAlert<Kind extends AlertKind>(
  intent: AlertIntent<Kind>,
  context: AlertContext,
  { notifications }: Pick<Messages, 'notifications'>,
): Notice {
  const describe = notifications[intent.kind] as (intent: AlertIntent<Kind>, context: AlertContext) => Notice;
  return describe(intent, context);
}
