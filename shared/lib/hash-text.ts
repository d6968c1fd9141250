/**
 * A 64-bit fingerprint of a text as 16 hexadecimal digits: equal on every machine and run. Two independent 32-bit
 * multiply-and-rotate lanes over UTF-16 code units. Not for security: collisions are easy to construct.
 */
export function hashText(text: string): string {
  let high = 0x9e3779b9;
  let low = 0x85ebca6b ^ text.length;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 0xcc9e2d51);
    high = (high << 13) | (high >>> 19);
    low = Math.imul(low ^ unit, 0x1b873593);
    low = (low << 15) | (low >>> 17);
  }
  return toHex(mix(high ^ Math.imul(low, 0x2c1b3c6d))) + toHex(mix(low ^ Math.imul(high, 0x297a2d39)));
}

function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

function toHex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}
