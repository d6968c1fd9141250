/** Releases what was acquired. Calling it a second time does nothing. */
export type Dispose = () => void;

/** Collects releases; they run in reverse order of acquisition, once. */
export interface DisposableStack {
  add(dispose: Dispose): void;
  dispose(): void;
}

/** Builds an empty stack. A release added after `dispose()` runs at once. */
export function createDisposableStack(): DisposableStack {
  let pending: Dispose[] | null = [];
  return {
    add(dispose) {
      if (pending === null) dispose();
      else pending.push(dispose);
    },
    dispose() {
      const releases = pending ?? [];
      pending = null;
      for (const release of releases.reverse()) release();
    },
  };
}
