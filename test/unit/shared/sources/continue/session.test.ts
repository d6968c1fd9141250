import { describe, expect, it } from 'vitest';
import { readSession } from '../../../../../shared/sources/continue/session.ts';

const answer = (promptTokens: number, completionTokens: number) => ({
  message: {
    role: 'assistant',
    usage: { model: 'm', prompt_tokens: promptTokens, completion_tokens: completionTokens },
  },
});

describe('a forked session', () => {
  const list = JSON.stringify([{ sessionId: 's', dateCreated: '1777892400000' }]);
  const kinds = (history: readonly object[], usage: unknown) =>
    readSession({ path: '/sessions/s.json', value: { sessionId: 's', history, usage }, sideTexts: [list] }).map(
      (record) => (record.kind === 'skip' ? record.reason : record.kind),
    );

  it('counts from its end as many answers as its own sums have, whichever of the two is reached first', () => {
    const history = [answer(10, 1), answer(10, 2), answer(10, 3)];
    expect(kinds(history, { promptTokens: 20, completionTokens: 5 })).toEqual(['copy', 'event', 'event']);
    expect(kinds(history, { promptTokens: 99, completionTokens: 5 })).toEqual(['copy', 'event', 'event']);
    expect(kinds(history, { promptTokens: 10, completionTokens: 99 })).toEqual(['copy', 'copy', 'event']);
    expect(kinds(history, { promptTokens: 30, completionTokens: 6 })).toEqual(['event', 'event', 'event']);
    expect(kinds(history, null)).toEqual(['event', 'event', 'event']);
  });
});
