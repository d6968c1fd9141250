import {
  sectionNames,
  type AppSnapshot,
  type SectionName,
  type SnapshotChange,
  type SnapshotSections,
} from './app-snapshot.ts';

/** The first snapshot: every section at revision 1. */
export function createSnapshot(sections: SnapshotSections, generatedAtMs: number): AppSnapshot {
  return {
    schema: 'fuelgauge.snapshot.v1',
    revision: 1,
    generatedAtMs,
    sections,
    sectionRevisions: Object.fromEntries(sectionNames.map((name) => [name, 1])) as Record<SectionName, number>,
  };
}

/** The next snapshot, keeping sections whose content is unchanged; the same object when nothing changed. */
export function updateSnapshot(previous: AppSnapshot, sections: Partial<SnapshotSections>, nowMs: number): AppSnapshot {
  const changed = sectionNames.filter(
    (name) =>
      sections[name] !== undefined && JSON.stringify(sections[name]) !== JSON.stringify(previous.sections[name]),
  );
  if (changed.length === 0) return previous;
  const revision = previous.revision + 1;
  return {
    ...previous,
    revision,
    generatedAtMs: nowMs,
    sections: { ...previous.sections, ...pick(sections, changed) },
    sectionRevisions: { ...previous.sectionRevisions, ...Object.fromEntries(changed.map((name) => [name, revision])) },
  };
}

/** What a holder of revision `sinceRevision` is missing; null when nothing. */
export function changeSince(snapshot: AppSnapshot, sinceRevision: number): SnapshotChange | null {
  const changed = sectionNames.filter((name) => snapshot.sectionRevisions[name] > sinceRevision);
  if (changed.length === 0) return null;
  return {
    baseRevision: sinceRevision,
    revision: snapshot.revision,
    generatedAtMs: snapshot.generatedAtMs,
    sections: pick(snapshot.sections, changed),
  };
}

/** Brings a held snapshot up to date; null when the change starts from another revision (then request a whole one). */
export function applyChange(held: AppSnapshot, change: SnapshotChange): AppSnapshot | null {
  if (change.baseRevision !== held.revision) return null;
  const changed = Object.keys(change.sections) as SectionName[];
  return {
    ...held,
    revision: change.revision,
    generatedAtMs: change.generatedAtMs,
    sections: { ...held.sections, ...change.sections },
    sectionRevisions: {
      ...held.sectionRevisions,
      ...Object.fromEntries(changed.map((name) => [name, change.revision])),
    },
  };
}

function pick(sections: Partial<SnapshotSections>, names: readonly SectionName[]): Partial<SnapshotSections> {
  return Object.fromEntries(names.map((name) => [name, sections[name]]));
}
