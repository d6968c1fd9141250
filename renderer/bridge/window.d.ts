import type { Transport } from '../../shared/contract/index.ts';
import type { FakeHost } from './fake-transport.ts';

declare global {
  interface Window {
    /** Put here by the preload; absent in a plain browser. */
    readonly fuelgauge?: Transport;
    /** Only in builds for the browser tests: what the page asked for, and the means to play the host. */
    fuelgaugeFake?: FakeHost;
  }
}
