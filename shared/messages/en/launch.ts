/** What a person reads who starts the app in a way that it does not accept. */
export function createLaunchMessages() {
  return {
    refusedSwitches: (switches: readonly string[]) =>
      `Fuelgauge does not start with ${switches.join(', ')}: switches like ${switches.length === 1 ? 'this' : 'these'} ` +
      `could open it to other programs. Start it without ${switches.length === 1 ? 'it' : 'them'}.`,
  };
}
