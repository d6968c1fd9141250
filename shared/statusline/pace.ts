import { minuteMs } from '../domain/instant.ts';

/** Before this share of a window has passed, its pace says nothing. */
const minElapsedPercent = 3;

/** A limit window as far as its pace needs it. */
export interface PacedWindow {
  readonly windowMinutes: number | null;
  readonly usedPercent: number | null;
  readonly resetsAtMs: number | null;
}

/** How much of a window's time has passed, 0 to 100; null where that is unknown, or too little to compare with. */
export function toElapsedPercent({ windowMinutes, resetsAtMs }: PacedWindow, nowMs: number): number | null {
  if (windowMinutes === null || resetsAtMs === null) return null;
  const percent = 100 - ((resetsAtMs - nowMs) / (windowMinutes * minuteMs)) * 100;
  return percent < minElapsedPercent || percent > 100 ? null : percent;
}

/** When a window is used up if its pace so far continues: an estimate. Null when it lasts to its reset. */
export function toRunOutMs(window: PacedWindow, nowMs: number): number | null {
  const { usedPercent, windowMinutes, resetsAtMs } = window;
  if (usedPercent !== null && usedPercent >= 100) return nowMs;
  const elapsedPercent = toElapsedPercent(window, nowMs);
  if (!usedPercent || elapsedPercent === null || windowMinutes === null || resetsAtMs === null) return null;
  const elapsedMs = (elapsedPercent / 100) * windowMinutes * minuteMs;
  const atMs = nowMs + ((100 - usedPercent) * elapsedMs) / usedPercent;
  return atMs < resetsAtMs ? Math.round(atMs) : null;
}
