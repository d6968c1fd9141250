import { toHeadroomPercent, type LimitUnit, type LimitWindow } from '../../../../shared/domain/limit-window.ts';
import { messages } from '../messages.ts';
import { unknownText } from './figures.ts';

/** How much of a window is used: the percentage, or the amount where the provider gives no percentage. */
export function toUsedText({ usedPercent, amount }: LimitWindow): string {
  return usedPercent === null ? toAmountText(amount?.used ?? null, amount?.unit) : messages.format.percent(usedPercent);
}

/** How much of a window is left, in the same terms. */
export function toLeftText(window: LimitWindow): string {
  const headroom = toHeadroomPercent(window);
  const { amount } = window;
  return headroom === null ? toAmountText(amount?.remaining ?? null, amount?.unit) : messages.format.percent(headroom);
}

function toAmountText(value: number | null, unit: LimitUnit | undefined): string {
  return value === null || unit === undefined ? unknownText : messages.units.limitAmount(value, unit);
}
