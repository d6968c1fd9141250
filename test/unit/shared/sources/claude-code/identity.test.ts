import { describe, expect, it } from 'vitest';
import { isNamedForEver, toRequestName } from '../../../../../shared/sources/claude-code/identity.ts';

describe('a response', () => {
  const replay = { kind: 'lineage', group: 'a', threadId: 'b' } as const;

  it('is named for ever by message and request, not by its time or its line', () => {
    expect(isNamedForEver({ replay, aliases: [] })).toBe(true);
    expect(isNamedForEver({ replay, aliases: [toRequestName('req_0123456789abcdef')!] })).toBe(true);
    expect(isNamedForEver({ replay, aliases: ['claude-code:msg_1#session'] })).toBe(false);
    expect(isNamedForEver({ replay: null, aliases: [] })).toBe(false);
  });
});
