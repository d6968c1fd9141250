import { sites } from '../../shared/activity/site-table.ts';
import type { Batches } from './batches.ts';
import { defaultAgent, type AgentConfig, type AgentOptions, type SendFailure } from './agent.ts';
import { chromeApi } from './chrome-api.ts';
import { noCounts, type Counts } from './counts.ts';

/** What is known of the last time that counts were sent. */
export interface Sending {
  /** UTC milliseconds; null before the first time. */
  readonly sentAtMs: number | null;
  readonly failure: SendFailure | null;
}

/** Everything that is kept in `chrome.storage`. */
export interface Memory {
  readonly counts: Counts;
  readonly batches: Batches;
  readonly sending: Sending;
  readonly config: AgentConfig;
  readonly agent: AgentOptions;
}

const names = ['counts', 'batches', 'sending', 'config', 'agent'] as const;

/** What is listed until the agent has been asked. */
const listed: AgentConfig = {
  domains: sites.map(({ domain }) => domain),
  usdPerHour: Object.fromEntries(sites.map(({ domain, usdPerHour }) => [domain, usdPerHour ?? 0])),
};

/** Reads what is kept. Only this extension can write there. */
export async function readMemory(): Promise<Memory> {
  const stored = (await chromeApi.storage.local.get(names)) as Partial<Memory>;
  const { counts = noCounts, batches = {}, sending = { sentAtMs: null, failure: null }, agent = defaultAgent } = stored;
  return { counts, batches, sending, agent, config: stored.config ?? listed };
}

/** Keeps a part. */
export async function keep(part: Partial<Memory>): Promise<void> {
  await chromeApi.storage.local.set(part);
}
