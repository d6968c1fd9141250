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

const sizes = {
  linuxTray: [22, 24, 32, 48, 64],
  windowsTray: [16, 20, 24, 32, 40, 48, 64, 256],
  app: [16, 24, 32, 48, 64, 128, 256, 512, 1024],
  windowsApp: [16, 24, 32, 48, 64, 128, 256],
};

function draw(name: string, color: string, edge: number): SquarePng {
  const svg = readFileSync(path.join(folder, 'svg', `${name}.svg`), 'utf8').replaceAll('currentColor', color);
  const size = ['--width', String(edge), '--height', String(edge)];
  return { edge, bytes: execFileSync('rsvg-convert', [...size, '--format', 'png'], { input: svg }) };
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
const app = sizes.app.map((edge) => draw('app', '#000000', edge));
for (const { edge, bytes } of app) write(`app/${edge}x${edge}.png`, bytes);
write('icon.png', draw('app', '#000000', 512).bytes);
write('icon.ico', toIco(app.filter(({ edge }) => sizes.windowsApp.includes(edge))));
write('icon.icns', toIcns(app));
