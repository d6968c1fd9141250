import { shell } from 'electron';
import type { Logger } from '../../../shared/ports/logger.ts';
import { toAllowedLink } from './allowed-links.ts';

/** Opens a link in the system's browser if it is a known one; logs a refusal without the link itself. */
export function openExternalLink(link: string, logger: Logger): void {
  const url = toAllowedLink(link);
  if (url === null) logger.warn('refused to open a window');
  else shell.openExternal(url).catch((error: unknown) => logger.error('cannot open a link', error));
}
