import { expect, it, onTestFinished, vi } from 'vitest';
import { readPush, switchPushOn } from '../../../../renderer/web/push.ts';

it('says that there is no push where the browser refuses the service worker, instead of waiting for it', async () => {
  const register = () => Promise.reject(new DOMException('An SSL certificate error occurred', 'SecurityError'));
  vi.stubGlobal('navigator', { serviceWorker: { register, ready: new Promise(() => undefined) } });
  vi.stubGlobal('window', { PushManager: class {} });
  vi.stubGlobal('Notification', { permission: 'granted', requestPermission: async () => 'granted' });
  onTestFinished(() => void vi.unstubAllGlobals());
  const request = async () => Response.json({ publicKey: 'key', isSubscribed: false });
  expect([await readPush(request), await switchPushOn(request)]).toEqual(['unsupported', 'unsupported']);
});

it('says that the server has no place for one more device, and leaves nothing behind', async () => {
  const unsubscribe = vi.fn(async () => true);
  const pushManager = {
    getSubscription: async () => null,
    subscribe: async () => ({ unsubscribe, toJSON: () => ({}) }),
  };
  const registration = { pushManager, active: {} };
  vi.stubGlobal('navigator', { serviceWorker: { register: async () => registration, ready: registration } });
  vi.stubGlobal('window', { PushManager: class {} });
  vi.stubGlobal('Notification', { permission: 'granted', requestPermission: async () => 'granted' });
  onTestFinished(() => void vi.unstubAllGlobals());
  const answers = (error: object) => async (path: string) =>
    path.endsWith('/subscribe')
      ? Response.json({ error }, { status: 409 })
      : Response.json({ publicKey: 'key', isSubscribed: false });
  expect(await switchPushOn(answers({ kind: 'full' }))).toBe('full');
  expect(await switchPushOn(answers({ kind: 'not-written' }))).toBe('failed');
  expect(unsubscribe).toHaveBeenCalledTimes(2);
});
