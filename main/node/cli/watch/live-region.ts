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

/**
 * Creates a region at the end of a terminal's output. In a pipe or file, every text is written below the last. The
 * cursor is restored whatever ends the process.
 */
export function createLiveRegion(stream: CliStream): LiveRegion {
  let drawnLines = 0;
  let drawn: string | null = null;
  return {
    async draw(text) {
      if (text === drawn) return;
      drawn = text;
      if (!stream.isTerminal) return stream.write(`${text}\n\n`);
      // Lines that scroll off the screen could not be replaced.
      const lines = text.split('\n').slice(0, Math.max(1, toRows(stream) - 1));
      if (drawnLines === 0) stream.writeAtExit(showCursor);
      const back = drawnLines > 0 ? `\u001b[${drawnLines}A\r\u001b[J` : hideCursor;
      drawnLines = lines.length;
      // Without wrapping, a line of text is one line of the terminal, however narrow it is.
      await stream.write(`${back}${wrapOff}${lines.join('\n')}${wrapOn}\n`);
    },
    async end() {
      if (!stream.isTerminal || drawnLines === 0) return;
      stream.writeAtExit(null);
      await stream.write(showCursor);
    },
  };
}

/** Some terminals report zero rows, which means unknown. */
function toRows({ rows }: CliStream): number {
  return rows === undefined || rows < 1 ? 24 : rows;
}
