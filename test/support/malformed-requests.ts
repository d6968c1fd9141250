import fc from 'fast-check';
import { createOpenApi } from '../../main/server/api/open-api.ts';

/** A request as a careless or hostile client sends it. */
export interface MalformedRequest {
  readonly path: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

interface Described {
  readonly parameters?: readonly { readonly name: string; readonly schema: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}
interface Schema {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly enum?: readonly unknown[];
}

const strange = [
  '',
  '0',
  '-1',
  '1e999',
  'NaN',
  'null',
  'true',
  '[]',
  '2026-02-30',
  '9999-99-99',
  '\0',
  '../..',
  '＿',
  '🦊',
];
const paths = createOpenApi()['paths'] as Readonly<Record<string, Readonly<Record<string, Described>>>>;

/**
 * Requests made from the OpenAPI document: its paths and methods with its own parameters and members, whose values are
 * good, nearly good and bad; other methods; bodies that are no JSON, too deep, or say another type.
 */
export function malformedRequests(): fc.Arbitrary<MalformedRequest> {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({ path, method: method.toUpperCase(), described })),
  );
  return fc.constantFrom(...operations).chain(({ path, method, described }) =>
    fc
      .record({
        path: fc.oneof(
          { weight: 9, arbitrary: fc.constant(path) },
          fc.constantFrom(`${path}/`, `${path}/x`, `/${path}`),
        ),
        method: fc.oneof({ weight: 9, arbitrary: fc.constant(method) }, fc.constantFrom('PUT', 'DELETE', 'OPTIONS')),
        query: queryOf(described),
        type: fc.constantFrom('application/json', 'application/json; charset=x', 'text/plain', ''),
        body: bodyOf(described),
        etag: fc.constantFrom('', '*', 'W/"x"', '"', ',,,'),
      })
      .map(({ query, type, etag, body, ...request }) => ({
        method: request.method,
        path: `${request.path}${query}`,
        headers: { ...(type !== '' && { 'Content-Type': type }), ...(etag !== '' && { 'If-None-Match': etag }) },
        body: request.method === 'GET' ? null : body,
      })),
  );
}

function queryOf({ parameters = [] }: Described): fc.Arbitrary<string> {
  const known = parameters.map(({ name, schema }) =>
    fc.tuple(fc.constant(name), fc.oneof(fc.constantFrom(...strange, ...(schema.enum ?? []).map(String)), fc.string())),
  );
  const other = fc.tuple(fc.constantFrom('__proto__', 'constructor', 'x', ''), fc.constantFrom(...strange));
  return fc.array(fc.oneof(...known, other), { maxLength: 6 }).map((pairs) => {
    const search = pairs.map((pair) => pair.map((part) => encodeURIComponent(part)).join('=')).join('&');
    return search === '' ? '' : `?${search}`;
  });
}

function bodyOf({ requestBody }: Described): fc.Arbitrary<string> {
  const { properties = {} } = requestBody?.content['application/json']?.schema ?? {};
  const names = [...Object.keys(properties), '__proto__', 'constructor'];
  const members = fc.dictionary(fc.constantFrom(...names), fc.oneof(fc.jsonValue(), fc.constantFrom(...strange)));
  const deep = fc.constantFrom(20, 5_000).map((depth) => '['.repeat(depth) + ']'.repeat(depth));
  return fc.oneof(
    members.map((each) => JSON.stringify(each)),
    fc.json(),
    fc.string(),
    deep,
  );
}
