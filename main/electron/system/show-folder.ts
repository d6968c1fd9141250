import path from 'node:path';
import { shell } from 'electron';
import type { SnapshotSections } from '../../../shared/snapshot/app-snapshot.ts';

/** Identifies a session. */
export interface SessionName {
  readonly source: string;
  readonly sessionId: string;
}

/**
 * Shows the project folder of a live session in the file manager; false where it has none. A page names the session, never a
 * path, and the folder is selected in its parent and not opened: on macOS a folder can be a program.
 */
export function showFolder(
  sessions: SnapshotSections['sessions'],
  { source, sessionId }: SessionName,
  reveal: (folder: string) => void = (folder) => shell.showItemInFolder(folder),
): boolean {
  const session = sessions.find((each) => each.source === source && each.sessionId === sessionId);
  const folder = session?.project ?? null;
  if (folder === null || !path.isAbsolute(folder)) return false;
  reveal(path.normalize(folder));
  return true;
}
