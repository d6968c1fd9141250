import type { CliStream } from '../cli-host.ts';

const hideCursor = '\u001b[?25l';
const showCursor = '\u001b[?25h';
const wrapOff = '\u001b[?7l';
const wrapOn = '\u001b[?7h';

/** A text on the screen that the next one replaces. */
export interface LiveRegion {
  /** Resolves when the stream has room for more; rejects with an `OutputError`. */
  draw(text: string): Promise<void>;
  /** Leaves the last text where it stands. */
  end(): Promise<void>;
}

/** Builds a region at the end of a terminal's output; on anything else every text is written below the one before. */
export function createLiveRegion(stream: CliStream): LiveRegion {
  let drawnLines = 0;
  let drawn: string | null = null;
  return {
    async draw(text) {
      if (text === drawn) return;
      drawn = text;
      if (!stream.isTerminal) return stream.write(`${text}\n\n`);
      // A line more than the terminal has would scroll away and could not be replaced.
      const lines = text.split('\n').slice(0, Math.max(1, (stream.rows ?? 24) - 1));
      const back = drawnLines > 0 ? `\u001b[${drawnLines}A\r\u001b[J` : hideCursor;
      drawnLines = lines.length;
      // Without wrapping, a line of text is a line of the terminal, however narrow that is.
      await stream.write(`${back}${wrapOff}${lines.join('\n')}${wrapOn}\n`);
    },
    async end() {
      if (stream.isTerminal && drawnLines > 0) await stream.write(showCursor);
    },
  };
}
