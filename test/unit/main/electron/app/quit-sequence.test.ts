import { describe, expect, it } from 'vitest';
import { createQuitSequence } from '../../../../../main/electron/app/quit-sequence.ts';
import { createRecordingLogger } from '../../../../support/recording-logger.ts';

describe('createQuitSequence', () => {
  it('runs every step in order, once, and skips those that fail or hang', async () => {
    const done: string[] = [];
    const logger = createRecordingLogger();
    const sequence = createQuitSequence({
      steps: () => [
        { name: 'collectors', run: () => void done.push('collectors') },
        { name: 'ledger', run: () => Promise.reject(new Error('disk full')) },
        { name: 'server', run: () => new Promise(() => undefined) },
        { name: 'tray', run: async () => void done.push('tray') },
      ],
      stepTimeoutMs: 20,
      logger,
    });
    expect(sequence.state()).toBe('running');
    const first = sequence.run();
    expect(sequence.state()).toBe('quitting');
    await Promise.all([first, sequence.run()]);
    expect(sequence.state()).toBe('done');
    expect(done).toEqual(['collectors', 'tray']);
    expect(logger.lines).toEqual(['error quitting: "ledger" failed', 'error quitting: "server" failed']);
  });
});
