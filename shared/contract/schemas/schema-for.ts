import * as v from 'valibot';

/**
 * Declares the schema of a domain type: `schemaFor<Report>()(v.strictObject({ … }))`. Does not compile unless schema
 * and type describe the same values, so neither can change without the other.
 */
export function schemaFor<Type>() {
  return <Schema extends v.GenericSchema>(
    schema: Schema,
    ..._difference: Difference<Type, v.InferOutput<Schema>>
  ): v.GenericSchema<unknown, Type> => schema as unknown as v.GenericSchema<unknown, Type>;
}

/** A list of values; read-only, as all lists of the domain are. */
export function listOf<Item>(item: v.GenericSchema<unknown, Item>): v.GenericSchema<unknown, readonly Item[]> {
  return v.array(item);
}

/**
 * Requires an extra argument, which nobody passes, when a schema and its type differ; its type is the differing member.
 */
type Difference<Type, Output> =
  Same<Type, Output> extends true ? [] : [typeAndSchemaDifferIn: DifferentMembers<Type, Output>];

type DifferentMembers<Type, Output> = {
  [Key in keyof (Type & Output)]: Key extends keyof Type & keyof Output
    ? Same<Type[Key], Output[Key]> extends true
      ? never
      : Key
    : Key;
}[keyof (Type & Output)];

/** Whether two types describe the same values, whatever is read-only in them. */
export type Same<A, B> = Both<
  Both<Extends<Frozen<A>, Frozen<B>>, Extends<Frozen<B>, Frozen<A>>>,
  Both<Extends<Full<A>, Full<B>>, Extends<Full<B>, Full<A>>>
>;

type Extends<A, B> = [A] extends [B] ? true : false;
type Both<A, B> = A extends true ? B : false;
type Scalar = string | number | boolean | null | undefined;

/** Read-only throughout, so that lists of either kind compare. */
type Frozen<T> = T extends Scalar
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Frozen<Item>[]
    : { readonly [Key in keyof T]: Frozen<T[Key]> };

/** The type with every member required; otherwise an optional member could be forgotten. */
type Full<T> = T extends Scalar
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Full<Item>[]
    : { readonly [Key in keyof T]-?: Full<T[Key]> };
