import type { Dispose } from './disposable.ts';

/** Broadcasts values to listeners in order of subscription. */
export interface Emitter<Value> {
  /** Subscribes; returns the unsubscribe. */
  on(listener: (value: Value) => void): Dispose;
  emit(value: Value): void;
}

/** Builds an emitter. A listener added or removed during `emit` takes effect with the next one. */
export function createEmitter<Value>(): Emitter<Value> {
  const listeners = new Set<{ readonly call: (value: Value) => void }>();
  return {
    on(listener) {
      const entry = { call: listener };
      listeners.add(entry);
      return () => void listeners.delete(entry);
    },
    emit(value) {
      for (const entry of [...listeners]) entry.call(value);
    },
  };
}
