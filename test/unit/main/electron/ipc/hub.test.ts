import { describe, expect, it } from 'vitest';
import { createHub, type HubWindow } from '../../../../../main/electron/ipc/hub.ts';
import { defaultSettings } from '../../../../../shared/settings/defaults.ts';
import type { AppSnapshot, SnapshotChange } from '../../../../../shared/snapshot/app-snapshot.ts';
import { emptySections } from '../../../../../shared/snapshot/empty-sections.ts';
import { applyChange, createSnapshot, updateSnapshot } from '../../../../../shared/snapshot/revisions.ts';

class FakeWindow implements HubWindow {
  readonly sent: [string, unknown][] = [];
  visible = true;
  minimized = false;
  destroyed = false;
  readonly webContents;
  constructor(id: number) {
    const send = (channel: string, payload: unknown): void => void this.sent.push([channel, payload]);
    this.webContents = { id, send, isDestroyed: () => this.destroyed };
  }
  isVisible = (): boolean => this.visible;
  isMinimized = (): boolean => this.minimized;
  isDestroyed = (): boolean => this.destroyed;
}

const first = createSnapshot(emptySections('UTC', 0), 0);
const withPercent = (snapshot: AppSnapshot, percent: number): AppSnapshot =>
  updateSnapshot(snapshot, { scan: { ...snapshot.sections.scan, percent } }, percent);

function build() {
  const hub = createHub();
  const window = new FakeWindow(1);
  const detach = hub.attach(window);
  hub.publishSnapshot(first);
  return { hub, window, detach };
}

describe('createHub', () => {
  it('tells nothing of snapshots to a page that has not asked for one', () => {
    const { hub, window } = build();
    hub.publishSnapshot(withPercent(first, 5));
    expect(window.sent).toEqual([]);
  });

  it('sends only what changed since the revision that the page holds', () => {
    const { hub, window } = build();
    hub.noteDelivered(1, first.revision);
    const second = withPercent(first, 5);
    hub.publishSnapshot(second);
    hub.publishSnapshot(second);
    expect(window.sent).toHaveLength(1);
    const [channel, change] = window.sent[0] as [string, SnapshotChange];
    expect(channel).toBe('fuelgauge:event:snapshotChanged');
    expect(Object.keys(change.sections)).toEqual(['scan']);
    expect(applyChange(first, change)).toEqual(second);
  });

  it.each(['hidden', 'minimized'])('sends nothing while %s, and all of it at once on catching up', (how) => {
    const { hub, window } = build();
    hub.noteDelivered(1, first.revision);
    if (how === 'hidden') window.visible = false;
    else window.minimized = true;
    const second = withPercent(first, 5);
    const third = withPercent(second, 9);
    hub.publishSnapshot(second);
    hub.publishSnapshot(third);
    hub.broadcast('settingsChanged', { ...defaultSettings, theme: 'light' });
    hub.broadcast('settingsChanged', { ...defaultSettings, theme: 'dark' });
    expect(window.sent).toEqual([]);
    hub.catchUp(1);
    expect(window.sent.map(([channel]) => channel)).toEqual([
      'fuelgauge:event:settingsChanged',
      'fuelgauge:event:snapshotChanged',
    ]);
    expect(window.sent[0]?.[1]).toMatchObject({ theme: 'dark' });
    expect(applyChange(first, window.sent[1]?.[1] as SnapshotChange)).toEqual(third);
  });

  it('keeps quiet towards windows that are gone', () => {
    const { hub, window, detach } = build();
    hub.noteDelivered(1, first.revision);
    window.destroyed = true;
    hub.publishSnapshot(withPercent(first, 5));
    hub.tell(1, 'viewRequested', 'history');
    expect(window.sent).toEqual([]);
    expect([...hub.webContentsIds()]).toEqual([1]);
    detach();
    expect([...hub.webContentsIds()]).toEqual([]);
  });
});
