import { describe, expect, it } from 'vitest';
import { createClients, type ClientLink } from '../../../../../../main/node/host/clients/clients.ts';
import { noAudience, type ClientKind } from '../../../../../../shared/domain/audience.ts';
import { defaultSettings } from '../../../../../../shared/settings/defaults.ts';
import type { AppSnapshot, SnapshotChange } from '../../../../../../shared/snapshot/app-snapshot.ts';
import { emptySections } from '../../../../../../shared/snapshot/empty-sections.ts';
import { hostContract } from '../../../../../../shared/contract/index.ts';
import { silentLogger } from '../../../../../../shared/ports/logger.ts';
import { applyChange, createSnapshot, updateSnapshot } from '../../../../../../shared/snapshot/revisions.ts';
import { createDefaultHandlers } from '../../../../../fakes/fake-values.ts';
import { giveSnapshot } from '../../../../../support/give-snapshot.ts';

/** A client that records what it is sent. */
class FakeLink implements ClientLink {
  readonly sent: [string, unknown][] = [];
  seen = true;
  readonly kind: ClientKind;
  constructor(kind: ClientKind = 'glance') {
    this.kind = kind;
  }
  isSeen = (): boolean => this.seen;
  send = (name: string, payload: unknown): void => void this.sent.push([name, payload]);
}

const first = createSnapshot(emptySections('UTC', 0), 0);
const withPercent = (snapshot: AppSnapshot, percent: number): AppSnapshot =>
  updateSnapshot(snapshot, { scan: { ...snapshot.sections.scan, percent } }, percent);

function build() {
  let changes = 0;
  const clients = createClients(() => (changes += 1));
  const link = new FakeLink();
  const client = clients.connect(link);
  clients.publishSnapshot(first);
  return { clients, link, client, audienceChanges: () => changes };
}

describe('createClients', () => {
  it('sends no change to a client that has not asked for a snapshot', () => {
    const { clients, link } = build();
    clients.publishSnapshot(withPercent(first, 5));
    expect(link.sent).toEqual([]);
  });

  it('sends only what changed since the snapshot that it answered with', async () => {
    const { clients, link, client } = build();
    await giveSnapshot(client, first);
    const second = withPercent(first, 5);
    clients.publishSnapshot(second);
    clients.publishSnapshot(second);
    expect(link.sent).toHaveLength(1);
    const [name, change] = link.sent[0] as [string, SnapshotChange];
    expect(name).toBe('snapshotChanged');
    expect(Object.keys(change.sections)).toEqual(['scan']);
    expect(applyChange(first, change)).toEqual(second);
  });

  it('sends nothing while the client is not visible, and everything in one change afterwards', async () => {
    const { clients, link, client } = build();
    await giveSnapshot(client, first);
    link.seen = false;
    const third = withPercent(withPercent(first, 5), 9);
    clients.publishSnapshot(withPercent(first, 5));
    clients.publishSnapshot(third);
    clients.publish('settingsChanged', { ...defaultSettings, theme: 'light' });
    clients.publish('settingsChanged', { ...defaultSettings, theme: 'dark' });
    expect(link.sent).toEqual([]);
    client.catchUp();
    expect(link.sent.map(([name]) => name)).toEqual(['settingsChanged', 'snapshotChanged']);
    expect(link.sent[0]?.[1]).toMatchObject({ theme: 'dark' });
    expect(applyChange(first, link.sent[1]?.[1] as SnapshotChange)).toEqual(third);
    client.catchUp();
    expect(link.sent).toHaveLength(2);
  });

  it('keeps clients apart, each at its own revision', async () => {
    const { clients, link, client } = build();
    const late = new FakeLink('history');
    const second = withPercent(first, 5);
    await giveSnapshot(client, first);
    clients.publishSnapshot(second);
    await giveSnapshot(clients.connect(late), second);
    clients.publishSnapshot(withPercent(second, 9));
    expect([link.sent.length, late.sent.length]).toEqual([2, 1]);
    expect(late.sent[0]?.[1]).toMatchObject({ baseRevision: second.revision });
  });

  it('takes no other answer for a snapshot, nor one that failed', async () => {
    const { clients, link, client } = build();
    const answering = { calls: hostContract.calls, logger: silentLogger, checksAnswers: true };
    const handlers = createDefaultHandlers(hostContract.calls);
    await client.answer({ ...answering, handlers }, 'settings', undefined);
    const broken = { ...handlers, snapshot: () => ({ ...first, schema: 'other' }) as never };
    expect(await client.answer({ ...answering, handlers: broken }, 'snapshot', undefined)).toMatchObject({ ok: false });
    clients.publishSnapshot(withPercent(first, 5));
    expect(link.sent).toEqual([]);
  });

  it('counts visible clients by kind, and reports when that may have changed', () => {
    const { clients, link, client, audienceChanges } = build();
    clients.connect(new FakeLink('stream'));
    clients.connect(new FakeLink('stream'));
    expect(clients.audience()).toEqual({ ...noAudience, glance: 1, stream: 2 });
    link.seen = false;
    clients.noteVisibility();
    expect(clients.audience()).toEqual({ ...noAudience, stream: 2 });
    client.disconnect();
    client.catchUp();
    expect(audienceChanges()).toBe(2);
    clients.publishSnapshot(withPercent(first, 5));
    expect(link.sent).toEqual([]);
  });
});
