/** Tells the packaged app to be the command line. */
const commandLineSwitch = '--command-line';

/**
 * What the launchers in build/launchers put before the `--`. No page is ever opened in this mode, so there is nothing to
 * put into a sandbox, and no helper process is kept ready; without the first two, Chromium would not start as root or
 * in a container. Its own log lines, about a missing system bus, do not belong in a command's output.
 */
const launcherSwitches: ReadonlySet<string> = new Set([
  '--no-sandbox',
  '--no-zygote',
  '--log-level=3',
  commandLineSwitch,
]);

/**
 * The arguments of the command line when one of our launchers started the packaged app as such: what follows the first
 * `--`, which Chromium ignores. Null in every other case, even for a switch that no launcher passes: then the app
 * starts, or refuses to. `args` excludes the program.
 */
export function findCommandLine(args: readonly string[]): readonly string[] | null {
  const end = args.indexOf('--');
  if (end === -1) return null;
  const switches = args.slice(0, end);
  return switches.includes(commandLineSwitch) && switches.every((name) => launcherSwitches.has(name))
    ? args.slice(end + 1)
    : null;
}
