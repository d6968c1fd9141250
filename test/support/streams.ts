import { askedFileName } from '../../shared/sources/lib/asked-limits.ts';
import { isJournal } from '../../shared/sources/lib/telemetry-journal.ts';
import { sources } from '../../shared/sources/registry.ts';
import type { Source } from '../../shared/sources/source.ts';
import type { LineStream } from '../../shared/sources/streams.ts';

/** A source whose logs grow line by line, and that stream. */
export interface LineSource {
  readonly id: string;
  readonly source: Source;
  readonly stream: LineStream;
}

/** The agents that write lines. */
export const lineSources: readonly LineSource[] = sources.flatMap((source: Source) => {
  const stream = findLineStream(source);
  return stream === undefined ? [] : [{ id: source.id, source, stream }];
});

/** The stream of a source that grows line by line; throws when it has none. */
export function lineStreamOf(source: Source): LineStream {
  const stream = findLineStream(source) ?? source.streams.find(isLineStream);
  if (stream === undefined) throw new Error(`${source.id} writes no lines`);
  return stream;
}

function findLineStream({ streams }: Source): LineStream | undefined {
  // What an agent answered when it was asked, and what it sent as telemetry, are lines of ours.
  const isOurs = ({ matches }: LineStream): boolean => matches === isJournal || matches(askedFileName);
  return streams.filter(isLineStream).find((stream) => !isOurs(stream));
}

function isLineStream(stream: Source['streams'][number]): stream is LineStream {
  return stream.kind === 'lines';
}
