import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPacedRendering } from '../../../../../main/electron/tray/paced-rendering.ts';

describe('createPacedRendering', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const build = () => {
    const shown: string[] = [];
    const rendering = createPacedRendering<string>({
      render: (view) => void shown.push(view),
      pauseMs: 10_000,
      nowMs: () => Date.now(),
    });
    return { shown, rendering };
  };

  it('shows urgent changes immediately, and only the last of the texts after the pause', () => {
    const { shown, rendering } = build();
    rendering.request('1 token', 'normal');
    rendering.request('2 tokens', 'normal');
    rendering.request('3 tokens', 'normal');
    expect(shown).toEqual(['1 token']);
    vi.advanceTimersByTime(10_000);
    expect(shown).toEqual(['1 token', '3 tokens']);
    rendering.request('4 tokens', 'warning');
    expect(shown.at(-1)).toBe('4 tokens');
  });

  it('drops a waiting text when something urgent overtakes it, and when it is stopped', () => {
    const { shown, rendering } = build();
    rendering.request('a', 'normal');
    rendering.request('b', 'normal');
    rendering.request('c', 'warning');
    rendering.request('d', 'warning');
    rendering.stop();
    vi.advanceTimersByTime(60_000);
    expect(shown).toEqual(['a', 'c']);
  });
});
