import { describe, expect, it } from 'vitest';
import { isCopiedMessage } from '../../../../../../shared/sources/lib/answers/identity.ts';

describe('a message whose id is newer than its creation time', () => {
  // Ids and times as OpenCode 1.18.33 made them.
  it.each([
    ['msg_217f48531001s9XSBnW5B0fjjR', 1_795_698_230_577],
    ['msg_217f49984001N1liLZV2Qi8uiF', 1_795_698_235_780],
    ['msg_ef4ec8d6a001Ff4JkKrLvFUSLP', 1_782_225_603_947],
  ])('is a copy; %s is not', (id, atMs) => {
    expect(isCopiedMessage(id, atMs)).toBe(false);
    expect(isCopiedMessage(id, atMs - 3_600_000)).toBe(true);
    // The time range of an id may have wrapped around in between.
    expect(isCopiedMessage('msg_000000001001s9XSBnW5B0fjjR', 27 * 2 ** 36 - 3_600_000)).toBe(true);
  });

  it.each(['msg_1', 'msg_test001', 'prt_217f48531001s9XSBnW5B0fjjR', ''])('cannot be recognised by %j', (id) => {
    expect(isCopiedMessage(id, 0)).toBe(false);
  });
});
