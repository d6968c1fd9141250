import type { Transport } from '../../shared/contract/index.ts';

declare global {
  interface Window {
    /** Set by the preload script; absent in a plain browser. */
    readonly fuelgauge?: Transport;
  }
}
