import { describe, expect, it } from 'vitest';
import { createDisposableStack } from '../../../../shared/lib/disposable.ts';
import { createEmitter } from '../../../../shared/lib/emitter.ts';

describe('createEmitter', () => {
  it('calls listeners in order until they unsubscribe, even during a broadcast', () => {
    const heard: string[] = [];
    const emitter = createEmitter<number>();
    const off = emitter.on((value) => {
      heard.push(`a${value}`);
      off();
    });
    emitter.on((value) => heard.push(`b${value}`));
    emitter.emit(1);
    emitter.emit(2);
    expect(heard).toEqual(['a1', 'b1', 'b2']);
  });

  it('counts the same listener subscribed twice as two', () => {
    let calls = 0;
    const listener = () => void calls++;
    const emitter = createEmitter<null>();
    const off = emitter.on(listener);
    emitter.on(listener);
    off();
    emitter.emit(null);
    expect(calls).toBe(1);
  });
});

describe('createDisposableStack', () => {
  it('releases once, in reverse order, and immediately when already released', () => {
    const released: number[] = [];
    const stack = createDisposableStack();
    stack.add(() => released.push(1));
    stack.add(() => released.push(2));
    stack.dispose();
    stack.dispose();
    stack.add(() => released.push(3));
    expect(released).toEqual([2, 1, 3]);
  });
});
