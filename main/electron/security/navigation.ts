import type { App } from 'electron';
import type { Logger } from '../../../shared/ports/logger.ts';

/**
 * Keeps every page where it was loaded: no navigation, no new windows, no embedded views. Known links open in the
 * system's browser instead.
 */
export function blockNavigation(options: {
  readonly app: Pick<App, 'on'>;
  /** A page wants to open this URL; for known links, the system's browser may. */
  readonly openExternalLink: (link: string) => void;
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
      options.openExternalLink(url);
      return { action: 'deny' };
    });
  });
}
