import { describe, expect, it } from 'vitest';
import { createScreen } from '../../../../../../main/node/cli/watch/screen.ts';
import { toScreen } from '../../../../../support/terminal-screen.ts';

function createTerminal() {
  const state = { output: '', atExit: null as string | null };
  const screen = createScreen({
    write: async (text) => void (state.output += text),
    ...{ isTerminal: true, columns: 20, rows: 4 },
    onResize: () => () => undefined,
    writeAtExit: (text) => void (state.atExit = text),
  });
  return { screen, state };
}

describe('createScreen', () => {
  it('writes only the lines that changed, and erases what is gone', async () => {
    const { screen, state } = createTerminal();
    await screen.draw(['one', 'two', 'a line of 20 columns'], null);
    const before = state.output.length;
    await screen.draw(['one', '2'], null);
    expect(state.output.slice(before)).not.toContain('one');
    expect(toScreen(state.output, 20, 4)).toBe('one\n2\n\n');
    await screen.draw(['one', '2'], null);
    await screen.draw(['one', '2', 'a line of 20 columns'], null);
    expect(toScreen(state.output, 20, 4)).toBe('one\n2\na line of 20 columns\n');
  });

  it('writes everything again when the terminal has changed', async () => {
    const { screen, state } = createTerminal();
    await screen.draw(['one'], null);
    const before = state.output.length;
    screen.forget();
    await screen.draw(['one'], null);
    expect(state.output.slice(before)).toContain('one');
  });

  it('has the terminal given back at the exit, unless it has been given back before', async () => {
    const { screen, state } = createTerminal();
    await screen.leave();
    expect(state.output).toBe('');
    await screen.draw(['one'], 'a title');
    expect(state.atExit).toContain('\u001b[?1049l');
    expect(state.atExit).toContain('\u001b[?25h');
    expect(state.atExit).toContain('\u001b[23;2t');
    const promised = state.atExit!;
    await screen.leave();
    expect(state.atExit).toBeNull();
    expect(state.output.endsWith(promised)).toBe(true);
    expect(toScreen(state.output, 20, 4).trim()).toBe('');
  });
});
