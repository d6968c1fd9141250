import type { CliStream } from '../cli-host.ts';

const hideCursor = '\u001b[?25l';
const showCursor = '\u001b[?25h';
const wrapOff = '\u001b[?7l';
const wrapOn = '\u001b[?7h';

/** A text that is written over by the next one. */
export interface LiveRegion {
  draw(text: string): void;
  /** Leaves the last text where it stands. */
  end(): void;
}

/** Builds a region at the end of a terminal's output; on anything else every text is written after the one before. */
export function createLiveRegion(stream: CliStream): LiveRegion {
  let drawnLines = 0;
  let drawn: string | null = null;
  return {
    draw(text) {
      if (text === drawn) return;
      drawn = text;
      if (!stream.isTerminal) {
        stream.write(`${text}\n\n`);
        return;
      }
      // A line more than the terminal has would scroll away and could not be written over.
      const lines = text.split('\n').slice(0, Math.max(1, (stream.rows ?? 24) - 1));
      const back = drawnLines > 0 ? `\u001b[${drawnLines}A\r\u001b[J` : hideCursor;
      // Without wrapping, a line of text is a line of the terminal, however narrow that is.
      stream.write(`${back}${wrapOff}${lines.join('\n')}${wrapOn}\n`);
      drawnLines = lines.length;
    },
    end() {
      if (stream.isTerminal && drawnLines > 0) stream.write(showCursor);
    },
  };
}
