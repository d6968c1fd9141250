import type { Contract } from './define.ts';
import { namesOf } from './define.ts';
import type { CallSubject } from '../domain/call-subject.ts';

/** Where a call is in an HTTP API, as a page needs to know it: without schemas. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** Below the prefix of the API. */
  readonly path: string;
  readonly about: CallSubject;
  /** Its answer is a result: failures arrive as problems, with the reason. */
  readonly isResult: boolean;
}

/** Routes by the names of calls. */
export type Routes = Readonly<Record<string, Route>>;

/** Lists the routes of calls. The build puts them into pages, which then need no schemas. */
export function toRoutes(calls: Contract['calls']): Routes {
  return Object.fromEntries(
    namesOf(calls).map((name) => {
      const { method, path, about = 'action', answer } = calls[name]!;
      return [name, { method, path, about, isResult: hasOk(answer) }];
    }),
  );
}

function hasOk(answer: unknown): boolean {
  const { options } = answer as { readonly options?: readonly { readonly entries?: object }[] };
  return options?.some(({ entries }) => entries !== undefined && 'ok' in entries) ?? false;
}
