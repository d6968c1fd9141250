import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { askOnTerminal } from '../../../../../../main/node/cli/streams/ask-on-terminal.ts';

const createTerminal = () => Object.assign(new PassThrough(), { isTTY: true });

describe('askOnTerminal', () => {
  it('is what the person types', async () => {
    const input = createTerminal();
    input.write('yes\n');
    expect(await askOnTerminal('Sure?', input, createTerminal())).toBe('yes');
  });

  it.each([
    ['Ctrl-C', '\u0003'],
    ['Ctrl-D', '\u0004'],
  ])('is nothing after %s, which is no missing terminal', async (_, key) => {
    const input = createTerminal();
    input.write(key);
    expect(await askOnTerminal('Sure?', input, createTerminal())).toBe('');
  });

  it('is null without a terminal', async () => {
    expect(await askOnTerminal('Sure?', new PassThrough(), createTerminal())).toBeNull();
    expect(await askOnTerminal('Sure?', createTerminal(), new PassThrough())).toBeNull();
  });
});
