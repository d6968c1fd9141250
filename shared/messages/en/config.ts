/** What `fuelgauge config check` finds. */
export function createConfigMessages() {
  return {
    invalid: (name: string, received: string, expected: string | null): string =>
      `${name} is ${received}${expected === null ? '' : ` (expected ${expected})`}.`,
    unknown: (name: string): string => `${name} in settings.json is no setting of this version, and is left as it is.`,
    unknownVariable: (name: string): string => `The environment variable ${name} is not known.`,
    openSecrets: (file: string): string => `${file} is not used, since others may read it. Change its mode to 600.`,
    files: {
      invalid: (file: string): string => `${file} is not valid JSON, so the defaults apply.`,
      unreadable: (file: string): string => `${file} cannot be read, so the defaults apply.`,
    },
    origins: { default: 'default', file: 'file', environment: 'environment', flag: 'option' },
    file: (file: string): string => `Settings: ${file}`,
    severities: { error: 'Error', warning: 'Warning' },
    fine: 'Nothing is wrong.',
  };
}
