import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.ts';

/** The Debian package of each library that Electron links or loads. Newer releases rename some of them, see below. */
const packageOfLibrary: Readonly<Record<string, string>> = {
  'libglib-2.0.so.0': 'libglib2.0-0',
  'libgobject-2.0.so.0': 'libglib2.0-0',
  'libgio-2.0.so.0': 'libglib2.0-0',
  'libnss3.so': 'libnss3',
  'libnssutil3.so': 'libnss3',
  'libsmime3.so': 'libnss3',
  'libnspr4.so': 'libnspr4',
  'libdbus-1.so.3': 'libdbus-1-3',
  'libatk-1.0.so.0': 'libatk1.0-0',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libatspi.so.0': 'libatspi2.0-0',
  'libcups.so.2': 'libcups2',
  'libdrm.so.2': 'libdrm2',
  'libgtk-3.so.0': 'libgtk-3-0',
  'libpango-1.0.so.0': 'libpango-1.0-0',
  'libcairo.so.2': 'libcairo2',
  'libX11.so.6': 'libx11-6',
  'libXcomposite.so.1': 'libxcomposite1',
  'libXdamage.so.1': 'libxdamage1',
  'libXext.so.6': 'libxext6',
  'libXfixes.so.3': 'libxfixes3',
  'libXrandr.so.2': 'libxrandr2',
  'libXss.so.1': 'libxss1',
  'libXtst.so.6': 'libxtst6',
  'libgbm.so.1': 'libgbm1',
  'libexpat.so.1': 'libexpat1',
  'libxcb.so.1': 'libxcb1',
  'libxkbcommon.so.0': 'libxkbcommon0',
  'libudev.so.1': 'libudev1',
  'libasound.so.2': 'libasound2',
  'libnotify.so.4': 'libnotify4',
};

/** Libraries that Electron loads at run time, so that `ldd` does not list them. */
const loadedAtRunTime = ['libgtk-3.so.0'];

/** Programs that the end-to-end tests use, with their packages: a screen, a session bus, notifications, system calls, Wayland. */
const testTools: Readonly<Record<string, string>> = {
  'xvfb-run': 'xvfb',
  xauth: 'xauth',
  'dbus-daemon': 'dbus',
  'dbus-run-session': 'dbus',
  'notify-send': 'libnotify-bin',
  strace: 'strace',
  sway: 'sway',
  swaymsg: 'sway',
  grim: 'grim',
};
const testPackages = (
  'xvfb xauth dbus dbus-x11 libgtk-3-0 libnss3 libasound2 libgbm1 libxss1 libatk-bridge2.0-0 libdrm2 libxtst6 ' +
  'libnotify4 libnotify-bin strace sway grim'
).split(' ');

/** The shared libraries, such as `libgtk-3.so.0`, that an executable needs and this Linux lacks; none on other systems. */
export async function findMissingLibraries(executable: string): Promise<readonly string[]> {
  if (process.platform !== 'linux') return [];
  const linked = await run('ldd', [executable]);
  const known = await run(existsSync('/sbin/ldconfig') ? '/sbin/ldconfig' : 'ldconfig', ['-p']);
  const missing = [...linked.stdout.matchAll(/^\s*(\S+) => not found$/gm)].map((match) => match[1] ?? '');
  const absent = known.code === 0 ? loadedAtRunTime.filter((library) => !known.stdout.includes(`${library} `)) : [];
  return [...new Set([...missing, ...absent])];
}

/** The programs that the end-to-end tests need and that are not on the path; none on other systems than Linux. */
export function findMissingTestTools(): readonly string[] {
  return process.platform === 'linux' ? Object.keys(testTools).filter((name) => !isOnPath(name)) : [];
}

/** The Debian packages of these libraries; an unknown library is returned as it is. */
export function toPackages(libraries: readonly string[]): readonly string[] {
  return [...new Set(libraries.map((library) => packageOfLibrary[library] ?? library))];
}

/** The packages of everything that the end-to-end tests need. */
export function listTestPackages(): readonly string[] {
  return testPackages;
}

/** The command that installs packages on Debian and Ubuntu, with the package names of this release. */
export async function toInstallLine(packages: readonly string[]): Promise<string> {
  const sudo = process.getuid?.() === 0 ? '' : 'sudo ';
  return `${sudo}apt-get install -y ${(await toReleaseNames(packages)).join(' ')}`;
}

/** Whether this process may install packages itself. */
export function canInstallPackages(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && isOnPath('apt-get');
}

/** Updates the package lists and installs. Returns null on success, otherwise the output of apt-get. */
export async function installPackages(packages: readonly string[]): Promise<string | null> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = ['-q', '-o', 'Acquire::Retries=3'];
  const update = await run('apt-get', [...options, 'update'], { env });
  if (update.code !== 0) return update.stderr;
  const names = await toReleaseNames(packages);
  const install = await run('apt-get', [...options, 'install', '-y', '--no-install-recommends', ...names], { env });
  return install.code === 0 ? null : install.stderr;
}

/** Debian 13 and Ubuntu 24.04 renamed libraries with 64-bit times: libasound2 became libasound2t64. */
async function toReleaseNames(packages: readonly string[]): Promise<readonly string[]> {
  if (!isOnPath('apt-cache')) return packages;
  const renamed = packages.map((name) => `${name}t64`);
  const { stdout } = await run('apt-cache', ['policy', ...renamed], { env: { ...process.env, LC_ALL: 'C' } });
  const available = new Set([...stdout.matchAll(/^(\S+):\n.*\n\s+Candidate: (?!\(none\))/gm)].map((match) => match[1]));
  return packages.map((name) => (available.has(`${name}t64`) ? `${name}t64` : name));
}

function isOnPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}
