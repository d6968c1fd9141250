import { createHost, type Host } from '../../shared/contract/index.ts';

/**
 * The host behind this page: the tray app over IPC, or an in-memory one in builds for the browser tests (the mode is
 * a constant at build time, so that nothing of it reaches the shipped bundle). Throws when there is neither.
 */
export async function connectHost(): Promise<Host> {
  if (window.fuelgauge !== undefined) return createHost(window.fuelgauge);
  if (import.meta.env.MODE === 'browser-test') {
    const { createFakeTransport } = await import('./fake-transport.ts');
    const scenario = new URLSearchParams(location.search).get('scenario') ?? 'normal';
    const fake = createFakeTransport(scenario);
    window.fuelgaugeFake = fake.host;
    return createHost(fake.transport);
  }
  throw new Error('This page works inside the Fuelgauge app only.');
}

/** What to tell a person about a refused or failed call. */
export function toFailureText(error: unknown): string {
  return error instanceof Error && error.message !== '' ? error.message : 'Fuelgauge does not answer.';
}
