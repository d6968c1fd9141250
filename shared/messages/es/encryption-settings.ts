import type { NameState } from '../../domain/name-encryption.ts';
import type { SecretPlace } from '../../ports/secret-store.ts';
import type { Formats } from '../format/formats.ts';

/** Whether the names in the ledger are encrypted, and what to know before that changes. */
export function createEncryptionSettingsMessages(format: Formats) {
  return {
    title: 'Cifrado',
    label: 'Nombres en la base de datos',
    hint: 'Se pueden cifrar proyectos, ramas, cuentas, equipos y archivos de registro. Los números, agentes y modelos siguen legibles.',
    on: 'Cifrados',
    off: 'Sin cifrar',
    locked: 'Falta la clave',
    facts: {
      none: 'Aún no hay base de datos.',
      plain: 'Los nombres se guardan tal cual. Quien lea la base de datos o una copia de seguridad también los lee.',
      sealed: 'Los nombres están cifrados. Los totales se pueden leer sin la clave; los nombres, no.',
      unwiped:
        'Los nombres están cifrados. El archivo puede contener aún los anteriores hasta que el próximo programa que escriba en él tenga espacio para reescribirlo.',
      locked:
        'Los nombres están cifrados y su clave falta o es incorrecta. Se muestran los totales y no se escribe nada.',
    } satisfies Readonly<Record<NameState, string>>,
    keys: {
      environment: 'La clave es FUELGAUGE_DB_KEY, del entorno.',
      keychain: 'La clave está en el llavero.',
      'plain-keychain': 'La clave está en secrets.json, sin un llavero que la proteja.',
      file: 'La clave está en secrets.json junto a la base de datos, y solo tú puedes leerla. Protege las copias de la base de datos, no esta carpeta.',
    } satisfies Readonly<Record<SecretPlace, string>>,
    howOn:
      'Para cifrarlos, ejecuta esto en una terminal. Crea una clave y la guarda en secrets.json junto a la base de datos.',
    commands: { on: 'fuelgauge encryption on', off: 'fuelgauge encryption off' },
    quitFirst:
      'Cierra antes Fuelgauge: los nombres solo se convierten si nada más tiene abierta la base de datos. Los totales no cambian.',
    loss: 'Guarda una copia de la clave en otro lugar. Si la pierdes, se pierden los nombres que ya no están en ningún registro; los totales, no.',
    notCovered:
      'Los ajustes, los archivos importados, los informes de un proxy y las alertas anteriores siguen legibles.',
    setAside: (count: number): string =>
      count === 1
        ? 'Una base de datos apartada aún contiene los nombres anteriores.'
        : `${format.integer(count)} bases de datos apartadas aún contienen los nombres anteriores.`,
  };
}
