import type { SettingsFailure } from '../../domain/settings-failure.ts';

/** Why settings were not changed, and what the person can do. */
export function describeSettingsFailure(failure: SettingsFailure): string {
  switch (failure.kind) {
    case 'read-only':
      return 'Los ajustes no se pueden cambiar desde aquí.';
    case 'command-from-page':
      return 'Qué programa se ejecuta solo se puede cambiar en settings.json, no desde aquí.';
    case 'not-written':
      return 'No se puede escribir settings.json.';
    case 'shortcut-taken':
      return 'Otro programa o el sistema ya usa esas teclas. Elige otras.';
    case 'login-item-not-added':
      return 'El sistema no permitió que Fuelgauge se abriera al iniciar sesión. Añádelo a los ítems de inicio en los ajustes del sistema.';
    case 'login-item-needs-approval':
      return 'macOS pide antes tu aprobación. Permite Fuelgauge en Ajustes del Sistema, General, Ítems de inicio.';
    case 'login-item-not-removed':
      return 'El sistema no quitó Fuelgauge de los ítems de inicio. Quítalo en los ajustes del sistema.';
    case 'login-item-file-not-written': {
      const code = failure.code === null ? '' : ` (${failure.code})`;
      return `No se pudo cambiar la apertura al iniciar sesión: no se puede escribir ${failure.file}${code}.`;
    }
  }
}
