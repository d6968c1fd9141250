import type { Transport } from '../../shared/contract/index.ts';

declare global {
  interface Window {
    /** Put here by the preload; absent in a plain browser. */
    readonly fuelgauge?: Transport;
  }
}
