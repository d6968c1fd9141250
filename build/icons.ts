// Renders every icon of the app from build/icons/svg into build/icons. Run it after changing a drawing and commit the
// result; no build depends on it. Needs `rsvg-convert` (Debian: librsvg2-bin, macOS: brew install librsvg).
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { toIcns, toIco, type SquarePng } from './lib/icon-containers.ts';

const folder = path.join(import.meta.dirname, 'icons');
const states = ['normal', 'warning', 'critical', 'paused', 'error'];
/** Colours of the drawing: `light` for a dark panel, `dark` for a light one. */
const colors = { light: '#ffffff', dark: '#1b1d21' };

/** Enough for a smooth edge. */
const edgeCopies = 24;

const sizes = {
  linuxTray: [22, 24, 32, 48, 64],
  windowsTray: [16, 20, 24, 32, 40, 48, 64, 256],
  app: [16, 24, 32, 48, 64, 128, 256, 512, 1024],
  windowsApp: [16, 24, 32, 48, 64, 128, 256],
};

function draw(name: string, color: string, edge: number): SquarePng {
  const svg = readFileSync(path.join(folder, 'svg', `${name}.svg`), 'utf8').replaceAll('currentColor', color);
  return render(svg, edge);
}

function render(svg: string, edge: number): SquarePng {
  const size = ['--width', String(edge), '--height', String(edge)];
  return { edge, bytes: execFileSync('rsvg-convert', [...size, '--format', 'png'], { input: svg }) };
}

/**
 * The light drawing with a dark edge, for panels of an unknown color: on a dark one the drawing shows, on a light one its
 * edge. The edge is the drawing in dark, moved around in a circle; the whole shrinks to leave it room.
 */
function drawOutlined(name: string, edge: number): SquarePng {
  const svg = readFileSync(path.join(folder, 'svg', `${name}.svg`), 'utf8');
  // A little more than a pixel on small icons: thinner lines blur.
  const width = Math.max(0.75, 18.5 / edge);
  const scale = (8 - width) / 8;
  const place = (color: string, x = 0, y = 0): string =>
    `<g transform="translate(${(width + x).toFixed(3)} ${(width + y).toFixed(3)}) scale(${scale.toFixed(4)})">` +
    `${svg.replaceAll('currentColor', color).replace(/^<svg /, '<svg width="16" height="16" ')}</g>`;
  const angles = Array.from({ length: edgeCopies }, (_, index) => (2 * Math.PI * index) / edgeCopies);
  const copies = angles.map((angle) => place(colors.dark, width * Math.cos(angle), width * Math.sin(angle)));
  return render(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">${copies.join('')}${place(colors.light)}</svg>`,
    edge,
  );
}

function write(name: string, bytes: Uint8Array): void {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}

for (const state of states) {
  const drawing = `tray-${state}`;
  // The names make macOS color the images itself and use the second one on Retina displays.
  write(`tray/macos/${state}Template.png`, draw(drawing, '#000000', 16).bytes);
  write(`tray/macos/${state}Template@2x.png`, draw(drawing, '#000000', 32).bytes);
  for (const [shade, color] of Object.entries(colors)) {
    write(`tray/windows/${state}-${shade}.ico`, toIco(sizes.windowsTray.map((edge) => draw(drawing, color, edge))));
    for (const edge of sizes.linuxTray) {
      write(`tray/linux/${state}-${shade}-${edge}.png`, draw(drawing, color, edge).bytes);
    }
  }
}
for (const state of states) {
  for (const edge of sizes.linuxTray) {
    write(`tray/linux/${state}-outlined-${edge}.png`, drawOutlined(`tray-${state}`, edge).bytes);
  }
}
const app = sizes.app.map((edge) => draw('app', '#000000', edge));
for (const { edge, bytes } of app) write(`app/${edge}x${edge}.png`, bytes);
write('icon.png', draw('app', '#000000', 512).bytes);
write('icon.ico', toIco(app.filter(({ edge }) => sizes.windowsApp.includes(edge))));
write('icon.icns', toIcns(app));
