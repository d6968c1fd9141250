import * as v from 'valibot';
import { namesOf, type Handlers, type Procedures } from '../../shared/contract/index.ts';

/** What a schema of the contract may be, as far as its parts matter here. */
interface SchemaParts {
  readonly type: string;
  readonly entries?: Readonly<Record<string, v.GenericSchema>>;
  readonly options?: readonly unknown[];
  readonly literal?: unknown;
  readonly item?: v.GenericSchema;
}

/** Texts of every form that a call asks for: any, a day, a time zone. */
const texts = ['', '2026-05-01', 'UTC'];

/** A small value that a schema accepts: nothing where it may be missing, no items in lists. Throws when it finds none. */
export function createFakeValue(schema: v.GenericSchema): unknown {
  // Before items are made: a list that may be empty need not have an item that can be made.
  if (schema.type === 'array' && v.is(schema, [])) return [];
  const value = listCandidates(schema as unknown as SchemaParts).find((candidate) => v.is(schema, candidate));
  if (value === undefined && !v.is(schema, undefined))
    throw new Error(`test/fakes/fake-values.ts knows no ${schema.type}`);
  return value;
}

/** Handlers that give every call of a contract a small valid answer; a fake replaces those that it knows better. */
export function createDefaultHandlers<Calls extends Procedures>(calls: Calls): Handlers<Calls> {
  const handlers = namesOf(calls).map((name) => [name, () => createFakeValue(calls[name]!.answer)]);
  return Object.fromEntries(handlers) as Handlers<Calls>;
}

function listCandidates({ type, entries = {}, options = [], literal, item }: SchemaParts): readonly unknown[] {
  switch (type) {
    case 'object':
    case 'strict_object':
      return [Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, createFakeValue(entry)]))];
    case 'variant':
    case 'union':
      return options.map((option) => createFakeValue(option as v.GenericSchema));
    case 'picklist':
      return options;
    case 'literal':
      return [literal];
    case 'array':
      return item === undefined ? [] : [[createFakeValue(item)]];
    case 'record':
      return [{}];
    case 'string':
      return texts;
    case 'number':
      return [0, 1];
    case 'boolean':
      return [false];
    default:
      return [undefined, null];
  }
}
