import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redactError, redactText } from '../../../../shared/lib/redact-error.ts';

describe('redacting an error', () => {
  it.each([
    [
      "ENOENT: no such file or directory, open '/home/ada/secret project/a.jsonl'",
      'ENOENT: no such file or directory, open <text>',
    ],
    ['cannot read /home/ada/Secret Plan/notes.txt: gone', 'cannot read <path>'],
    ["ENOENT, open '/home/o'brien/secret project/a.jsonl'", 'ENOENT, open <text>'],
    ['cannot read /home/ada/Secret Plan.txt', 'cannot read <path>'],
    ['cannot read loom/notes', 'cannot read <path>'],
    ['getaddrinfo ENOTFOUND gauge', 'getaddrinfo <name>'],
    ['spawn loom-agent ENOENT', 'spawn <name>'],
    ['connect to gauge.example failed', 'connect to <name> failed'],
    ['no project Größe', 'no project Gr<text>e'],
    ["it can't be opened", "it can't be opened"],
    ["Cannot read properties of undefined (reading 'usage')", 'Cannot read properties of undefined (reading <text>'],
    ['cannot read C:\\Users\\Ada\\x.json now', 'cannot read <path>'],
    ['~/projects/loom is missing', '<path>'],
    ['GET https://ada:key@gauge.example/v1?x=1 failed', 'GET <address>'],
    ['mail to ada@example.org failed from 192.168.0.7', 'mail to <address> failed from <address>'],
    ['the token abcdefghij0123456789xyz is bad', 'the token <secret> is bad'],
    ['the event abcdefghij0123456789xyz is bad', 'the event <id> is bad'],
    ['login failed: password=hunter two', 'login failed: password=<text>'],
    ['the password is hunter two', 'the password <secret>'],
    ['401 for Authorization: Basic YWRhOnB3 of ada', '401 for Authorization: <secret>'],
    ['sent Basic YWRhOnB3', 'sent Basic <secret>'],
    ['callback ?token=abc&user=ada', 'callback ?token=<text>'],
    ['api_key: k9 is refused', 'api_key: <secret>'],
    ['Set-Cookie: sid=abc; Path=x', 'Set-Cookie: <secret>'],
    ['cookie sid refused', 'cookie <secret>'],
    ['incorrect API key sk-abc given', 'incorrect API key <secret> given'],
    ['refused ghp_abc', 'refused <secret>'],
    ['refused a1b2c3d4', 'refused <id>'],
    ['connect ada:pw@gauge', 'connect <address>'],
    ['GET https://ada:p:w@gauge/x', 'GET <address>'],
    ['FOREIGN KEY constraint failed', 'FOREIGN KEY constraint failed'],
    ['the key is missing', 'the key is missing'],
    ['Uint8Array expected for sha256', 'Uint8Array expected for sha256'],
    ['Unexpected token "say hello" in JSON', 'Unexpected token <text>'],
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

  it.each(['{"prompt": my secret plan}', '"secret', '["a", "secret" x]', "'secret'"])(
    'keeps nothing of a text that is no JSON: %s',
    (text) => {
      let thrown: unknown;
      try {
        JSON.parse(text);
      } catch (error) {
        thrown = error;
      }
      const redacted = redactError(thrown);
      expect(redacted.name).toBe('SyntaxError');
      expect(redacted.message).not.toMatch(/secret|my|plan|prompt/);
    },
  );

  it('takes no line of a message for a frame', () => {
    const error = new Error('first\n    at Secret.Plan (secret.js:1:1)\n');
    expect(redactError(error).frames.join()).not.toMatch(/secret/i);
    expect(redactError(error).frames[0]).toContain('redact-error.test.ts');
  });

  it('says of anything else only what it is', () => {
    expect(redactError('my secret prompt')).toEqual({ name: 'string', code: null, message: '', frames: [] });
    expect(redactError(Object.assign(new Error('a'), { name: 'x y', code: 7 }))).toMatchObject({
      name: 'Error',
      code: null,
    });
  });

  it('lets no secret through, however short, whatever is around it', () => {
    const named = fc.constantFrom(
      'password',
      'PASSWD',
      'db_pwd',
      'client_secret',
      'api_key',
      'X-Api-Key',
      'token',
      'refresh-token',
    );
    const sent = fc.constantFrom(
      'Authorization: Basic ',
      'authorization: ',
      'Cookie: ',
      'Set-Cookie: sid=',
      'Bearer ',
      'sk-',
      'https://ada:',
    );
    const set = fc
      .tuple(named, fc.constantFrom('=', ' = ', ': ', ':', ' ', ' is '))
      .map(([name, between]) => `${name}${between}`);
    const queried = named.map((name) => `GET gauge?x=1&${name}=`);
    const secret = fc.stringMatching(/^zq[a-zA-Z0-9]{0,12}$/);
    const around = fc.constantFrom('', ' ', ' failed', '@gauge/x', '; next', '\nat once', ', and more', ')');
    fc.assert(
      fc.property(around, fc.oneof(set, sent, queried), secret, around, (before, name, value, after) => {
        expect(redactText(`${before} ${name}${value}${after}`)).not.toContain(value);
      }),
      { numRuns: 400 },
    );
  });

  it('lets no home folder through, whatever is around it', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        expect(redactText(`${before} /home/ada/${after}`)).not.toContain('/home/ada');
      }),
    );
  });
});
