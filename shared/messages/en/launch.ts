/** What a person reads who starts the app in a way that it does not accept. */
export function createLaunchMessages() {
  return {
    refusedSwitches: (switches: readonly string[]) =>
      `Fuelgauge does not start with ${switches.join(', ')}: switches like ${switches.length === 1 ? 'this' : 'these'} ` +
      `could open it to other programs. Start it without ${switches.length === 1 ? 'it' : 'them'}.`,
    /** An AppImage starts the app that way where it finds no user namespaces. */
    noSandbox:
      'Fuelgauge does not start without the sandbox for its windows, which this system blocks (--no-sandbox). Install ' +
      'the .deb package, which brings the permission along, or allow unprivileged user namespaces.',
  };
}
