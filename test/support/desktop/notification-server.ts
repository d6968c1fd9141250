import type { Message } from 'dbus-next';
import { connectSessionBus, ownName, sendSignal, serveMethods, toPlain, toVariant } from './session-bus.ts';
import type { BusReply } from './session-bus.ts';
import { waitUntil } from '../wait-until.ts';

const NAME = 'org.freedesktop.Notifications';
const PATH = '/org/freedesktop/Notifications';
const CAPABILITIES = ['actions', 'body', 'body-markup', 'icon-static', 'persistence'];

/** A desktop notification as it arrived. */
export interface ReceivedNotification {
  readonly id: number;
  readonly appName: string;
  readonly icon: string;
  readonly title: string;
  readonly body: string;
  /** Action keys and their labels; `default` is a click on the notification itself. */
  readonly actions: Readonly<Record<string, string>>;
  readonly hints: Readonly<Record<string, unknown>>;
  /** The id of the notification that this one replaces; 0 for none. */
  readonly replacesId: number;
}

/** Why a notification was closed, with the numbers of the Desktop Notifications Specification. */
export const closeReasons = { expired: 1, dismissed: 2, closedByProgram: 3 } as const;

/** The part of a desktop that shows notifications. */
export interface NotificationServer {
  /** Everything that arrived, oldest first. */
  received(): readonly ReceivedNotification[];
  /** The ids that programs have asked to withdraw. */
  withdrawn(): readonly number[];
  /** Resolves with the first notification that satisfies `test` (by default, any). */
  waitFor(test?: (notification: ReceivedNotification) => boolean, timeoutMs?: number): Promise<ReceivedNotification>;
  /** Clicks the notification, or the button with this key. */
  invoke(id: number, action?: string): void;
  /** Closes the notification. */
  close(id: number, reason?: keyof typeof closeReasons): void;
  /** Whether it says that nobody wants to be disturbed; null: it has no such property, as before this call. */
  setInhibited(isInhibited: boolean | null): void;
  /** How often that was asked. */
  inhibitedReads(): number;
  /** Forgets what arrived. */
  clear(): void;
  stop(): void;
}

/**
 * Starts a notification server on the session bus
 * (https://specifications.freedesktop.org/notification-spec/latest/). Rejects without a bus or when the name is taken.
 */
export async function startNotificationServer(): Promise<NotificationServer> {
  const bus = await connectSessionBus();
  let received: ReceivedNotification[] = [];
  let withdrawn: number[] = [];
  let lastId = 0;
  let inhibited: boolean | null = null;
  let inhibitedReads = 0;

  const signal = (member: string, signature: string, body: readonly unknown[]): void =>
    sendSignal(bus, { path: PATH, interface: NAME, member, signature, body });
  const announceClose = (id: number, reason: keyof typeof closeReasons): void =>
    signal('NotificationClosed', 'uu', [id, closeReasons[reason]]);

  function answer(call: Message): BusReply | null {
    switch (call.member) {
      case 'Notify': {
        const notification = toNotification(call.body, lastId + 1);
        lastId = Math.max(lastId, notification.id);
        received.push(notification);
        return { signature: 'u', body: [notification.id] };
      }
      case 'CloseNotification': {
        const id = Number(call.body[0]);
        withdrawn.push(id);
        announceClose(id, 'closedByProgram');
        return { signature: '', body: [] };
      }
      case 'GetCapabilities':
        return { signature: 'as', body: [CAPABILITIES] };
      case 'GetServerInformation':
        return { signature: 'ssss', body: ['test desktop', 'fuelgauge', '1', '1.2'] };
      case 'Get':
        if (call.body[0] !== NAME || call.body[1] !== 'Inhibited') return null;
        inhibitedReads += 1;
        return inhibited === null ? null : { signature: 'v', body: [toVariant('b', inhibited)] };
      default:
        return null;
    }
  }

  serveMethods(bus, PATH, answer);
  await ownName(bus, NAME);

  return {
    received: () => received,
    withdrawn: () => withdrawn,
    waitFor: (test = () => true, timeoutMs) => waitUntil('a notification', () => received.find(test), timeoutMs),
    invoke(id, action = 'default') {
      signal('ActionInvoked', 'us', [id, action]);
      announceClose(id, 'dismissed');
    },
    close: (id, reason = 'dismissed') => announceClose(id, reason),
    setInhibited: (isInhibited) => {
      inhibited = isInhibited;
    },
    inhibitedReads: () => inhibitedReads,
    clear() {
      received = [];
      withdrawn = [];
    },
    stop: () => bus.disconnect(),
  };
}

function toNotification(body: readonly unknown[], freshId: number): ReceivedNotification {
  const [appName, replacesId, icon, title, text, actions, hints] = toPlain(body) as [
    string,
    number,
    string,
    string,
    string,
    readonly string[],
    Record<string, unknown>,
  ];
  const pairs = actions.flatMap((key, index) => (index % 2 === 0 ? [[key, actions[index + 1] ?? '']] : []));
  return {
    id: replacesId === 0 ? freshId : replacesId,
    appName,
    icon,
    title,
    body: text,
    actions: Object.fromEntries(pairs) as Record<string, string>,
    hints,
    replacesId,
  };
}
