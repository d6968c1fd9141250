import { findWorker } from './find-worker.ts';

/** How alerts reach this browser: they do, they could, or why they cannot. */
export type PushState = 'on' | 'off' | 'unsupported' | 'unpaired' | 'denied' | 'unavailable' | 'full' | 'failed';

/** Asks the server, with this page's token. */
type Request = (path: string, init: RequestInit) => Promise<Response>;

const path = '/api/push';

/** Whether alerts are sent to this browser: both the server and the browser must say so. */
export async function readPush(request: Request): Promise<PushState> {
  if (!('serviceWorker' in navigator) || !('PushManager' in window)) return 'unsupported';
  try {
    const known = await readKey(request);
    if (typeof known === 'string') return known;
    if (Notification.permission === 'denied') return 'denied';
    const registration = await findWorker();
    if (registration === null) return 'unsupported';
    const subscription = await registration.pushManager.getSubscription();
    return known.isSubscribed && subscription !== null ? 'on' : 'off';
  } catch {
    return 'failed';
  }
}

/** Subscribes this browser at its vendor's push service and says so to the server. Asks for permission, so call it on a click. */
export async function switchPushOn(request: Request): Promise<PushState> {
  try {
    if ((await Notification.requestPermission()) !== 'granted') return 'denied';
    const known = await readKey(request);
    if (typeof known === 'string') return known;
    const registration = await findWorker();
    if (registration === null) return 'unsupported';
    const { pushManager } = registration;
    // A subscription from an earlier installation, with other keys, would be in the way.
    await (await pushManager.getSubscription())?.unsubscribe();
    const options = { userVisibleOnly: true, applicationServerKey: known.publicKey };
    const subscription = await pushManager.subscribe(options).catch(() => null);
    if (subscription === null) return 'unavailable';
    const response = await post(request, `${path}/subscribe`, subscription.toJSON());
    if (response.ok) return 'on';
    await subscription.unsubscribe();
    return (await isFull(response)) ? 'full' : 'failed';
  } catch {
    return 'failed';
  }
}

/** The server forgets this browser first, so that nothing is sent to an address that is gone. */
export async function switchPushOff(request: Request): Promise<PushState> {
  try {
    const response = await post(request, `${path}/unsubscribe`, {});
    if (!response.ok) return 'failed';
    const registration = await findWorker();
    await (await registration?.pushManager.getSubscription())?.unsubscribe();
    return 'off';
  } catch {
    return 'failed';
  }
}

async function readKey(
  request: Request,
): Promise<{ readonly publicKey: string; readonly isSubscribed: boolean } | PushState> {
  const response = await request(path, {});
  if (response.status === 401) return 'unpaired';
  if (!response.ok) return 'failed';
  return (await response.json()) as { publicKey: string; isSubscribed: boolean };
}

/** Whether the server has no place for one more device. */
async function isFull(response: Response): Promise<boolean> {
  const { error } = (await response.json()) as { error?: { kind?: string } };
  return error?.kind === 'full';
}

function post(request: Request, address: string, body: unknown): Promise<Response> {
  const headers = { 'Content-Type': 'application/json' };
  return request(address, { method: 'POST', headers, body: JSON.stringify(body) });
}
