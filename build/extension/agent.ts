import type { Batch } from './batches.ts';
import { toEvent, type WaitingCount } from './counts.ts';

/** Where the receiver is, and the token that pairs the extension with it; empty for none. */
export interface AgentOptions {
  readonly address: string;
  readonly token: string;
}

/** Where `fuelgauge serve` and the app listen by default. */
export const defaultAgent: AgentOptions = { address: 'http://127.0.0.1:8377', token: '' };

/** Why nothing could be sent. `too-large`: fewer counts at once may be accepted. */
export type SendFailure = 'unreachable' | 'needs-token' | 'wrong-token' | 'off' | 'busy' | 'too-large' | 'refused';

/** What the receiver says about listed sites: the person's own ones, and hourly rates. */
export interface AgentConfig {
  readonly domains: readonly string[];
  readonly usdPerHour: Readonly<Record<string, number>>;
}

const timeoutMs = 10_000;
const paths = { site: '/metrics/browser', api: '/api/tokens' } as const;

/**
 * The origin of an address on this machine, `http://127.0.0.1:8377`; null for any other, and for anything that is not
 * an address.
 */
export function parseAgentAddress(text: string): string | null {
  const typed = text.trim();
  const url = URL.parse(/^https?:\/\//i.test(typed) ? typed : `http://${typed}`);
  if (url === null || url.username !== '' || url.password !== '') return null;
  const isLoopback = /^(?:127\.0\.0\.1|localhost)$/.test(url.hostname);
  return isLoopback ? url.origin : null;
}

/** Sends a batch of counts of one kind. Resolves to null once they are kept, else to why not; never rejects. */
export async function sendCounts(
  agent: AgentOptions,
  kind: WaitingCount['kind'],
  { id, counts }: Batch,
  browser: string,
): Promise<SendFailure | null> {
  const body = JSON.stringify({ batch: id, events: counts.map((count) => toEvent(count, browser)) });
  const answer = await ask(agent, paths[kind], { method: 'POST', body });
  return answer === null ? 'unreachable' : toFailure(answer.status);
}

/** Asks which sites are listed; null when there is no answer. */
export async function readConfig(agent: AgentOptions): Promise<AgentConfig | null> {
  const answer = await ask(agent, '/api/extension-config', {});
  if (answer === null || !answer.ok) return null;
  try {
    return parseConfig(await answer.json());
  } catch {
    return null;
  }
}

/** Reads the answer; null where it has another form. */
export function parseConfig(value: unknown): AgentConfig | null {
  if (typeof value !== 'object' || value === null) return null;
  const { domains, cost_rates: rates } = value as { readonly domains?: unknown; readonly cost_rates?: unknown };
  if (!Array.isArray(domains) || domains.length === 0 || domains.length > 1_000) return null;
  const entries = typeof rates === 'object' && rates !== null ? Object.entries(rates as Record<string, unknown>) : [];
  return {
    domains: domains.filter((domain): domain is string => typeof domain === 'string' && domain.length <= 300),
    usdPerHour: Object.fromEntries(entries.flatMap(([name, rate]) => (typeof rate === 'number' ? [[name, rate]] : []))),
  };
}

async function ask({ address, token }: AgentOptions, path: string, init: RequestInit): Promise<Response | null> {
  const origin = parseAgentAddress(address);
  if (origin === null) return null;
  const headers = { 'Content-Type': 'application/json', ...(token !== '' && { Authorization: `Bearer ${token}` }) };
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    // Nothing is ever sent beyond this machine, so no redirect is followed.
    return await fetch(origin + path, { ...init, headers, signal, redirect: 'error', credentials: 'omit' });
  } catch {
    return null;
  }
}

const failures: Readonly<Record<number, SendFailure>> = {
  400: 'too-large',
  401: 'needs-token',
  403: 'wrong-token',
  404: 'off',
  413: 'too-large',
  429: 'busy',
  503: 'busy',
};

function toFailure(status: number): SendFailure | null {
  return status === 200 ? null : (failures[status] ?? 'refused');
}
