import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSystemNotifications } from '../../../../../main/electron/notifications/system-notification.ts';

class FakeNotification extends EventEmitter {
  isShown = false;
  show(): void {
    this.isShown = true;
  }
}

describe('createSystemNotifications', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const build = () => {
    const created: FakeNotification[] = [];
    const show = createSystemNotifications((notice) => {
      expect(notice).toEqual({ title: 'Codex', body: '90 %' });
      const notification = new FakeNotification();
      created.push(notification);
      return notification;
    });
    let clicks = 0;
    const outcome = (): Promise<string> =>
      show({ title: 'Codex', body: '90 %' }, () => (clicks += 1)).then(
        () => 'shown',
        (error: Error) => error.message,
      );
    return { created, outcome, clicks: () => clicks };
  };

  it('waits for the system to confirm, and reports the click', async () => {
    const { created, outcome, clicks } = build();
    const shown = outcome();
    expect(created[0]?.isShown).toBe(true);
    created[0]?.emit('show');
    expect(await shown).toBe('shown');
    created[0]?.emit('click');
    expect(clicks()).toBe(1);
  });

  it('rejects when the system reports a failure, or nothing', async () => {
    const { created, outcome } = build();
    const failed = outcome();
    created[0]?.emit('failed', {}, 'UNErrorDomain 1');
    expect(await failed).toBe('UNErrorDomain 1');
    const silent = outcome();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await silent).toBe('the system did not confirm the notification');
  });
});
