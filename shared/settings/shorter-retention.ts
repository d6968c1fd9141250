import type { DetailRetention } from './schema.ts';

/** Whether fewer requests would be kept by `wanted` than by `current`. */
export function isShorterRetention(wanted: DetailRetention, current: DetailRetention): boolean {
  const toDays = (retention: DetailRetention): number => (retention === 'forever' ? Infinity : retention);
  return toDays(wanted) < toDays(current);
}
