/**
 * The system's time zone now, such as `Europe/Berlin`. Node keeps the zone it found at its start; changing `TZ` makes
 * it read the zone again. Must be called on the main thread: workers have an environment of their own.
 */
export function readSystemTimeZone(): string {
  const { TZ } = process.env;
  delete process.env['TZ'];
  if (TZ !== undefined) process.env['TZ'] = TZ;
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
