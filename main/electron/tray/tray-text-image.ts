import { nativeImage, type NativeImage } from 'electron';
import type { PixelMark } from '../../../shared/lib/pixel-text.ts';
import { drawPixelText } from '../../../shared/lib/pixel-text.ts';
import type { TrayText } from '../../../shared/snapshot/tray-text.ts';
import { toBitmap, type TextInk } from './tray-bitmap.ts';
import { linuxIconSizes, type TrayIconRequest } from './tray-icon.ts';

/** Edge lengths on Windows for displays at 100, 200 and 300 %, in pixels. */
const windowsEdges = [16, 32, 48] as const;

const marks: Readonly<Record<TrayIconRequest['state'], PixelMark>> = {
  normal: 'none',
  warning: 'underline',
  critical: 'box',
  paused: 'none',
  error: 'none',
};

/** What decides how a text looks; texts with the same key look the same. */
export function toTextKey(text: TrayText, request: TrayIconRequest): string {
  return JSON.stringify([text.lines, marks[request.state], toInk(request), toEdges(request)]);
}

/** Draws a text in the icon's place, for systems whose tray has room for nothing else (Windows, Linux). */
export function drawTextImage(text: TrayText, request: TrayIconRequest): NativeImage {
  const image = nativeImage.createEmpty();
  toEdges(request).forEach((edge, index) => {
    const buffer = toBitmap(drawPixelText(text.lines, edge, marks[request.state]), toInk(request));
    image.addRepresentation({ scaleFactor: index + 1, width: edge, height: edge, buffer });
  });
  return image;
}

function toEdges({ platform, scaleFactor }: TrayIconRequest): readonly number[] {
  if (platform === 'win32') return windowsEdges;
  return [linuxIconSizes.find((edge) => edge >= Math.floor(22 * scaleFactor)) ?? 64];
}

/** As the icons: on Linux light with a dark edge unless the person chooses otherwise. */
function toInk({ platform, color, isPanelDark }: TrayIconRequest): TextInk {
  if (color !== 'auto') return color;
  if (platform === 'win32') return isPanelDark ? 'light' : 'dark';
  return 'outlined';
}
