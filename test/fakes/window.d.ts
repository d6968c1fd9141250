import type { FakeHost } from './contract-host.ts';

declare global {
  interface Window {
    /** What the page asked of the fake host, and how to control that host. */
    fuelgaugeFake?: FakeHost;
  }
}
