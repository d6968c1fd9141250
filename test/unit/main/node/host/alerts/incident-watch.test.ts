import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createGet } from '../../../../../../main/node/channels/http/get.ts';
import { createIncidentWatch, listStatusPages } from '../../../../../../main/node/host/alerts/incident-watch.ts';
import { defaultAlertChoices } from '../../../../../../shared/alerts/alert-choices.ts';
import { createRecordingLogger } from '../../../../../support/recording-logger.ts';
import { reply, startWebServer } from '../../../../../support/servers/web-server.ts';
import { waitUntil } from '../../../../../support/wait-until.ts';

const minuteMs = 60_000;
const page = 'https://status.example.com';

function toAnswer(...ids: readonly string[]): string {
  const incidents = ids.map((id) => ({ id, name: 'Errors', status: 'identified', impact: 'major' }));
  return JSON.stringify({ page: { name: 'Example' }, incidents });
}

/** A watch on one page; `answer` is what that says, null for nothing. */
function open(isOn = true) {
  const state = { isOn, pages: [page], answer: toAnswer('i-1') as string | null };
  const asked: string[] = [];
  const changes: string[][] = [];
  const watch = createIncidentWatch({
    pages: () => (state.isOn ? state.pages : []),
    async get(address) {
      asked.push(address);
      return state.answer;
    },
    onChange: () => changes.push(watch.current().map(({ id }) => id)),
    nowMs: () => Date.now(),
    random: () => 1,
    logger: createRecordingLogger(),
  });
  return { state, asked, changes, watch };
}

describe('createIncidentWatch', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
  afterEach(() => void vi.useRealTimers());

  it('asks nobody unless the person wants it, and stops when the person does not any more', async () => {
    const { state, asked, changes, watch } = open(false);
    watch.refresh();
    await vi.advanceTimersByTimeAsync(60 * minuteMs);
    expect(asked).toEqual([]);
    state.isOn = true;
    watch.refresh();
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toEqual([`${page}/api/v2/incidents/unresolved.json`]);
    expect(changes).toEqual([['i-1']]);
    state.isOn = false;
    watch.refresh();
    expect(watch.current()).toEqual([]);
    await vi.advanceTimersByTimeAsync(60 * minuteMs);
    expect(asked).toHaveLength(1);
  });

  it('asks again every five minutes and a little, whatever else changes in the settings', async () => {
    const { asked, changes, state, watch } = open();
    watch.refresh();
    await vi.advanceTimersByTimeAsync(5 * minuteMs);
    watch.refresh();
    expect(asked).toHaveLength(1);
    state.answer = toAnswer('i-1', 'i-2');
    await vi.advanceTimersByTimeAsync(minuteMs);
    expect(asked).toHaveLength(2);
    state.answer = toAnswer();
    await vi.advanceTimersByTimeAsync(6 * minuteMs);
    await vi.advanceTimersByTimeAsync(6 * minuteMs);
    expect(changes).toEqual([['i-1'], ['i-1', 'i-2'], []]);
  });

  it('keeps what was said for half an hour when the page is silent or says something else', async () => {
    const { state, watch } = open();
    watch.refresh();
    await vi.advanceTimersByTimeAsync(0);
    for (const answer of [null, '<html>']) {
      state.answer = answer;
      await vi.advanceTimersByTimeAsync(12 * minuteMs);
      expect(watch.current()).toHaveLength(1);
    }
    await vi.advanceTimersByTimeAsync(6 * minuteMs);
    expect(watch.current()).toEqual([]);
  });

  it('asks the pages that are entered now, and none after it was stopped', async () => {
    const { state, asked, watch } = open();
    watch.refresh();
    state.pages = ['https://a.example', 'https://b.example'];
    watch.refresh();
    await vi.advanceTimersByTimeAsync(0);
    expect(asked.map((address) => new URL(address).host)).toEqual(['status.example.com', 'a.example', 'b.example']);
    watch.stop();
    await vi.advanceTimersByTimeAsync(60 * minuteMs);
    expect(asked).toHaveLength(3);
  });
});

describe('listStatusPages', () => {
  const choices = { ...defaultAlertChoices.incident, isOn: true };
  const found = [
    { source: 'codex', events: 3 },
    { source: 'claude-code', events: 0 },
    { source: 'pi', events: 9 },
  ];

  it('lists those of agents that were used, and no other', () => {
    expect(listStatusPages(choices, found)).toEqual(['https://status.openai.com']);
    expect(listStatusPages(choices, [])).toEqual([]);
  });

  it('lists those of the settings instead, each once, and none while the rule is off', () => {
    const pages = ['https://a.example', 'https://b.example', 'https://a.example'];
    expect(listStatusPages({ ...choices, pages }, found)).toEqual(['https://a.example', 'https://b.example']);
    expect(listStatusPages({ ...choices, pages: [] }, found)).toEqual([]);
    expect(listStatusPages({ ...choices, pages, isOn: false }, found)).toEqual([]);
  });
});

describe('a real status page', () => {
  it('is read over HTTP', async () => {
    const server = await startWebServer(reply(200, {}, toAnswer('i-9')));
    const seen: string[] = [];
    const watch = createIncidentWatch({
      pages: () => [server.address],
      get: createGet(),
      onChange: () => seen.push(...watch.current().map(({ id, page: from }) => `${from} ${id}`)),
      nowMs: () => Date.now(),
      random: () => 0,
      logger: createRecordingLogger(),
    });
    watch.refresh();
    await waitUntil('the incident', () => seen.length > 0);
    expect(seen).toEqual([`127.0.0.1:${server.port} i-9`]);
    expect(server.received.map(({ path }) => path)).toEqual(['/api/v2/incidents/unresolved.json']);
    watch.stop();
  });
});
