import { appHost, appScheme } from '../security/asset-path.ts';

/** What is known about a message's sender. */
export interface Sender {
  readonly webContentsId: number;
  /** Null when the frame is gone or has been swapped. */
  readonly frame: { readonly url: string; readonly isMainFrame: boolean } | null;
}

/** Why a message is refused; null when its sender is the main frame of one of our windows and shows our page. */
export function refusalOf(sender: Sender, knownWebContentsIds: ReadonlySet<number>): string | null {
  if (!knownWebContentsIds.has(sender.webContentsId)) return 'it comes from no window of ours';
  if (sender.frame === null) return 'its frame is gone';
  if (!sender.frame.isMainFrame) return 'it comes from a subframe';
  const url = URL.canParse(sender.frame.url) ? new URL(sender.frame.url) : null;
  if (url?.protocol !== `${appScheme}:` || url.host !== appHost) return 'it comes from a foreign page';
  return null;
}
