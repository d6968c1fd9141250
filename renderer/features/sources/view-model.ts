import { hasFolder, type RootStatus } from '../../../shared/domain/doctor-report.ts';
import type { SourceStatus } from '../../../shared/snapshot/app-snapshot.ts';
import { cleanText } from '../../../shared/lib/clean-text.ts';
import { messages } from '../../messages.ts';

const words = messages.logs.sources;

/** A folder that was searched for logs, ready to show. */
export interface RootView {
  readonly path: string;
  readonly state: RootStatus['state'];
  readonly text: string;
}

/** A source with the folders that were searched. */
export interface SourceView {
  readonly source: string;
  readonly label: string;
  readonly roots: readonly RootView[];
}

/** All agents: those of which there is at least one folder, and the others, which are most of them. */
export interface SourceViews {
  readonly found: readonly SourceView[];
  readonly absent: readonly SourceView[];
}

/** Prepares for display which folders were searched and what was found. */
export function toSourceViews(sources: readonly SourceStatus[]): SourceViews {
  return {
    found: sources.filter(hasFolder).map(toView),
    absent: sources.filter((source) => !hasFolder(source)).map(toView),
  };
}

function toView({ source, label, roots }: SourceStatus): SourceView {
  return {
    source,
    label,
    roots: roots.map((root) => ({ path: cleanText(root.path), state: root.state, text: toText(root) })),
  };
}

function toText(root: RootStatus): string {
  switch (root.state) {
    case 'missing':
      return words.missing;
    case 'unreadable':
      return words.unreadable;
    case 'asleep':
      return words.asleep;
    case 'found':
      return root.files === 0 ? words.empty : words.files(root.files, root.bytes);
  }
}
