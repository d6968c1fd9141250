import { join } from 'node:path';
import { expect, it } from 'vitest';
import { heldBytes } from '../../../main/node/ingest/documents/read-json.ts';
import { addUsage, emptyUsage } from '../../../shared/domain/token-usage.ts';
import { sources } from '../../../shared/sources/registry.ts';
import { createMemoryLedger } from '../../fakes/memory-ledger.ts';
import { makeFolder, makeIngest, put } from './harness.ts';

const folder = '.config/Code/User/globalStorage/saoudrizwan.claude-dev/tasks/1777885200000';

it('a task of many megabytes is counted to the token, although its requests are not kept whole', async () => {
  const home = makeFolder();
  const requests = 90;
  const messages = Array.from({ length: requests }, (_, index) => {
    // As much as an agent sends, with whatever people write in it, and other records quoted.
    const request = JSON.stringify({ said: `Webe "das": \\ä😀\n{"tokensIn":${index}}`.repeat(3000 + index) });
    const text = { request, tokensIn: 100 + index, tokensOut: 7, cacheWrites: 0, cacheReads: 1000, cost: 0.25 };
    return { ts: 1_777_885_200_000 + index, type: 'say', say: 'api_req_started', text: JSON.stringify(text) };
  });
  const content = JSON.stringify(messages);
  expect(content.length).toBeGreaterThan(heldBytes);
  put(join(home, folder), 'ui_messages.json', content);

  const store = createMemoryLedger();
  const ingest = makeIngest(sources, store, { host: { platform: 'linux', home, variables: {}, otherHomes: [] } });
  await ingest.scan();
  expect(ingest.unreadable()).toEqual([]);
  const events = [...store.contents().entries].map(({ event }) => event);
  expect(events.map(({ usage }) => usage).reduce(addUsage, emptyUsage)).toEqual({
    ...emptyUsage,
    inputTokens: 100 * requests + (requests * (requests - 1)) / 2,
    cacheReadTokens: 1000 * requests,
    outputTokens: 7 * requests,
  });
  expect(events.every(({ loggedCostMicroUsd }) => loggedCostMicroUsd === 250_000)).toBe(true);
});
