import type { SettingsFailure } from '../../domain/settings-failure.ts';

/** Why settings were not changed, and what the person can do. */
export function describeSettingsFailure(failure: SettingsFailure): string {
  switch (failure.kind) {
    case 'read-only':
      return 'Die Einstellungen lassen sich von hier aus nicht ändern.';
    case 'command-from-page':
      return 'Welches Programm ausgeführt wird, lässt sich nur in settings.json ändern, nicht von hier aus.';
    case 'not-written':
      return 'settings.json kann nicht geschrieben werden.';
    case 'shortcut-taken':
      return 'Ein anderes Programm oder das System verwendet diese Tasten schon. Wähle andere.';
    case 'login-item-not-added':
      return 'Das System ließ Fuelgauge nicht bei der Anmeldung starten. Füge es in den Systemeinstellungen zu den Anmeldeobjekten hinzu.';
    case 'login-item-needs-approval':
      return 'macOS möchte erst deine Zustimmung. Erlaube Fuelgauge in den Systemeinstellungen unter „Allgemein“, „Anmeldeobjekte“.';
    case 'login-item-not-removed':
      return 'Das System hat Fuelgauge nicht aus den Anmeldeobjekten entfernt. Entferne es in den Systemeinstellungen.';
    case 'login-item-file-not-written': {
      const code = failure.code === null ? '' : ` (${failure.code})`;
      return `Der Start bei der Anmeldung ließ sich nicht ändern: ${failure.file} kann nicht geschrieben werden${code}.`;
    }
  }
}
