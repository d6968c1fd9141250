/** Stands for all values beyond the bound. */
const otherLabel = 'other';

const maxLength = 200;

/** The values of a label, of which there are never more than a certain number. */
export interface LabelBound {
  /** The value itself, or `other`. Null is no value. */
  readonly toLabel: (value: string | null) => string;
  /** How many values `other` stands for. */
  readonly folded: number;
}

/**
 * Bounds the values of a label. Those that were seen first keep their names, so that no counter ever decreases because
 * another value appeared. `values`: in the order in which they were first seen; null is not counted.
 */
export function boundLabel(values: Iterable<string | null>, max: number): LabelBound {
  const distinct = [...new Set(values)].filter((value) => value !== null);
  const kept = new Set(distinct.slice(0, max));
  return {
    toLabel(value) {
      if (value === null) return '';
      return kept.has(value) ? value.slice(0, maxLength) : otherLabel;
    },
    folded: Math.max(0, distinct.length - max),
  };
}
