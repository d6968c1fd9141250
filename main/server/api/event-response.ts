import type { LiveStream } from './live-stream.ts';

/** What a follower may leave unread before it is cut off, in bytes. */
const maxUnreadBytes = 4 * 1024 * 1024;

/**
 * Answers with the live stream. A client that reads too slowly is cut off: its browser connects again and gets what it
 * missed as one change. `cutOff` closes its connection, what is unsent included.
 */
export function respondEvents(
  stream: LiveStream,
  { lastEventId, reader }: { readonly lastEventId: string | null; readonly reader: string | null },
  cutOff: () => void,
): Response {
  const encoder = new TextEncoder();
  let end = (): void => undefined;
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const write = (text: string): void => {
          if ((controller.desiredSize ?? 0) <= 0) {
            end();
            cutOff();
            return;
          }
          controller.enqueue(encoder.encode(text));
        };
        const close = (): void => {
          end();
          controller.close();
        };
        end = stream.follow({ reader, write, end: close }, lastEventId);
      },
      cancel: () => end(),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: maxUnreadBytes }),
  );
  return new Response(body, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      // nginx would collect events before it passes them on.
      'X-Accel-Buffering': 'no',
    },
  });
}
