import path from 'node:path';
import type { HostEnvironment } from '../../../../shared/sources/source.ts';

/** How a browser keeps its history. */
export type HistoryDialect = 'chromium' | 'firefox' | 'safari';

/** A folder in which a browser keeps the profiles of a person; it need not exist. */
export interface BrowserPlace {
  /** As metrics name it: `chrome`. */
  readonly browser: string;
  readonly dialect: HistoryDialect;
  readonly folder: string;
}

/** Folders that places are relative to. */
type Base = 'home' | 'config' | 'local' | 'roaming' | 'support';
type Entry = readonly [browser: string, base: Base, folder: string];

/** Where Chromium and its relatives keep profiles, by system. Checked on 2026-11-26. */
const chromiumPlaces: Readonly<Record<HostEnvironment['platform'], readonly Entry[]>> = {
  linux: [
    ['chrome', 'config', 'google-chrome'],
    ['chrome', 'config', 'google-chrome-beta'],
    ['chrome', 'home', '.var/app/com.google.Chrome/config/google-chrome'],
    ['chromium', 'config', 'chromium'],
    ['chromium', 'home', 'snap/chromium/common/chromium'],
    ['chromium', 'home', '.var/app/org.chromium.Chromium/config/chromium'],
    ['edge', 'config', 'microsoft-edge'],
    ['edge', 'home', '.var/app/com.microsoft.Edge/config/microsoft-edge'],
    ['brave', 'config', 'BraveSoftware/Brave-Browser'],
    ['brave', 'home', 'snap/brave/current/.config/BraveSoftware/Brave-Browser'],
    ['brave', 'home', '.var/app/com.brave.Browser/config/BraveSoftware/Brave-Browser'],
    ['vivaldi', 'config', 'vivaldi'],
    ['vivaldi', 'home', '.var/app/com.vivaldi.Vivaldi/config/vivaldi'],
    ['opera', 'config', 'opera'],
    ['opera', 'home', 'snap/opera/current/.config/opera'],
    ['opera', 'home', '.var/app/com.opera.Opera/config/opera'],
  ],
  darwin: [
    ['chrome', 'support', 'Google/Chrome'],
    ['chrome', 'support', 'Google/Chrome Beta'],
    ['chromium', 'support', 'Chromium'],
    ['edge', 'support', 'Microsoft Edge'],
    ['brave', 'support', 'BraveSoftware/Brave-Browser'],
    ['arc', 'support', 'Arc/User Data'],
    ['vivaldi', 'support', 'Vivaldi'],
    ['opera', 'support', 'com.operasoftware.Opera'],
  ],
  win32: [
    ['chrome', 'local', 'Google/Chrome/User Data'],
    ['chrome', 'local', 'Google/Chrome Beta/User Data'],
    ['chromium', 'local', 'Chromium/User Data'],
    ['edge', 'local', 'Microsoft/Edge/User Data'],
    ['brave', 'local', 'BraveSoftware/Brave-Browser/User Data'],
    ['arc', 'local', 'Packages/TheBrowserCompany.Arc_ttt1ap7aakyb4/LocalCache/Local/Arc/User Data'],
    ['vivaldi', 'local', 'Vivaldi/User Data'],
    ['opera', 'roaming', 'Opera Software/Opera Stable'],
  ],
};

const firefoxPlaces: Readonly<Record<HostEnvironment['platform'], readonly Entry[]>> = {
  linux: [
    ['firefox', 'home', '.mozilla/firefox'],
    // Since Firefox 147, for new profiles.
    ['firefox', 'config', 'mozilla/firefox'],
    ['firefox', 'home', 'snap/firefox/common/.mozilla/firefox'],
    ['firefox', 'home', '.var/app/org.mozilla.firefox/.mozilla/firefox'],
  ],
  darwin: [['firefox', 'support', 'Firefox/Profiles']],
  win32: [['firefox', 'roaming', 'Mozilla/Firefox/Profiles']],
};

const safariPlaces: readonly Entry[] = [['safari', 'home', 'Library/Safari']];

/** Where the browsers of a person keep their profiles. Touches no file. */
export function listBrowserPlaces(host: HostEnvironment): readonly BrowserPlace[] {
  const paths = host.platform === 'win32' ? path.win32 : path.posix;
  const bases: Readonly<Record<Base, string>> = {
    home: host.home,
    config: host.variables['XDG_CONFIG_HOME'] || paths.join(host.home, '.config'),
    local: host.variables['LOCALAPPDATA'] || paths.join(host.home, 'AppData', 'Local'),
    roaming: host.variables['APPDATA'] || paths.join(host.home, 'AppData', 'Roaming'),
    support: paths.join(host.home, 'Library', 'Application Support'),
  };
  const toPlaces = (dialect: HistoryDialect, entries: readonly Entry[]): readonly BrowserPlace[] =>
    entries.map(([browser, base, folder]) => ({ browser, dialect, folder: paths.join(bases[base], folder) }));
  return [
    ...toPlaces('chromium', chromiumPlaces[host.platform]),
    ...toPlaces('firefox', firefoxPlaces[host.platform]),
    ...(host.platform === 'darwin' ? toPlaces('safari', safariPlaces) : []),
  ];
}
