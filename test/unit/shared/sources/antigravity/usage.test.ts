import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseGeneration, parseStep } from '../../../../../shared/sources/antigravity/usage.ts';
import { toWorkspaceFolder } from '../../../../../shared/sources/antigravity/workspace.ts';
import { toMessage } from '../../../../support/protobuf.ts';

describe('the address of a workspace', () => {
  it.each([
    ['file:///home/ada/loom%20cli', '/home/ada/loom cli'],
    ['file:///c%3A/Users/ada/loom', 'C:\\Users\\ada\\loom'],
    ['file://server/share/loom', '\\\\server\\share\\loom'],
    ['vscode-remote://ssh/home/ada', null],
    ['file:///%E0%A4%A', null],
    ['', null],
  ])('%j is the folder %j', (address, folder) => {
    expect(toWorkspaceFolder(address)).toBe(folder);
  });
});

describe('a message', () => {
  const usage = toMessage([1, 1020], [2, 100], [3, 50], [5, 7], [9, 20], [10, 30], [11, 'r']);
  const generation = toMessage([1, toMessage([4, usage], [9, toMessage([4, toMessage([1, 1_777_885_200])])])]);

  it('without a total has the sum of its parts as output', () => {
    const parts = toMessage([2, 100], [9, 20], [10, 30], [11, 'r']);
    expect(parseStep(toMessage([9, parts]))?.usage).toMatchObject({ outputTokens: 50, reasoningTokens: 20 });
  });

  it('without any tokens has empty usage', () => {
    expect(parseStep(toMessage([9, toMessage([11, 'r'])]))?.usage).toBe('empty-usage');
  });

  it('with an absurd number does not count', () => {
    expect(parseStep(toMessage([9, toMessage([2, 2e12], [11, 'r'])]))?.usage).toBe('bad-usage');
    expect(parseStep(toMessage([9, toMessage([2, 'many'], [3, 1], [11, 'r'])]))?.usage).toMatchObject({
      inputTokens: 0,
      outputTokens: 1,
    });
  });

  it('never breaks the parser, however it is damaged', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ at: fc.nat(), byte: fc.nat({ max: 255 }) }), { maxLength: 5 }),
        fc.nat(),
        (changes, cut) => {
          const bytes = Uint8Array.from(generation);
          for (const { at, byte } of changes) bytes[at % bytes.length] = byte;
          for (const parse of [parseGeneration, parseStep]) {
            const call = parse(bytes.subarray(0, cut % (bytes.length + 1)));
            if (call === null || typeof call.usage === 'string') continue;
            for (const tokens of Object.values(call.usage) as readonly number[]) {
              expect(Number.isInteger(tokens) && tokens >= 0 && tokens <= 2e12).toBe(true);
            }
          }
        },
      ),
      { numRuns: 3_000 },
    );
  });
});
