import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** What was written, over all files. */
export interface WrittenFigures {
  files: number;
  bytes: number;
  lines: number;
  /** In bytes, without its line feed. */
  maxLine: number;
}

/** Writes one file piece by piece. */
export interface FileWriter {
  /** ASCII only. */
  text(text: string): void;
  bytes(bytes: Uint8Array): void;
  endLine(): void;
  close(): void;
}

const bufferBytes = 4 * 1024 * 1024;

/** Opens files for writing one after the other, and counts what goes into them. One file may be open at a time. */
export interface FileMaker {
  create(path: string): FileWriter;
  figures(): WrittenFigures;
}

/** Builds a file writer. It needs one buffer of memory, however long a line is. */
export function createFileMaker(): FileMaker {
  const buffer = Buffer.allocUnsafeSlow(bufferBytes);
  const figures: WrittenFigures = { files: 0, bytes: 0, lines: 0, maxLine: 0 };
  return {
    figures: () => ({ ...figures }),
    create(path) {
      mkdirSync(dirname(path), { recursive: true });
      const file = openSync(path, 'wx');
      let filled = 0;
      let lineBytes = 0;
      figures.files++;
      const flush = (): void => {
        if (filled > 0) writeSync(file, buffer, 0, filled);
        filled = 0;
      };
      const count = (bytes: number): void => {
        lineBytes += bytes;
        figures.bytes += bytes;
      };
      const writer: FileWriter = {
        text(text) {
          if (filled + text.length > bufferBytes) flush();
          filled += buffer.write(text, filled, 'latin1');
          count(text.length);
        },
        bytes(bytes) {
          if (filled + bytes.length > bufferBytes) flush();
          if (bytes.length > bufferBytes) writeSync(file, bytes);
          else {
            buffer.set(bytes, filled);
            filled += bytes.length;
          }
          count(bytes.length);
        },
        endLine() {
          figures.maxLine = Math.max(figures.maxLine, lineBytes);
          figures.lines++;
          writer.text('\n');
          lineBytes = 0;
        },
        close() {
          flush();
          closeSync(file);
        },
      };
      return writer;
    },
  };
}
