import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStatuslineWatch } from '../../../../../../main/node/host/statusline/statusline-watch.ts';
import type { StatuslineState } from '../../../../../../shared/domain/statusline-install.ts';
import { silentLogger } from '../../../../../../shared/ports/logger.ts';

const hourMs = 3_600_000;

function createWatch(states: readonly StatuslineState[]) {
  const seen: string[] = [];
  const waiting = [...states];
  const watch = createStatuslineWatch({
    installer: {
      report: async () => ({
        agent: 'Agent',
        state: waiting.shift() ?? 'absent',
        settingsFile: '/settings.json',
        command: null,
        previousCommand: null,
        strongerFile: null,
        isHidden: false,
        installedAtMs: null,
      }),
      refreshProgram: async () => void seen.push('refresh'),
    },
    view: {
      setProblem: ({ id }) => void seen.push(`set ${id}`),
      clearProblem: (id) => void seen.push(`clear ${id}`),
    },
    logger: silentLogger,
  });
  return { watch, seen };
}

describe('an installed status line', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('that something else removed is a problem until it is back or given up', async () => {
    const { watch, seen } = createWatch(['installed', 'removed', 'replaced', 'absent']);
    watch.begin();
    for (let hours = 0; hours < 4; hours += 1) await vi.advanceTimersByTimeAsync(hourMs);
    watch.stop();
    expect(seen).toEqual([
      'clear statusline-removed',
      'refresh',
      'set statusline-removed',
      'set statusline-removed',
      'clear statusline-removed',
      'clear statusline-removed',
    ]);
    await vi.advanceTimersByTimeAsync(hourMs);
    expect(seen).toHaveLength(6);
  });
});
