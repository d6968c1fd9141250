import * as v from 'valibot';

/** What projects are called, and which are not named at all: the same on every surface. */
export interface ProjectSettings {
  /** The first that matches names a folder; folders of one name are one project in reports. */
  readonly names: ProjectName[];
  /** Folders that are counted and never named. They take precedence over names. */
  readonly hidden: string[];
}

export interface ProjectName {
  /** A folder's name, or a glob for its whole path, as `--project` takes it. */
  readonly folder: string;
  readonly name: string;
}

const glob = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(500), v.regex(/^[^\n]*$/));

export const projectSettingsSchema = v.strictObject({
  names: v.pipe(
    v.array(v.strictObject({ folder: glob, name: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(100)) })),
    v.maxLength(200),
  ),
  hidden: v.pipe(v.array(glob), v.maxLength(200)),
});

/** Every project is shown as its folder. */
export const defaultProjectSettings: ProjectSettings = { names: [], hidden: [] };
