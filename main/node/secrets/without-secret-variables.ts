/** Secrets of channels, the key of the ledger, and the token of a server. Windows does not distinguish case. */
const secretName = /^FUELGAUGE_(SECRET_|DB_KEY|TOKEN)/i;

/** Environment variables for another program, without our secrets. */
export function withoutSecretVariables(
  variables: Readonly<Record<string, string | undefined>>,
): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(variables).filter(([name]) => !secretName.test(name)));
}
