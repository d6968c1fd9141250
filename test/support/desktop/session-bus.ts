import dbus from 'dbus-next';
import type { Message, MessageBus } from 'dbus-next';

/** A method call on the session bus; `signature` and `body` are empty unless given. */
export interface BusCall {
  readonly destination: string;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  readonly signature?: string;
  readonly body?: readonly unknown[];
}

/** A service's reply to a method: a signature with its values, or `null` for an unknown method. */
export interface BusReply {
  readonly signature: string;
  readonly body: readonly unknown[];
}

/** Connects to the session bus; rejects when there is none (run under `dbus-run-session`). */
export function connectSessionBus(): Promise<MessageBus> {
  return new Promise((resolve, reject) => {
    if (process.env['DBUS_SESSION_BUS_ADDRESS'] === undefined) {
      reject(new Error('no session bus: run below "dbus-run-session --"'));
      return;
    }
    const bus = dbus.sessionBus();
    bus.on('error', reject);
    bus.on('connect', () => resolve(bus));
  });
}

/** Calls a method with raw messages, which need no introspection; returns the reply's values without variants. */
export async function callMethod(bus: MessageBus, call: BusCall): Promise<readonly unknown[]> {
  const reply = await bus.call(new dbus.Message({ ...call, body: [...(call.body ?? [])] }));
  return (toPlain(reply?.body ?? []) as readonly unknown[] | undefined) ?? [];
}

/** Takes a well-known name on the bus; throws when another program already owns it. */
export async function ownName(bus: MessageBus, name: string): Promise<void> {
  const reply = await bus.requestName(name, dbus.NameFlag.DO_NOT_QUEUE);
  if (reply !== dbus.RequestNameReply.PRIMARY_OWNER) throw new Error(`${name} is owned by another program`);
}

/**
 * Answers the method calls that arrive at `path`: `answer` gets the call and returns its reply, or null when it does
 * not know the method.
 */
export function serveMethods(bus: MessageBus, path: string, answer: (call: Message) => BusReply | null): void {
  bus.addMethodHandler((call: Message) => {
    if (call.path !== path) return false;
    const reply = answer(call);
    if (reply === null) return false;
    bus.send(dbus.Message.newMethodReturn(call, reply.signature, [...reply.body]));
    return true;
  });
}

/** Broadcasts a signal. */
export function sendSignal(
  bus: MessageBus,
  signal: { readonly path: string; readonly interface: string; readonly member: string } & BusReply,
): void {
  bus.send(dbus.Message.newSignal(signal.path, signal.interface, signal.member, signal.signature, [...signal.body]));
}

/** Wraps a value with its D-Bus type, as properties and options need it. */
export function toVariant(signature: string, value: unknown): unknown {
  return new dbus.Variant(signature, value);
}

/** Removes variants from a value, at every depth. */
export function toPlain(value: unknown): unknown {
  if (value instanceof dbus.Variant) return toPlain(value.value);
  if (Array.isArray(value)) return value.map(toPlain);
  if (value === null || typeof value !== 'object' || Buffer.isBuffer(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toPlain(inner)]));
}
