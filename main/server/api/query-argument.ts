import type * as v from 'valibot';
import { nothing } from '../../../shared/contract/index.ts';

/** The parts of a schema that say how a value is written in an address. */
interface SchemaParts {
  readonly type: string;
  readonly wrapped?: SchemaParts;
  readonly pipe?: readonly SchemaParts[];
  readonly entries?: Readonly<Record<string, SchemaParts>>;
  readonly item?: SchemaParts;
}

/**
 * Reads the argument of a query from an address: one parameter per member, a list as one per item. Names and values are
 * not checked here, the contract does that: what cannot be a number stays text, and a parameter that is given twice is a
 * list.
 */
export function readQueryArgument(schema: v.GenericSchema, parameters: URLSearchParams): unknown {
  const names = [...new Set(parameters.keys())];
  if (schema === nothing && names.length === 0) return undefined;
  const entries = unwrap(schema).entries ?? {};
  const members = names.map((name) => [name, toValue(entries[name], parameters.getAll(name))] as const);
  return Object.fromEntries(members);
}

function toValue(declared: SchemaParts | undefined, texts: readonly string[]): unknown {
  const schema = declared === undefined ? undefined : unwrap(declared);
  if (schema?.type === 'array') return texts.map((text) => toScalar(schema.item, text));
  return texts.length === 1 ? toScalar(schema, texts[0]!) : texts;
}

function toScalar(declared: SchemaParts | undefined, text: string): unknown {
  const type = declared === undefined ? 'string' : unwrap(declared).type;
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  if (type === 'number' && text.trim() !== '' && Number.isFinite(Number(text))) return Number(text);
  return text;
}

/** The schema inside of `optional`, `nullable` and the like. */
function unwrap(schema: SchemaParts): SchemaParts {
  return schema.wrapped === undefined ? schema : unwrap(schema.wrapped);
}
