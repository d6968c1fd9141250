import type { Lookup } from './http/resolve-host.ts';
import type { Post } from './http/post.ts';

/** What channels are built with. */
export interface ChannelTools {
  readonly post: Post;
  readonly nowMs: () => number;
  /** Finds the addresses of a mail server; the system's own when omitted. */
  readonly lookup?: Lookup;
  /** For the whole attempt of a channel that does not post; 10 seconds by default. */
  readonly timeoutMs?: number;
}
