import { lookup as systemLookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { ChannelFailure } from '../../../../shared/domain/channel-failure.ts';
import { fail, ok, type Result } from '../../../../shared/lib/result.ts';
import { isLoopbackAddress, isLoopbackHost, isPrivateAddress } from './address-rules.ts';

/** An address to connect to. */
export interface HostAddress {
  readonly address: string;
  readonly family: 4 | 6;
  /** Whether the person named this machine itself: only then may a connection be unencrypted. */
  readonly isLoopback: boolean;
}

/** Finds the addresses of a name; rejects with a system error. */
export type Lookup = (host: string) => Promise<readonly { readonly address: string; readonly family: number }[]>;

const lookupAll: Lookup = (host) => systemLookup(host, { all: true });

/**
 * Resolves a host once, and checks what it resolved to. Callers connect to this very address: a name that resolves to
 * something else a moment later (DNS rebinding) gains nothing. A name that has any private address is refused,
 * unless the name is this machine's, or the person allowed it.
 */
export async function resolveHost(
  host: string,
  allowsPrivate: boolean,
  lookup: Lookup = lookupAll,
): Promise<Result<HostAddress, ChannelFailure>> {
  const name = host.replace(/^\[(.*)\]$/, '$1');
  const found = await find(name, lookup);
  if (!found.ok) return found;
  const [first] = found.value;
  if (first === undefined) return fail({ kind: 'unreachable', code: 'ENOTFOUND' });
  const isLoopback = isLoopbackHost(name);
  const isAllowed = isLoopback
    ? found.value.every(({ address }) => isLoopbackAddress(address))
    : allowsPrivate || !found.value.some(({ address }) => isPrivateAddress(address));
  if (!isAllowed) return fail({ kind: 'private-address' });
  return ok({ address: first.address, family: first.family === 6 ? 6 : 4, isLoopback });
}

async function find(
  name: string,
  lookup: Lookup,
): Promise<Result<readonly { readonly address: string; readonly family: number }[], ChannelFailure>> {
  const family = isIP(name);
  if (family !== 0) return ok([{ address: name, family }]);
  try {
    return ok(await lookup(name));
  } catch (error) {
    return fail({ kind: 'unreachable', code: toPlainErrorCode(error) });
  }
}

/** The system's code of an error, e.g. `ECONNREFUSED`; never its message, which can hold an address. */
export function toPlainErrorCode(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  return /^[A-Z0-9_]{1,60}$/.test(code) ? code : 'EUNKNOWN';
}
