import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { putIntoInbox, takeFromInbox } from '../../../../../main/node/received/activity-inbox.ts';
import { toQuarterRow } from '../../../../../shared/activity/slots.ts';
import { createMemoryActivity } from '../../../../fakes/memory-activity.ts';
import { useTemporaryFolders } from '../../../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
const row = toQuarterRow(
  { kind: 'site', name: 'claude.ai', via: 'chrome', origin: 'extension' },
  Date.UTC(2026, 4, 14, 10),
  { activeMs: 60_000, count: 1 },
);

describe('the inbox', () => {
  const inboxOf = (data: string): string => path.join(data, 'activity-inbox');
  const count = (store: ReturnType<typeof createMemoryActivity>): number =>
    store.activity({ fromMs: 0, toMs: Infinity }).reduce((sum, each) => sum + each.count, 0);

  it('hands over what was put into it, once', async () => {
    const [data, store] = [makeFolder(), createMemoryActivity()];
    await takeFromInbox(data, store);
    for (let turn = 0; turn < 3; turn += 1) await putIntoInbox(data, [row]);
    await putIntoInbox(data, []);
    for (let turn = 0; turn < 2; turn += 1) await takeFromInbox(data, store);
    expect(count(store)).toBe(3);
    expect(readdirSync(inboxOf(data))).toEqual([]);
  });

  it('counts nothing twice when the process ended before the file was deleted, nor loses what cannot be written', async () => {
    const [data, store] = [makeFolder(), createMemoryActivity()];
    await putIntoInbox(data, [row]);
    const [name = ''] = readdirSync(inboxOf(data));
    const full = {
      ...store,
      recordActivity: () => {
        throw new Error('full');
      },
    };
    await expect(takeFromInbox(data, full)).rejects.toThrow('full');
    await takeFromInbox(data, store);
    writeFileSync(path.join(inboxOf(data), name), JSON.stringify([row]));
    await takeFromInbox(data, store);
    expect(count(store)).toBe(1);
  });

  it('counts a batch once that is handed over again, before and after it was taken, also beside many others', async () => {
    const [data, store] = [makeFolder(), createMemoryActivity()];
    const batch = '0b1c2d3e-0000-4000-8000-00000000000a';
    await Promise.all([putIntoInbox(data, [row], batch), putIntoInbox(data, [row], batch)]);
    await takeFromInbox(data, store);
    for (let turn = 0; turn < 200; turn += 1) await putIntoInbox(data, [row]);
    await takeFromInbox(data, store);
    await putIntoInbox(data, [row], batch);
    await takeFromInbox(data, store);
    expect([count(store), readdirSync(inboxOf(data))]).toEqual([201, []]);
    expect(store.activityCursors().get('inbox')!.length).toBeLessThan(12_000);
  });

  it('leaves out what is damaged or of no use', async () => {
    const [data, store] = [makeFolder(), createMemoryActivity()];
    const damaged = ['{', '[1]', JSON.stringify([{ ...row, count: -1 }]), JSON.stringify([{ ...row, title: 'x' }])];
    mkdirSync(inboxOf(data));
    damaged.forEach((text, index) =>
      writeFileSync(path.join(inboxOf(data), `0000000${index}-0000-0000-0000-000000000000.json`), text),
    );
    writeFileSync(path.join(inboxOf(data), 'other.json'), '[]');
    mkdirSync(path.join(inboxOf(data), '00000009-0000-0000-0000-000000000000.json'));
    await takeFromInbox(data, store).catch(() => undefined);
    expect(count(store)).toBe(0);
    await putIntoInbox(data, [row]);
    await takeFromInbox(data, store);
    expect(count(store)).toBe(1);
  });
});
