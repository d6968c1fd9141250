import type { App, WebContents } from 'electron';
import type { Logger } from '../../../shared/ports/logger.ts';

/**
 * Keeps every page where it was loaded: no navigation, no new windows, no embedded views. Known links open in the
 * system's browser instead. A page may load itself again, as it does when the language changes.
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
      if (isReload(contents, event.url)) return;
      event.preventDefault();
      logger.warn('refused a navigation');
    });
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame || !isReload(contents, event.url)) event.preventDefault();
    });
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

/** Whether the page that is shown would be loaded again, view and all. */
function isReload(contents: Pick<WebContents, 'getURL'>, url: string): boolean {
  return url === contents.getURL();
}
