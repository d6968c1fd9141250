import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { noGuests } from '../../../../../../main/node/system/guest-systems.ts';
import { createPolledFiles } from '../../../../../../main/node/ingest/watching/polled-files.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('polls the files of other systems rarely, asks each time, and touches nothing of one that sleeps', async () => {
  const events: string[] = [];
  let isAsleep = false;
  const files = createPolledFiles({
    clock: { nowMs: () => 0 },
    guests: {
      ...noGuests,
      isGuest: (path) => path.startsWith('//wsl$/'),
      isAsleep: (path) => path.startsWith('//wsl$/') && isAsleep,
      refresh: () => Promise.resolve(void events.push('asked')),
    },
    trust: () => 'partial',
    onChange: (path) => void events.push(`changed ${path}`),
    readFacts: (path) => {
      events.push(path);
      return Promise.resolve({ size: 1, mtimeMs: 0, inode: '1' });
    },
  });
  const facts = { size: 1, mtimeMs: 0, inode: '1' };
  files.touch('/own', facts);
  files.touch('//wsl$/Ubuntu/a', facts);
  await vi.advanceTimersByTimeAsync(14_000);
  expect(events.filter((event) => event === '/own').length).toBeGreaterThan(40);
  expect(events).not.toContain('asked');
  events.length = 0;
  await vi.advanceTimersByTimeAsync(2_000);
  expect(events.filter((event) => event !== '/own')).toEqual(['asked', '//wsl$/Ubuntu/a']);

  isAsleep = true;
  events.length = 0;
  await vi.advanceTimersByTimeAsync(120_000);
  expect(events.filter((event) => event !== '/own')).toEqual(['asked']);
  files.close();
});
