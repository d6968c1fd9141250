/** How a piece of text is coloured; a terminal's own theme decides what that looks like. */
export type Tone = 'plain' | 'dim' | 'accent' | 'good' | 'warning' | 'critical';

/** A piece of text in one colour. */
export interface StyledSpan {
  readonly text: string;
  readonly tone: Tone;
}

/** What a widget draws. */
export type Segment = readonly StyledSpan[];

/** The same fact from its fullest to its shortest form; none when there is nothing to show. */
export type Forms = readonly Segment[];

/** A piece of text. */
export function span(text: string, tone: Tone = 'plain'): StyledSpan {
  return { text, tone };
}

/** Forms of one colour each. */
export function inTone(tone: Tone, ...texts: readonly string[]): Forms {
  return texts.map((text) => [span(text, tone)]);
}

/** The text of a segment without its colours. */
export function toText(segment: Segment): string {
  return segment.map(({ text }) => text).join('');
}
