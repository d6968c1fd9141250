import type { SettingsFailure } from '../../domain/settings-failure.ts';

/** Why settings were not changed, and what the person can do. */
export function describeSettingsFailure(failure: SettingsFailure): string {
  switch (failure.kind) {
    case 'read-only':
      return 'The settings cannot be changed from here.';
    case 'command-from-page':
      return 'Which program runs can only be changed in settings.json, not from here.';
    case 'not-written':
      return 'settings.json cannot be written.';
    case 'shortcut-taken':
      return 'Another program or the system already uses these keys. Choose others.';
    case 'login-item-not-added':
      return 'The system did not let Fuelgauge start at login. Add it to the login items in the system settings.';
    case 'login-item-needs-approval':
      return 'macOS asks for your approval first. Allow Fuelgauge in System Settings, under General, Login Items.';
    case 'login-item-not-removed':
      return 'The system did not remove Fuelgauge from the login items. Remove it from them in the system settings.';
    case 'login-item-file-not-written': {
      const code = failure.code === null ? '' : ` (${failure.code})`;
      return `Launch at login could not be changed: ${failure.file} cannot be written${code}.`;
    }
  }
}
