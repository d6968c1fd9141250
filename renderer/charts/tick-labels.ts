/** Labels of ticks in order, each only once in a row: ticks can be closer than the shortest time that a label names. */
export function nameOnce(labels: readonly string[]): readonly string[] {
  return labels.map((label, index) => (label === labels[index - 1] ? '' : label));
}
