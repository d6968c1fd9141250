import { choiceFields, textFields } from '../../../../shared/domain/profile-fields.ts';

/** The newest schema version that a profile field requires; 1 when all fields existed from the start. */
export const profileVersion = Math.max(...[...textFields, ...choiceFields].map(({ since = 1 }) => since));

/**
 * The migration that adds the columns of the profile fields introduced in a schema version; empty when there are none.
 * Such a field must be optional: existing profiles have no value for it. A choice introduced in a version needs no
 * column, only bits that were 0 before.
 */
export function addProfileColumns(version: number): string {
  const added = textFields.filter(({ since = 1 }) => since === version);
  if (version === 1 || added.length === 0) return '';
  const columns = textFields.filter(({ since = 1 }) => since <= version).map(({ column }) => column);
  return `
    ${added.map(({ column }) => `ALTER TABLE profiles ADD COLUMN ${column} INTEGER REFERENCES texts;`).join('\n')}
    DROP INDEX profiles_by_contents;
    CREATE INDEX profiles_by_contents ON profiles (${[...columns, 'traits'].join(', ')});
  `;
}
