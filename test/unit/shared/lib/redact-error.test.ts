import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redactError, redactText } from '../../../../shared/lib/redact-error.ts';

describe('redacting an error', () => {
  it.each([
    [
      "ENOENT: no such file or directory, open '/home/ada/secret project/a.jsonl'",
      'ENOENT: no such file or directory, open <text>',
    ],
    ['cannot read /home/ada/Secret Plan/notes.txt: gone', 'cannot read <path>: gone'],
    ['cannot read C:\\Users\\Ada\\x.json now', 'cannot read <path> now'],
    ['~/projects/loom is missing', '<path> is missing'],
    ['GET https://ada:key@gauge.example/v1?x=1 failed', 'GET <address> failed'],
    ['mail to ada@example.org failed from 192.168.0.7', 'mail to <address> failed from <address>'],
    ['the token abcdefghij0123456789xyz is bad', 'the token <id> is bad'],
    ['Unexpected token "say hello" in JSON', 'Unexpected token <text> in JSON'],
    ['the ledger lacks event 7', 'the ledger lacks event 7'],
  ])('%s', (message, redacted) => {
    expect(redactText(message)).toBe(redacted);
  });

  it('keeps where it was in the program, without folders', () => {
    const error = Object.assign(new TypeError("x is not a function: 'prompt'"), { code: 'ERR_X' });
    error.stack = [
      'TypeError: x',
      '    at run (file:///home/ada/fuelgauge/dist/cli.js:10:5)',
      '    at async Engine.read (C:\\Users\\Ada\\app\\worker.js:7:1)',
      '    at /home/ada/index.js:3:4',
      '    at eval at the prompt of a person',
    ].join('\n');
    expect(redactError(error)).toEqual({
      name: 'TypeError',
      code: 'ERR_X',
      message: 'x is not a function: <text>',
      frames: ['run cli.js:10', 'Engine.read worker.js:7', '- index.js:3'],
    });
  });

  it('says of anything else only what it is', () => {
    expect(redactError('my secret prompt')).toEqual({ name: 'string', code: null, message: '', frames: [] });
    expect(redactError(Object.assign(new Error('a'), { name: 'x y', code: 7 }))).toMatchObject({
      name: 'Error',
      code: null,
    });
  });

  it('lets no home folder through, whatever is around it', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        expect(redactText(`${before} /home/ada/${after}`)).not.toContain('/home/ada');
      }),
    );
  });
});
