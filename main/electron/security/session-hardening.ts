import type { Session } from 'electron';
import type { Logger } from '../../../shared/ports/logger.ts';
import { isAllowedDownload, isAllowedPermission, isAllowedRequest } from './request-filter.ts';

/** Denies a session everything that our pages do not need: permissions, devices and the network. */
export function hardenSession(session: Session, logger: Logger): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    const isAllowed = isAllowedPermission(permission);
    if (!isAllowed) logger.warn(`refused a page the permission "${permission}"`);
    answer(isAllowed);
  });
  session.setPermissionCheckHandler((_contents, permission) => isAllowedPermission(permission));
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, answer) => {
    const isAllowed = isAllowedRequest(details.url);
    if (!isAllowed) logger.warn(`refused a page the request ${toOrigin(details.url)}`);
    answer({ cancel: !isAllowed });
  });
  session.on('will-download', (event, item) => {
    if (isAllowedDownload(item.getURL())) return;
    event.preventDefault();
    logger.warn(`refused a page the download ${toOrigin(item.getURL())}`);
  });
}

/** Scheme and host only: the rest of a URL may contain anything. */
function toOrigin(url: string): string {
  return /^[a-z][a-z0-9+.-]*:(?:\/\/[^/?#]*)?/i.exec(url)?.[0] ?? 'without a scheme';
}
