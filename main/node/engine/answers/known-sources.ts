import { CallError } from '../../../../shared/domain/call-failure.ts';
import { findSource, sources } from '../../../../shared/sources/registry.ts';

type AnyHandlers = Readonly<Record<string, (argument: never) => unknown>>;

/**
 * Makes handlers throw a `CallError` for a query whose source is not in the registry: an answer of zeros would look as if
 * nothing had been used.
 */
export function requireKnownSources<Handlers extends AnyHandlers>(handlers: Handlers): Handlers {
  const guarded = Object.entries(handlers).map(([name, handle]) => {
    const guard = (argument: never): unknown => {
      requireKnownSource(argument);
      return handle(argument);
    };
    return [name, guard] as const;
  });
  return Object.fromEntries(guarded) as Handlers;
}

function requireKnownSource(argument: unknown): void {
  const { source } = (argument ?? {}) as { readonly source?: unknown };
  if (typeof source !== 'string' || findSource(source) !== null) return;
  const known = sources.map(({ id }) => id);
  throw new CallError({ kind: 'unknown-source', source, known }, 'no source has this id');
}
