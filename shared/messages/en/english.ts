import type { Formats } from '../format/formats.ts';
import { createCliMessages } from './cli.ts';
import { createDesktopMessages } from './desktop.ts';
import { createLaunchMessages } from './launch.ts';
import { createEnglishPages } from './pages.ts';
import { createConfigMessages } from './config.ts';
import { createServerMessages } from './server.ts';
import { createTrayMessages } from './tray.ts';

/** Every English sentence, by the surface that shows it. The shape is what other languages have to fill. */
export function createEnglish(format: Formats) {
  return {
    ...createEnglishPages(format),
    launch: createLaunchMessages(),
    desktop: createDesktopMessages(),
    tray: createTrayMessages(format),
    server: createServerMessages(),
    config: createConfigMessages(),
    cli: createCliMessages(format),
  };
}
