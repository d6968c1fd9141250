import type { FakeHost } from './contract-host.ts';

declare global {
  interface Window {
    /** What the page asked of the fake host, and the means to play that host's part. */
    fuelgaugeFake?: FakeHost;
  }
}
