/**
 * A string or number with a name of its own in the types. Unlike a hard brand it accepts plain literals,
 * so edges that have just validated a value need no cast; two different flavors still do not mix.
 */
export type Flavor<Base, Name extends string> = Base & { readonly __flavor?: Name };
