import { describe, expect, it } from 'vitest';
import { createMessages } from '../../../../../shared/messages/catalogue.ts';
import { toTrayMenu } from '../../../../../main/electron/tray/tray-menu.ts';

const labels = (status: string, isPaused = false): string[] =>
  toTrayMenu({ status, isPaused }, createMessages().tray.menu).flatMap((item) =>
    item.kind === 'separator' ? [] : [item.label],
  );

describe('toTrayMenu', () => {
  it('contains the state as an inactive text, and every action', () => {
    const items = toTrayMenu({ status: '12k tokens today', isPaused: false }, createMessages().tray.menu);
    expect(items[0]).toEqual({ kind: 'status', label: '12k tokens today' });
    expect(items.flatMap((item) => (item.kind === 'action' ? [item.action] : []))).toEqual([
      'open',
      'overview',
      'settings',
      'togglePaused',
      'quit',
    ]);
  });

  it('has an item to resume while paused', () => {
    expect(labels('x')).toContain('Pause monitoring');
    expect(labels('x', true)).toContain('Resume monitoring');
    expect(labels('x', true)).not.toContain('Pause monitoring');
  });

  it('keeps the first line short, complete and without access keys', () => {
    expect(labels('R&D\nsecond line')[0]).toBe('R&&D');
    expect(labels('x'.repeat(200))[0]).toHaveLength(80);
  });
});
