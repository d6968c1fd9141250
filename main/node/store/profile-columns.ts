import { choiceFields, textFields } from '../../../shared/domain/profile-fields.ts';

/** The newest schema version that a field of a profile asks for; 1 when all were always there. */
export const profileVersion = Math.max(...[...textFields, ...choiceFields].map(({ since = 1 }) => since));

/**
 * The step that gives the table of profiles the columns of the fields that came with a schema version; empty when none
 * did. Such a field must be optional: profiles that were there before have no value for it. A choice that came with a
 * version needs no column, only bits that were 0 before.
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
