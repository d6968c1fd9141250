import type { Source } from '../../../../shared/sources/source.ts';
import { createNeedleFinder, type NeedleFinder } from './needle-finder.ts';
import { createFieldReader, type FieldReader } from './read-fields.ts';

/** What it takes to read the lines of a source. */
export interface LineTools {
  readonly findNeedle: NeedleFinder;
  readonly fields: FieldReader;
}

const known = new WeakMap<Source, LineTools>();

/** The tools for a source's lines, made once. */
export function lineToolsOf(source: Source): LineTools {
  let tools = known.get(source);
  if (tools === undefined) {
    tools = { findNeedle: createNeedleFinder(source.needles), fields: createFieldReader(source.fields) };
    known.set(source, tools);
  }
  return tools;
}
