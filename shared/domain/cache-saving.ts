import type { MicroUsd } from './money.ts';
import type { CacheCosts } from './what-if.ts';

/** What a cache saved: the difference from the same tokens without one; null when no price is known. */
export function toCacheSaving({ listMicroUsd, withoutCacheMicroUsd }: CacheCosts): MicroUsd | null {
  return listMicroUsd === null || withoutCacheMicroUsd === null ? null : withoutCacheMicroUsd - listMicroUsd;
}
