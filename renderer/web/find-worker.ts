/**
 * Registers the service worker of this page, or finds the one that is. Null where the browser wants none: over plain
 * HTTP except on this machine, and with a certificate that it does not trust.
 */
export async function findWorker(): Promise<ServiceWorkerRegistration | null> {
  if (!('serviceWorker' in navigator)) return null;
  const registration = await navigator.serviceWorker.register('/sw.js').catch(() => null);
  // Without a registration, nothing would ever be ready.
  return registration === null ? null : navigator.serviceWorker.ready;
}
