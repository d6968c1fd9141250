/** Blanks a label that repeats the one before it: ticks can be closer together than the smallest unit that labels show. */
export function nameOnce(labels: readonly string[]): readonly string[] {
  return labels.map((label, index) => (label === labels[index - 1] ? '' : label));
}
