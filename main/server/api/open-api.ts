import { toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import packageFile from '../../../package.json' with { type: 'json' };
import { nothing } from '../../../shared/contract/index.ts';
import { pushSubscriptionSchema } from '../../../shared/settings/push-secret.ts';
import { createMessages } from '../../../shared/messages/catalogue.ts';
import { accessPath, accessSchema, pairedSchema, pairPath, pairSchema } from './access-operations.ts';
import { operations, type Operation } from './operations.ts';
import { pushPath, pushSchema, subscribedSchema, subscribePath, unsubscribePath } from './push-operations.ts';
import { problemMediaType } from './problem-details.ts';

const { openApi: texts } = createMessages().server;

type JsonSchema = Readonly<Record<string, unknown>>;

/** Where the document is served, and where live events are. */
export const openApiPath = '/api/openapi.json';
export const eventsPath = '/api/events';

/** The members that every answer has besides its facts. */
const envelope = {
  schema: { type: 'string' },
  generatedAt: { type: 'string', format: 'date-time' },
  staleAfterSeconds: { type: 'number' },
};

/** The API as an OpenAPI 3.1 document, made from the contract. */
export function createOpenApi(): JsonSchema {
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const operation of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.call.method.toLowerCase()]: describe(operation) };
  }
  return {
    openapi: '3.1.0',
    info: { title: texts.title, description: texts.description, version: packageFile.version },
    paths: {
      ...paths,
      [eventsPath]: { get: describeEvents() },
      [accessPath]: { get: describeAccess() },
      [pairPath]: { post: describePairing() },
      ...describePush(),
    },
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: problemSchema },
    },
    security: [{}, { token: [] }],
  };
}

/** RFC 9457. */
const problemSchema = {
  type: 'object',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    error: {},
    source: { type: 'string' },
    known: { type: 'array', items: { type: 'string' } },
  },
  required: ['type', 'title', 'status', 'detail'],
};

function describe({ name, call, schemaName }: Operation): JsonSchema {
  const isQuery = call.method === 'GET';
  const argument = call.argument === nothing ? null : convert(call.argument, 'input');
  return {
    operationId: name,
    ...(isQuery && { parameters: toParameters(argument) }),
    ...(!isQuery && argument !== null && { requestBody: { required: true, content: toContent(argument) } }),
    responses: {
      200: {
        description: schemaName,
        ...(isQuery && { headers: { ETag: { schema: { type: 'string' } } } }),
        content: toContent(toAnswerSchema(call.answer, schemaName)),
      },
      ...(isQuery && { 304: { description: texts.notModified } }),
      ...problemResponses,
    },
  };
}

const problemResponses = {
  default: {
    description: texts.problem,
    content: { [problemMediaType]: { schema: { $ref: '#/components/schemas/Problem' } } },
  },
};

function describeEvents(): JsonSchema {
  return {
    operationId: 'events',
    description: texts.events,
    parameters: [{ name: 'Last-Event-ID', in: 'header', schema: { type: 'string' } }],
    responses: { 200: { description: texts.events, content: { 'text/event-stream': {} } }, ...problemResponses },
  };
}

/** Needs no token: it reports what a token permits. */
function describeAccess(): JsonSchema {
  const content = toContent(convert(accessSchema, 'output'));
  return { operationId: 'access', responses: { 200: { description: texts.access, content }, ...problemResponses } };
}

function describePairing(): JsonSchema {
  const content = toContent(convert(pairedSchema, 'output'));
  return {
    operationId: 'pair',
    requestBody: { required: true, content: toContent(convert(pairSchema, 'input')) },
    responses: { 200: { description: texts.pair, content }, ...problemResponses },
  };
}

function describePush() {
  const toResponses = (schema: v.GenericSchema) => ({
    200: { description: texts.push, content: toContent(convert(schema, 'output')) },
    ...problemResponses,
  });
  const body = { required: true, content: toContent(convert(pushSubscriptionSchema, 'input')) };
  const subscribe = { operationId: 'subscribePush', requestBody: body, responses: toResponses(subscribedSchema) };
  return {
    [pushPath]: { get: { operationId: 'push', responses: toResponses(pushSchema) } },
    [subscribePath]: { post: subscribe },
    [unsubscribePath]: { post: { operationId: 'unsubscribePush', responses: toResponses(subscribedSchema) } },
  };
}

function toParameters(argument: JsonSchema | null): readonly JsonSchema[] {
  const properties = (argument?.['properties'] ?? {}) as Readonly<Record<string, JsonSchema>>;
  const required = (argument?.['required'] ?? []) as readonly string[];
  return Object.entries(properties).map(([name, schema]) => {
    return { name, in: 'query', required: required.includes(name), schema };
  });
}

/** The schema of an answer as it is sent: with the members of the envelope. */
function toAnswerSchema(answer: v.GenericSchema, schemaName: string): JsonSchema {
  const own = answer === nothing ? {} : convert(toSuccess(answer), 'output');
  const properties = (own['properties'] ?? {}) as JsonSchema;
  const required = (own['required'] ?? []) as readonly string[];
  return {
    ...own,
    type: 'object',
    properties: { ...envelope, ...properties, schema: { const: schemaName } },
    required: [...new Set([...Object.keys(envelope), ...required])],
  };
}

/** The success branch of an answer that may be a failure: failures are sent as problems. */
function toSuccess(answer: v.GenericSchema): v.GenericSchema {
  const { options } = answer as {
    readonly options?: readonly { readonly entries?: Record<string, v.GenericSchema> }[];
  };
  return options?.find(({ entries }) => entries?.['ok'] !== undefined)?.entries?.['value'] ?? answer;
}

/** What JSON Schema cannot express is left out: the contract may be stricter than the document. */
function convert(schema: v.GenericSchema, typeMode: 'input' | 'output'): JsonSchema {
  const { $schema: _dialect, ...rest } = toJsonSchema(schema, { typeMode, errorMode: 'ignore' });
  return rest;
}

function toContent(schema: JsonSchema): JsonSchema {
  return { 'application/json': { schema } };
}
