import { protocol } from 'electron';
import { appScheme } from './asset-path.ts';
import { serveAsset } from './serve-asset.ts';

/** Registers our scheme as a proper origin. Must run before the app is ready, once. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the pages from `rendererFolder` and nothing else. Must run when the app is ready, before any page loads. */
export function serveApp(rendererFolder: string): void {
  protocol.handle(appScheme, (request) => serveAsset(request, rendererFolder));
}
