/** What the decision about a launch depends on. */
export interface Launch {
  /** The command-line arguments after the program. */
  readonly args: readonly string[];
  readonly platform: NodeJS.Platform;
  /** Run by root, for whom Chromium does not start with its sandbox on (Linux). */
  readonly isRoot: boolean;
}

/** Our own (`parseAppArguments`), and Chromium's equivalent of `--data`. */
const own = ['home', 'data', 'hidden', 'user-data-dir'];

/** How windows are drawn: passed by desktops, wrapper scripts and people with difficult graphics drivers. */
const display = [
  ...['ozone-platform', 'ozone-platform-hint', 'enable-wayland-ime', 'wayland-text-input-version', 'gtk-version'],
  ...['disable-gpu', 'disable-gpu-compositing', 'disable-software-rasterizer', 'disable-dev-shm-usage'],
  ...['use-gl', 'use-angle', 'force-device-scale-factor', 'high-dpi-support', 'class', 'name', 'lang'],
  ...['force-renderer-accessibility', 'force-high-contrast', 'enable-logging', 'log-level', 'v'],
];

/** What the system itself adds: installers and notifications on Windows, the Finder on macOS. */
const ofSystem: Readonly<Partial<Record<NodeJS.Platform, RegExp>>> = {
  win32: /^(updated|embedding|toastactivated)$/i,
  darwin: /^(psn_\w+|NS\w+|Apple\w+)$/,
};

const allowed: ReadonlySet<string> = new Set([...own, ...display]);

/**
 * The switches, as written but without their values, with which a packaged app does not start; none when there is
 * nothing to refuse. Chromium has over a thousand, and each version adds some: they open pages to debuggers, load
 * extensions, start other programs as helpers or disable the sandbox. So they are refused unless known to be harmless.
 * Anyone who can start programs as this person can read their logs anyway; but what the system has granted Fuelgauge
 * beyond that (the keychain, protected folders on macOS) must not be available through us.
 */
export function findRefusedSwitches(launch: Launch): readonly string[] {
  const refused = toSwitches(launch.args, launch.platform).filter(({ name, value }) => {
    if (allowed.has(name) || ofSystem[launch.platform]?.test(name)) return false;
    if (name === 'no-sandbox') return !(launch.platform === 'linux' && launch.isRoot);
    // Wrapper scripts enable Chromium's Wayland features this way.
    if (name === 'enable-features') return !/^((UseOzonePlatform|Wayland\w+)(,|$))+$/.test(value);
    return true;
  });
  return refused.map(({ written }) => written);
}

interface Switch {
  readonly name: string;
  readonly value: string;
  readonly written: string;
}

/**
 * Parses switches as Chromium does (base/command_line.cc): white space around an argument is dropped, one dash is
 * enough, on Windows also a slash; `--` ends them.
 */
function toSwitches(args: readonly string[], platform: NodeJS.Platform): readonly Switch[] {
  const end = args.indexOf('--');
  const pattern = platform === 'win32' ? /^(--|-|\/)([^=]+)(?:=(.*))?$/s : /^(--|-)([^=]+)(?:=(.*))?$/s;
  return args.slice(0, end === -1 ? args.length : end).flatMap((argument) => {
    const [, prefix = '', name = '', value = ''] = pattern.exec(argument.trim()) ?? [];
    // Windows does not distinguish upper and lower case here.
    const known = platform === 'win32' ? name.toLowerCase() : name;
    return name === '' ? [] : [{ name: known, value, written: `${prefix}${name}` }];
  });
}
