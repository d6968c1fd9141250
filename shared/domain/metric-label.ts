/** Labels of the server's metrics whose values can grow without end. */
export const boundedLabels = ['model', 'project', 'limit'] as const;
export type BoundedLabel = (typeof boundedLabels)[number];

/** How many values of such a label keep their names: each is a series that whoever collects metrics has to store. */
export const maxLabelValues = 100;

/** A label that has more values than that. */
export interface FoldedLabel {
  readonly label: BoundedLabel;
  /** All of them. */
  readonly values: number;
}

/** Those of these labels that have too many values. */
export function listFoldedLabels(values: Readonly<Record<BoundedLabel, number>>): readonly FoldedLabel[] {
  return boundedLabels
    .filter((label) => values[label] > maxLabelValues)
    .map((label) => ({ label, values: values[label] }));
}
