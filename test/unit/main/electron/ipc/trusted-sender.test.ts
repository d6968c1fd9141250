import { describe, expect, it } from 'vitest';
import { refusalOf } from '../../../../../main/electron/ipc/trusted-sender.ts';

const known = new Set([7]);
const ours = { url: 'fuelgauge://app/popover/index.html', isMainFrame: true };

describe('refusalOf', () => {
  it("accepts the main frame of our own window's page", () => {
    expect(refusalOf({ webContentsId: 7, frame: ours }, known)).toBeNull();
    expect(
      refusalOf(
        { webContentsId: 7, frame: { ...ours, url: 'fuelgauge://app/main-window/index.html#settings' } },
        known,
      ),
    ).toBeNull();
  });

  it.each([
    ['a window that is not ours', { webContentsId: 8, frame: ours }],
    ['a frame that is gone', { webContentsId: 7, frame: null }],
    ['a subframe', { webContentsId: 7, frame: { ...ours, isMainFrame: false } }],
    ['another host', { webContentsId: 7, frame: { ...ours, url: 'fuelgauge://evil/popover/index.html' } }],
    ['our host with a port', { webContentsId: 7, frame: { ...ours, url: 'fuelgauge://app:80/x.html' } }],
    ['another scheme', { webContentsId: 7, frame: { ...ours, url: 'https://app/popover/index.html' } }],
    ['a file', { webContentsId: 7, frame: { ...ours, url: 'file:///app/index.html' } }],
    ['a blank page', { webContentsId: 7, frame: { ...ours, url: 'about:blank' } }],
    ['no page yet', { webContentsId: 7, frame: { ...ours, url: '' } }],
  ])('refuses %s', (_who, sender) => {
    expect(refusalOf(sender, known)).toEqual(expect.any(String));
  });
});
