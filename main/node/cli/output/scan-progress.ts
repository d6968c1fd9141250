import type { ScanStatus } from '../../../../shared/snapshot/app-snapshot.ts';
import type { Host } from '../../host/host.ts';
import type { CliStream } from '../cli-host.ts';
import { messages } from '../messages.ts';
import { cutText } from './cut-text.ts';
import { defaultPageWidth } from './page.ts';

const clearLine = '\r\u001b[2K';

/**
 * Shows the progress of reading the logs on a terminal, in one line that is overwritten and finally erased. Shows nothing
 * in pipes and files. Returns a function that ends it.
 */
export function showScanProgress(host: Pick<Host, 'view'>, stream: CliStream): () => void {
  if (!stream.isTerminal) return () => undefined;
  let shown = '';
  const unsubscribe = host.view.onChange(({ sections }) => {
    const whole = toProgressText(sections.scan);
    // A wrapped line could not be erased.
    const room = Math.max(1, (stream.columns ?? defaultPageWidth) - 1);
    const text = whole.length <= room ? whole : cutText(whole, room, 'start').text;
    if (text === shown) return;
    void stream.write(`${clearLine}${text}`);
    shown = text;
  });
  return () => {
    unsubscribe();
    if (shown !== '') void stream.write(clearLine);
    shown = '';
  };
}

function toProgressText(scan: ScanStatus): string {
  if (scan.phase !== 'scanning' || scan.bytesTotal === 0) return '';
  return messages.cli.watch.progress(scan.percent, scan.filesDone, scan.filesTotal, scan.bytesTotal);
}
