/** A field of a message: its number, and a whole number, a text, or a message inside it. */
export type MessageField = readonly [number: number, value: number | string | Uint8Array];

/** Encodes a protobuf message. */
export function toMessage(...fields: readonly MessageField[]): Uint8Array {
  return Buffer.concat(
    fields.map(([number, value]) => {
      if (typeof value === 'number') return Buffer.concat([toVarint(number * 8), toVarint(value)]);
      const bytes = typeof value === 'string' ? Buffer.from(value) : value;
      return Buffer.concat([toVarint(number * 8 + 2), toVarint(bytes.length), bytes]);
    }),
  );
}

/** Bytes as a literal of SQL. */
export function toBlobLiteral(bytes: Uint8Array): string {
  return `x'${Buffer.from(bytes).toString('hex')}'`;
}

function toVarint(value: number): Uint8Array {
  const bytes: number[] = [];
  let left = value;
  do {
    const group = left % 128;
    left = Math.floor(left / 128);
    bytes.push(left > 0 ? group + 128 : group);
  } while (left > 0);
  return Uint8Array.from(bytes);
}
