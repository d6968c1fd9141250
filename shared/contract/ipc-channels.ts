// No schema is imported here: the preload script is built of this file and little else.

/** The IPC channel that carries a call. */
export function toCallChannel(name: string): string {
  return `fuelgauge:call:${name}`;
}

/** The IPC channel that carries an event. */
export function toEventChannel(name: string): string {
  return `fuelgauge:event:${name}`;
}
