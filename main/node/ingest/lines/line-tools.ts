import type { LineStream } from '../../../../shared/sources/streams.ts';
import { createNeedleFinder, type NeedleFinder } from './needle-finder.ts';
import { createFieldReader, type FieldReader } from './read-fields.ts';

/** The tools for reading the lines of a stream. */
export interface LineTools {
  readonly findNeedle: NeedleFinder;
  readonly fields: FieldReader;
}

const known = new WeakMap<LineStream, LineTools>();

/** The tools for a stream's lines, created once. */
export function lineToolsOf(stream: LineStream): LineTools {
  let tools = known.get(stream);
  if (tools === undefined) {
    tools = { findNeedle: createNeedleFinder(stream.needles), fields: createFieldReader(stream.fields) };
    known.set(stream, tools);
  }
  return tools;
}
