import { describe, expect, it } from 'vitest';
import { createToken, findToken } from '../../../../../../main/node/host/access/tokens.ts';

describe('a token', () => {
  const first = createToken('first', ['read'], 1);
  const second = createToken('second', ['admin'], 2);
  const tokens = [first.stored, second.stored];

  it('is found by its text', () => {
    expect(findToken(tokens, first.text)).toBe(first.stored);
    expect(findToken(tokens, second.text)).toBe(second.stored);
  });

  it('is kept without its secret', () => {
    const secret = first.text.split('_').slice(2).join('_');
    expect(secret.length).toBe(43);
    expect(JSON.stringify(first.stored)).not.toContain(secret);
    expect(first.text).not.toBe(second.text);
  });

  it.each([
    ['', 'nothing'],
    [second.text.replace(second.stored.id, first.stored.id), 'the secret of another one'],
    [first.text.slice(0, -1), 'a part'],
    [`${first.text}x`, 'more'],
    [first.text.toUpperCase(), 'capital letters'],
    [first.stored.hash, 'the hash'],
  ])('is not %j: %s', (text) => {
    expect(findToken(tokens, text)).toBeNull();
  });

  it('is none once it is revoked', () => {
    expect(findToken([second.stored], first.text)).toBeNull();
  });
});
