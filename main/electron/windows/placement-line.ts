import type { Rectangle } from 'electron';

/** The log's line about where the popover first stood, and the icon (null: the system does not say where it is). */
export function toPlacementLine(popover: Rectangle, icon: Rectangle | null): string {
  return `placement:${JSON.stringify({ popover: round(popover), icon: icon === null ? null : round(icon) })}`;
}

function round({ x, y, width, height }: Rectangle): Rectangle {
  return { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) };
}
