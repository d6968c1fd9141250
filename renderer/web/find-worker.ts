/**
 * Registers the service worker of this page, or finds the one that is. Null where the browser allows none: over plain
 * HTTP except on this machine, and with a certificate that it does not trust.
 */
export async function findWorker(): Promise<ServiceWorkerRegistration | null> {
  if (!('serviceWorker' in navigator)) return null;
  const registration = await navigator.serviceWorker.register('/sw.js').catch(() => null);
  // Without a registration, `ready` would never resolve.
  return registration === null ? null : navigator.serviceWorker.ready;
}
