import type { CliStream } from '../cli-host.ts';

const csi = (code: string): string => `\u001b[${code}`;
/** A screen of its own, without a cursor and without wrapping; the title of the window is kept for later. */
const enterScreen = csi('?1049h') + csi('?25l') + csi('?7l');
const leaveScreen = csi('?7h') + csi('?1049l') + csi('?25h');
const keepTitle = csi('22;2t');
const giveTitleBack = csi('23;2t');
/** A terminal that supports them shows everything in between at once. */
const beginPicture = csi('?2026h');
const endPicture = csi('?2026l');

/** A full terminal screen, until it is restored. */
export interface Screen {
  /** Shows lines from the top; writes those that differ from the picture before. Rejects with an `OutputError`. */
  draw(lines: readonly string[], title: string | null): Promise<void>;
  /** Forgets what is shown, so that the next picture is written as a whole. */
  forget(): void;
  /** Restores the terminal. The next `draw` takes it over again. */
  leave(): Promise<void>;
}

/** Creates it for a stream that is a terminal. The terminal is restored whatever ends the process. */
export function createScreen(stream: CliStream): Screen {
  let shown: readonly string[] | null = null;
  let isEntered = false;
  let shownTitle: string | null = null;
  const enter = (hasTitle: boolean): string => {
    isEntered = true;
    stream.writeAtExit(leaveScreen + (hasTitle ? giveTitleBack : ''));
    return enterScreen + (hasTitle ? keepTitle : '');
  };
  return {
    async draw(lines, title) {
      const start = isEntered ? '' : enter(title !== null);
      const titleText = title === null || title === shownTitle ? '' : `\u001b]2;${title}\u0007`;
      const changes = toChanges(shown, lines);
      shown = lines;
      shownTitle = title;
      if (start + titleText + changes === '') return;
      await stream.write(start + titleText + beginPicture + changes + endPicture);
    },
    forget() {
      shown = null;
    },
    async leave() {
      if (!isEntered) return;
      const end = leaveScreen + (shownTitle === null ? '' : giveTitleBack);
      isEntered = false;
      shown = null;
      shownTitle = null;
      stream.writeAtExit(null);
      await stream.write(end);
    },
  };
}

/** A line is erased before it is written: after a line as wide as the screen, its last column would be erased. */
function toChanges(before: readonly string[] | null, lines: readonly string[]): string {
  const changed = lines.map((line, index) =>
    before !== null && line === before[index] ? '' : `${csi(`${index + 1};1H`)}${csi('K')}${line}`,
  );
  const isShorter = before === null || lines.length < before.length;
  return changed.join('') + (isShorter ? csi(`${lines.length + 1};1H`) + csi('J') : '');
}
