import { describeStoredValue } from './calls.ts';

/** `fuelgauge config export` and `config import`. */
const transfer = {
  unreadable: (file: string): string => `${file} cannot be read, is not a file, or is too large for settings.`,
  notSettings: (file: string): string => `${file} is not a file of settings that Fuelgauge exported.`,
  broken: (file: string): string => `${file} cannot be read as settings. Repair or move it first.`,
  complaint: (name: string, received: string, expected: string | null): string =>
    `${describeStoredValue(name, { received, expected })}. It was left unchanged.`,
  unknown: (name: string): string => `${name} is not a setting of this version.`,
  noChange: 'Nothing would change.',
  wouldChange: 'This would change:',
  becomes: (name: string, before: string, after: string): string => `  ${name}: ${before} → ${after}`,
  losesDetail: 'Older requests would be reduced to sums. This cannot be undone.',
  confirm: 'Use these settings? [y/N] ',
  needsYes: 'Nothing was changed. Run it again with --yes.',
  declined: 'Nothing was changed.',
  notWritten: 'settings.json could not be written.',
  imported: 'The settings are saved. If Fuelgauge is running, restart it to use them.',
};

/** What `fuelgauge config` finds. */
export function createConfigMessages() {
  return {
    invalid: (name: string, received: string, expected: string | null): string =>
      `${describeStoredValue(name, { received, expected })}.`,
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
    unchanged: 'Every setting has its default value.',
    heads: { setting: 'Setting', value: 'Value', from: 'From' },
    allByCheck: '"fuelgauge config check" lists every setting, with its whole value.',
    transfer,
  };
}
