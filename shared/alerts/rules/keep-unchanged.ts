import { isEqual } from '../../lib/is-equal.ts';

/** The memory itself where the next one says the same: what is not new is not stored again. */
export function keepUnchanged<Memory>(memory: Memory, next: Memory): Memory {
  return isEqual(next, memory) ? memory : next;
}
