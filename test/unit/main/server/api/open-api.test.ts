import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { hostContract, nothing } from '../../../../../shared/contract/index.ts';
import { createDefaultHandlers, createFakeValue } from '../../../../fakes/fake-values.ts';
import { operations } from '../../../../../main/server/api/operations.ts';
import { createOpenApi } from '../../../../../main/server/api/open-api.ts';
import { createPushClient } from '../../../../support/push-client.ts';
import { createServerUnderTest } from '../../../../support/server-app.ts';

interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
}
interface DescribedOperation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: object }>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: object }>> }>
  >;
}

const document = JSON.parse(JSON.stringify(createOpenApi())) as Described;
const described = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);
const ajv = new Ajv2020({ strict: false, validateFormats: false });
/** What the server answers besides the contract. */
const beside = ['access', 'pair', 'push', 'subscribePush', 'unsubscribePush'];
const handlers = createDefaultHandlers(hostContract.calls);

/** A request with an argument that the call takes. */
function toRequest(id: string): { readonly search: string; readonly body?: string } {
  if (['access', 'push', 'unsubscribePush'].includes(id)) return { search: '' };
  if (id === 'subscribePush') return { search: '', body: JSON.stringify(createPushClient().subscription) };
  if (id === 'pair') return { search: '', body: '{"code":"good"}' };
  const { call } = operations.find(({ name }) => name === id)!;
  if (call.argument === nothing) return { search: '' };
  const argument = createFakeValue(call.argument);
  if (call.method !== 'GET') return { search: '', body: JSON.stringify(argument) };
  const members = Object.entries(argument as object).filter(([, value]) => value != null);
  return { search: `?${new URLSearchParams(members.map(([name, value]) => [name, String(value)])).toString()}` };
}

describe('the OpenAPI document', () => {
  it('describes every call of the contract, the live stream, and how a page comes by a token', () => {
    const ids = described.map(({ operation }) => operation.operationId);
    expect(ids.toSorted()).toEqual([...operations.map(({ name }) => name as string), 'events', ...beside].toSorted());
  });

  it.each(described.filter(({ operation }) => operation.operationId !== 'events'))(
    'says of $method $path what is really answered',
    async ({ path, method, operation }) => {
      const { ask, authorize } = createServerUnderTest({ handlers, pair: async () => 'fg_token' });
      const { search, body } = toRequest(operation.operationId);
      const headers = { ...authorize('admin'), 'Content-Type': 'application/json' };
      const response = await ask(path + search, {
        method: method.toUpperCase(),
        headers,
        ...(body !== undefined && { body }),
      });
      expect(response.status).toBe(200);
      const schema = operation.responses['200']!.content!['application/json']!.schema;
      const validate = ajv.compile(schema);
      const answer: unknown = await response.json();
      expect(validate(answer) ? null : validate.errors).toBeNull();
      expect(validate({ ...(answer as object), schema: 'other' })).toBe(false);
    },
  );

  it('has a valid schema for every body and answer', () => {
    for (const { operation } of described) {
      const contents = [
        operation.requestBody?.content,
        ...Object.values(operation.responses).map(({ content }) => content),
      ];
      for (const { schema } of contents.flatMap((content) => Object.values(content ?? {}))) {
        if (schema !== undefined && !('$ref' in schema)) expect(() => ajv.compile(schema)).not.toThrow();
      }
    }
  });
});
