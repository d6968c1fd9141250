/** Marks a branch that the types say cannot be reached; throws (a bug) when it is. */
export function assertNever(value: never, what = 'value'): never {
  throw new Error(`unexpected ${what}: ${JSON.stringify(value)}`);
}
