import type { App } from 'electron';
import type { Logger } from '../../../shared/ports/logger.ts';
import { toAllowedLink } from './external-links.ts';

/**
 * Keeps every page where it was loaded: no navigation, no new windows, no embedded views. Known links open in the
 * system's browser instead.
 */
export function blockNavigation(options: {
  readonly app: Pick<App, 'on'>;
  readonly openExternal: (url: string) => Promise<void>;
  readonly logger: Logger;
}): void {
  const { logger } = options;
  options.app.on('web-contents-created', (_created, contents) => {
    contents.on('will-navigate', (event) => {
      event.preventDefault();
      logger.warn('refused a navigation');
    });
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => {
      event.preventDefault();
      logger.warn('refused an embedded view');
    });
    contents.setWindowOpenHandler(({ url }) => {
      const link = toAllowedLink(url);
      if (link === null) logger.warn('refused to open a window');
      else options.openExternal(link).catch((error: unknown) => logger.error('cannot open a link', error));
      return { action: 'deny' };
    });
  });
}
