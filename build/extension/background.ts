import { apiPatterns } from '../../shared/activity/api-patterns.ts';
import { createSiteMatcher } from '../../shared/activity/match-site.ts';
import { hourMs } from '../../shared/domain/instant.ts';
import { readConfig, sendCounts } from './agent.ts';
import { halve, nextBatch, type Batch } from './batches.ts';
import { chromeApi } from './chrome-api.ts';
import { countRequest, observeFront, removeSent, type Moment, type WaitingCount } from './counts.ts';
import { nameBrowser } from './name-browser.ts';
import { keep, readMemory, type Memory } from './memory.ts';
import { toLocalDay } from './local-day.ts';

/** Idle after this long without mouse or keyboard: reading an answer takes a while. */
const idleSeconds = 120;
/** The shortest interval that a browser allows. */
const alarmMinutes = 0.5;
/** Below the receiver's limit per request. */
const maxEvents = 50;

let running: Promise<void> = Promise.resolve();
let configAtMs = -Infinity;

/** Runs tasks one at a time: each reads what the one before has stored. */
function inTurn(work: (memory: Memory) => Promise<void>): Promise<void> {
  running = running.then(async () => work(await readMemory())).catch(() => undefined);
  return running;
}

function now(): Moment {
  const nowMs = Date.now();
  return { nowMs, day: toLocalDay(nowMs) };
}

/**
 * The listed site that the person is looking at; null for any other site, while another window is in front, and while
 * they are idle.
 */
async function findFront({ config }: Memory): Promise<string | null> {
  const { id, focused } = await chromeApi.windows.getLastFocused();
  if (!focused || id === undefined) return null;
  if ((await chromeApi.idle.queryState(idleSeconds)) !== 'active') return null;
  const [tab] = await chromeApi.tabs.query({ active: true, windowId: id });
  const facts = { label: '', category: 'chat', usdPerHour: null } as const;
  const match = createSiteMatcher(config.domains.map((domain) => ({ domain, ...facts })));
  return match(tab?.url ?? '')?.domain ?? null;
}

const look = (): void =>
  void inTurn(async (memory) => {
    const front = await findFront(memory).catch(() => null);
    await keep({ counts: observeFront(memory.counts, front, now()) });
  });

/** Sends what waits. What cannot be sent is retried as the same batch, since it may have arrived. */
async function send(kind: WaitingCount['kind']): Promise<void> {
  await inTurn(async ({ batches, counts, agent, sending }) => {
    let batch: Batch | null = nextBatch(batches, counts, kind, { max: maxEvents, newId });
    while (batch !== null) {
      // Kept before it is sent: the browser may end this at any moment.
      await keep({ batches: { ...batches, [kind]: batch } });
      const failure = await sendCounts(agent, kind, batch, nameBrowser(navigator));
      const { [kind]: _sent, ...others } = batches;
      if (failure === null) {
        const left = removeSent(counts, batch.counts);
        return keep({ counts: left, batches: others, sending: { sentAtMs: Date.now(), failure: null } });
      }
      const smaller = failure === 'too-large' ? halve(batch, newId) : null;
      if (smaller === null) return keep({ sending: { ...sending, failure } });
      batch = smaller;
    }
  });
}

function newId(): string {
  return crypto.randomUUID();
}

async function askConfig(): Promise<void> {
  if (Math.abs(Date.now() - configAtMs) < hourMs) return;
  await inTurn(async ({ agent }) => {
    const config = await readConfig(agent);
    if (config === null) return;
    configAtMs = Date.now();
    await keep({ config });
  });
}

async function sendAll(): Promise<void> {
  look();
  await askConfig();
  await send('site');
  await send('api');
}

chromeApi.tabs.onActivated.addListener(look);
chromeApi.tabs.onUpdated.addListener((_tabId, { url }) => {
  if (url !== undefined) look();
});
chromeApi.windows.onFocusChanged.addListener(look);
chromeApi.idle.onStateChanged.addListener(look);
chromeApi.webRequest.onBeforeRequest.addListener(
  ({ url, method }) => {
    const tool = method === 'POST' ? apiPatterns.find(({ url_prefix }) => url.startsWith(url_prefix))?.tool : undefined;
    if (tool !== undefined) void inTurn(async ({ counts }) => keep({ counts: countRequest(counts, tool, now()) }));
  },
  { urls: apiPatterns.map(({ url_prefix }) => `${new URL(url_prefix).origin}/*`) },
);
chromeApi.alarms.onAlarm.addListener(() => void sendAll());
// The options have changed, or the person wants to know now.
chromeApi.runtime.onMessage.addListener((message, _sender, respond) => {
  if (message !== 'send') return undefined;
  configAtMs = -Infinity;
  void sendAll().then(() => respond(null));
  return true;
});
const start = (): void => void chromeApi.alarms.create('look', { periodInMinutes: alarmMinutes });
chromeApi.runtime.onStartup.addListener(start);
chromeApi.runtime.onInstalled.addListener(start);
