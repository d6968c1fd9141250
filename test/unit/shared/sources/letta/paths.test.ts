import { describe, expect, it } from 'vitest';
import { isLettaConversation, isLettaFolder, lettaRoots } from '../../../../../shared/sources/letta/paths.ts';
import type { HostEnvironment } from '../../../../../shared/sources/source.ts';

const host: HostEnvironment = { platform: 'linux', home: '/home/ada', variables: {}, otherHomes: [] };

describe("Letta Code's conversations", () => {
  it('are in every home', () => {
    const otherHomes = [{ path: '/wsl/bob', device: 'wsl:Debian' }];
    expect(lettaRoots({ ...host, otherHomes }).map(({ path }) => path)).toEqual([
      '/home/ada/.letta/lc-local-backend/conversations',
      '/wsl/bob/.letta/lc-local-backend/conversations',
    ]);
  });

  it('are folders with messages; the keys elsewhere in the backend are not looked at', () => {
    expect(
      ['a/messages.jsonl', 'a/conversation.json', 'messages.jsonl', 'a/b/messages.jsonl'].map(isLettaConversation),
    ).toEqual([true, false, false, false]);
    expect(['a', 'a/b'].map(isLettaFolder)).toEqual([true, false]);
  });
});
