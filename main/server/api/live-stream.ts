import type { Dispose } from '../../../shared/lib/disposable.ts';
import type { SnapshotChange } from '../../../shared/snapshot/app-snapshot.ts';
import { changeSince } from '../../../shared/snapshot/revisions.ts';
import type { Host } from '../../node/host/host.ts';

/** A client that follows the snapshot. */
export interface Follower {
  /** The id of the token with which it reads; null without one. */
  readonly reader: string | null;
  /** Sends a piece of the stream; a heartbeat among them. */
  write(text: string): void;
  /** The server stops. */
  end(): void;
}

/** Live changes of a host, as server-sent events for any number of followers. */
export interface LiveStream {
  /**
   * Sends what the follower lacks, and from then on every change. `lastEventId`: what it received last; null when
   * nothing. The function that is returned ends it.
   */
  follow(follower: Follower, lastEventId: string | null): Dispose;
  beat(): void;
  /** Disconnects the followers that are no longer allowed to read. */
  review(mayRead: (reader: string | null) => boolean): void;
  followers(): number;
  dispose(): void;
}

/**
 * Builds the stream. An event's id names the run of the server and the revision, since revisions start again with it:
 * a client that comes back to another run gets everything. However many follow, a change is written once, and the host
 * counts one client, which is seen as long as anybody follows. https://html.spec.whatwg.org/#server-sent-events
 */
export function createLiveStream(host: Pick<Host, 'clients' | 'view'>, run: string): LiveStream {
  const followers = new Set<Follower>();
  let sentRevision = host.view.current().revision;

  const write = (event: string, revision: number, data: unknown): string =>
    `event: ${event}\nid: ${run}-${revision}\ndata: ${JSON.stringify(data)}\n\n`;
  const publish = (): void => {
    const change = changeSince(host.view.current(), sentRevision);
    if (change === null) return;
    sentRevision = change.revision;
    if (followers.size === 0) return;
    const text = writeChange(change);
    for (const follower of followers) follower.write(text);
  };
  const writeChange = (change: SnapshotChange): string => write('change', change.revision, change);
  const connection = host.clients.connect({ kind: 'stream', isSeen: () => followers.size > 0, send: () => undefined });
  const stopListening = host.view.onChange(publish);
  return {
    follow(follower, lastEventId) {
      publish();
      const snapshot = host.view.current();
      const held = parseRevision(lastEventId, run, snapshot.revision);
      const missed = held === null ? null : changeSince(snapshot, held);
      if (held === null) follower.write(write('snapshot', snapshot.revision, snapshot));
      else if (missed !== null) follower.write(writeChange(missed));
      followers.add(follower);
      host.clients.noteVisibility();
      return () => {
        if (followers.delete(follower)) host.clients.noteVisibility();
      };
    },
    beat() {
      for (const follower of followers) follower.write(':\n\n');
    },
    review(mayRead) {
      for (const follower of [...followers]) if (!mayRead(follower.reader)) follower.end();
    },
    followers: () => followers.size,
    dispose() {
      stopListening();
      for (const follower of followers) follower.end();
      followers.clear();
      connection.disconnect();
    },
  };
}

/**
 * The revision that an event's id names; null when it is from another run, in the future, or not an id of this stream.
 */
function parseRevision(id: string | null, run: string, newest: number): number | null {
  const [, idRun, digits] = /^(.+)-(\d{1,15})$/.exec(id ?? '') ?? [];
  const revision = Number(digits);
  return idRun === run && revision >= 1 && revision <= newest ? revision : null;
}
