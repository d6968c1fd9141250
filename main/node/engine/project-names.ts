import { hiddenProject } from '../../../shared/domain/hidden-project.ts';
import type { Anomaly } from '../../../shared/domain/forecast.ts';
import type { ProjectSettings } from '../../../shared/settings/project-settings.ts';
import type { SnapshotSections } from '../../../shared/snapshot/app-snapshot.ts';
import { createNameMatcher } from './match-names.ts';

/** What projects are called, by the person's settings. */
export interface ProjectNames {
  /** Whether any folder has a display name of its own or is hidden. */
  readonly hasRules: boolean;
  /** What is shown in place of a folder; `(hidden)` where it must not be named. */
  nameOf(folder: string): string;
  /** What a filter may find a folder by: what is shown, and the path unless that is hidden. */
  listNames(folder: string): readonly string[];
}

/** The names that a project goes by. */
interface Placed {
  readonly project: string | null;
  readonly branch?: string | null;
}

/** Builds them; each folder is looked up once. */
export function createProjectNames({ names, hidden }: ProjectSettings): ProjectNames {
  const isHidden = createNameMatcher(hidden.join('\n'));
  const named = names.map(({ folder, name }) => ({ matches: createNameMatcher(folder), name }));
  return {
    hasRules: names.length > 0 || hidden.length > 0,
    nameOf: (folder) =>
      isHidden(folder) ? hiddenProject : (named.find(({ matches }) => matches(folder))?.name ?? foldDrive(folder)),
    listNames(folder) {
      const shown = this.nameOf(folder);
      return shown === folder || shown === hiddenProject ? [shown] : [shown, folder];
    },
  };
}

/** On Windows some agents write the letter of a drive in lower case, others in upper case: the folder is the same. */
export function foldDrive(folder: string): string {
  return /^[a-z]:[\\/]/.test(folder) ? folder[0]!.toUpperCase() + folder.slice(1) : folder;
}

/**
 * The item with its project's display name, and without its branch where the project is hidden. Ids reveal nothing and
 * stay.
 */
export function nameProject<Item extends Placed>(names: ProjectNames, item: Item): Item {
  if (item.project === null) return item;
  const project = names.nameOf(item.project);
  if (project === item.project) return item;
  return { ...item, project, ...(project === hiddenProject && item.branch !== undefined && { branch: null }) };
}

/** The anomaly with the display name of its cause. */
export function nameCause(names: ProjectNames, anomaly: Anomaly): Anomaly {
  const { cause, causeName } = anomaly;
  return cause !== 'project' || causeName === null ? anomaly : { ...anomaly, causeName: names.nameOf(causeName) };
}

/** The item with the display name of the folder in which it runs. */
export function nameFolder<Item extends { readonly cwd: string | null }>(names: ProjectNames, item: Item): Item {
  return item.cwd === null ? item : { ...item, cwd: names.nameOf(item.cwd) };
}

/** Sections of a snapshot as every surface, and every alert, gets them. */
export function nameProjectsIn(names: ProjectNames, sections: Partial<SnapshotSections>): Partial<SnapshotSections> {
  const { sessions, processes, usage } = sections;
  return {
    ...sections,
    ...(sessions !== undefined && { sessions: sessions.map((session) => nameProject(names, session)) }),
    ...(processes !== undefined && {
      processes: { ...processes, agents: processes.agents.map((agent) => nameFolder(names, agent)) },
    }),
    ...(usage !== undefined && {
      usage: { ...usage, anomalies: usage.anomalies.map((anomaly) => nameCause(names, anomaly)) },
    }),
  };
}
