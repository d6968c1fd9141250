import { describe, expect, it } from 'vitest';
import { requireKnownSources } from '../../../../../../main/node/engine/answers/known-sources.ts';
import { CallError, type CallFailure } from '../../../../../../shared/domain/call-failure.ts';
import { sources } from '../../../../../../shared/sources/registry.ts';

interface Query {
  readonly source: string | null;
}

function failureOf(call: () => unknown): CallFailure | null {
  try {
    call();
    return null;
  } catch (error) {
    if (error instanceof CallError) return error.failure;
    throw error;
  }
}

describe('queries that name a source', () => {
  const handlers = requireKnownSources({
    report: (query: Query) => query.source,
    rescan: () => 'done',
    setPaused: (isPaused: boolean) => isPaused,
  });

  it.each(['unknown', '', 'claude', 'CODEX', '__proto__', 'toString'])(
    'are refused for %j, with what is known',
    (source) => {
      const known = sources.map(({ id }) => id);
      expect(failureOf(() => handlers.report({ source }))).toEqual({ kind: 'unknown-source', source, known });
    },
  );

  it.each([...sources.map(({ id }) => id), null])('are answered for %j', (source) => {
    expect(handlers.report({ source })).toBe(source);
  });

  it('leaves other calls alone', () => {
    expect(handlers.rescan()).toBe('done');
    expect(handlers.setPaused(true)).toBe(true);
  });
});
