import {
  answerCall,
  type Answering,
  type CallAnswer,
  type HostCalls,
  type HostEvents,
  type NameOf,
  type PayloadOf,
  type Procedures,
} from '../../../../shared/contract/index.ts';
import { clientKinds, noAudience, type Audience, type ClientKind } from '../../../../shared/domain/audience.ts';
import type { AppSnapshot } from '../../../../shared/snapshot/app-snapshot.ts';
import { changeSince } from '../../../../shared/snapshot/revisions.ts';

type EventName = NameOf<HostEvents>;

const snapshotCall = 'snapshot' satisfies NameOf<HostCalls>;

/** How a transport reaches one of its clients. */
export interface ClientLink {
  readonly kind: ClientKind;
  /** Whether it is visible now. Nothing is sent to a hidden client. */
  isSeen(): boolean;
  send(name: EventName, payload: unknown): void;
}

/** A connected client, as its transport handles it. */
export interface HostClient {
  /** Answers a call of the client. Once it has got a snapshot, it is sent the changes to it; before that, none. */
  answer<Calls extends Procedures>(answering: Answering<Calls>, name: string, argument: unknown): Promise<CallAnswer>;
  /** The client becomes visible: sends what it missed, as one change and the latest event of each name. */
  catchUp(): void;
  disconnect(): void;
}

/** The clients of a host. */
export interface Clients {
  connect(link: ClientLink): HostClient;
  /** Sends what changed to every client that is seen. */
  publishSnapshot(snapshot: AppSnapshot): void;
  /** Sends an event to every client; a hidden one gets the latest of each name once it is visible. */
  publish<Name extends Exclude<EventName, 'snapshotChanged'>>(name: Name, payload: PayloadOf<HostEvents, Name>): void;
  /** A client may have become visible or hidden. */
  noteVisibility(): void;
  audience(): Audience;
}

interface Connection {
  readonly link: ClientLink;
  /** Revision that the client holds; null before it asked for its first snapshot. */
  heldRevision: number | null;
  /** The latest event of each name that was held back while the client was hidden. */
  readonly waiting: Map<EventName, unknown>;
}

/**
 * Builds the registry of clients, which sends each of them only what it lacks, and nothing while it is hidden.
 * `onAudienceChange` is called when the number of clients that are seen may have changed.
 */
export function createClients(onAudienceChange: () => void): Clients {
  const connections = new Set<Connection>();
  let newest: AppSnapshot | null = null;

  const bringUpToDate = (connection: Connection): void => {
    if (newest === null || connection.heldRevision === null) return;
    const change = changeSince(newest, connection.heldRevision);
    if (change === null) return;
    connection.heldRevision = change.revision;
    connection.link.send('snapshotChanged', change);
  };
  const catchUp = (connection: Connection): void => {
    for (const [name, payload] of connection.waiting) connection.link.send(name, payload);
    connection.waiting.clear();
    bringUpToDate(connection);
  };
  return {
    connect(link) {
      const connection: Connection = { link, heldRevision: null, waiting: new Map() };
      connections.add(connection);
      return {
        async answer(answering, name, argument) {
          const answer = await answerCall(answering, name, argument);
          if (answer.ok && name === snapshotCall) connection.heldRevision = (answer.value as AppSnapshot).revision;
          return answer;
        },
        catchUp: () => catchUp(connection),
        disconnect() {
          connections.delete(connection);
          onAudienceChange();
        },
      };
    },
    publishSnapshot(snapshot) {
      newest = snapshot;
      for (const connection of connections) if (connection.link.isSeen()) bringUpToDate(connection);
    },
    publish(name, payload) {
      for (const { link, waiting } of connections) {
        if (link.isSeen()) link.send(name, payload);
        else waiting.set(name, payload);
      }
    },
    noteVisibility: onAudienceChange,
    audience: () => countAudience([...connections].filter(({ link }) => link.isSeen()).map(({ link }) => link.kind)),
  };
}

function countAudience(kinds: readonly ClientKind[]): Audience {
  const counts = clientKinds.map((kind) => [kind, kinds.filter((each) => each === kind).length]);
  return { ...noAudience, ...Object.fromEntries(counts) };
}
