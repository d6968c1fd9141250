import type { MicroUsd } from '../domain/money.ts';
import type { UsageCell } from '../domain/usage-cell.ts';
import type { ModelPrice, Rates } from './price-table.ts';

const picoPerMicro = 1_000_000;

/** Cost of a cell at a price: computed exactly, then rounded once, half up. */
export function costAt(price: ModelPrice, cell: UsageCell): MicroUsd {
  const fastPercent = cell.speed === 'fast' ? (price.fastPercent ?? 100) : 100;
  const regionalPercent = cell.isRegional ? (price.regionalPercent ?? 100) : 100;
  const tokens = roundedMicroUsd(cell, selectRates(price, cell), fastPercent, regionalPercent);
  return tokens + cell.webSearchRequests * (price.webSearchMicroUsd ?? 0);
}

/**
 * The rates for the cell's tier and prompt size. A tier without its own price is billed as standard. OpenAI calls its
 * fast serving the priority tier, and has no priority price for long prompts: they are billed as standard.
 */
function selectRates(price: ModelPrice, cell: UsageCell): Rates {
  const { longContext } = price;
  // A sum of many prompts is long, but none of them need be.
  const isLong = longContext !== undefined && !cell.isSum && cell.contextClass >= longContext.above;
  if (cell.tier === 'flex') return (isLong ? (longContext.flex ?? longContext.rates) : price.flex) ?? price.rates;
  if (isLong) return longContext.rates;
  const isPriority = cell.tier === 'priority' || (cell.speed === 'fast' && price.fastPercent === undefined);
  return (isPriority ? price.priority : undefined) ?? price.rates;
}

function roundedMicroUsd({ usage }: UsageCell, rates: Rates, fastPercent: number, regionalPercent: number): number {
  // Reasoning is included in output.
  const pico =
    usage.inputTokens * rates.input +
    usage.cacheCreation5mTokens * rates.cacheWrite5m +
    usage.cacheCreation1hTokens * rates.cacheWrite1h +
    usage.cacheReadTokens * rates.cacheRead +
    usage.outputTokens * rates.output;
  const raised = pico + picoPerMicro / 2;
  // No part is negative, so if the sum is exact, its parts are too.
  if (fastPercent === 100 && regionalPercent === 100 && Number.isSafeInteger(raised)) {
    return (raised - (raised % picoPerMicro)) / picoPerMicro;
  }
  const exact =
    BigInt(usage.inputTokens) * BigInt(rates.input) +
    BigInt(usage.cacheCreation5mTokens) * BigInt(rates.cacheWrite5m) +
    BigInt(usage.cacheCreation1hTokens) * BigInt(rates.cacheWrite1h) +
    BigInt(usage.cacheReadTokens) * BigInt(rates.cacheRead) +
    BigInt(usage.outputTokens) * BigInt(rates.output);
  const divisor = BigInt(picoPerMicro) * 10_000n;
  return Number((exact * BigInt(fastPercent) * BigInt(regionalPercent) + divisor / 2n) / divisor);
}
