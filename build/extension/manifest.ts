import { apiPatterns } from '../../shared/activity/api-patterns.ts';
import { splitDomain } from '../../shared/activity/match-site.ts';
import { sites } from '../../shared/activity/site-table.ts';

/** Sizes of the icons, in pixels. */
export const iconSizes = [16, 32, 48, 128] as const;

/** The pattern of permissions for a listed domain: its host and all hosts below it. Paths cannot be narrowed down. */
export function toOrigin(domain: string): string {
  return `*://*.${splitDomain(domain).host}/*`;
}

/** The receiver: this machine only. */
const loopback = ['127.0.0.1', 'localhost'].map((host) => `*://${host}/*`);

/**
 * The manifest, version 3. README.md says what each permission is for.
 * https://developer.chrome.com/docs/extensions/reference/manifest
 */
export function createManifest(version: string): object {
  const icons = Object.fromEntries(iconSizes.map((size) => [size, `icon-${size}.png`]));
  const apis = apiPatterns.map(({ url_prefix }) => `${new URL(url_prefix).origin}/*`);
  return {
    manifest_version: 3,
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    version,
    minimum_chrome_version: '120',
    icons,
    action: { default_popup: 'popup.html', default_icon: icons },
    options_ui: { page: 'options.html' },
    background: { service_worker: 'background.js', type: 'module' },
    permissions: ['storage', 'alarms', 'idle', 'webRequest'],
    host_permissions: [...new Set([...sites.map(({ domain }) => toOrigin(domain)), ...apis, ...loopback])].sort(),
    // Requested only when the person wants their own sites to be counted.
    optional_host_permissions: ['*://*/*'],
    // The pages load nothing and send nothing; only the background does, to this machine.
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; " +
        'connect-src http://127.0.0.1:* http://localhost:* https://127.0.0.1:* https://localhost:*',
    },
  };
}
