import type { LiveStream } from './live-stream.ts';

/** What a follower may leave unread before it is cut off, in bytes. */
const maxUnreadBytes = 4 * 1024 * 1024;

/**
 * Answers with the live stream. A client that reads too slowly is cut off: its browser connects again and gets what it
 * missed as one change. `cutOff` closes its connection and discards what is unsent.
 */
export function respondEvents(
  stream: LiveStream,
  { lastEventId, reader }: { readonly lastEventId: string | null; readonly reader: string | null },
  cutOff: () => void,
): Response {
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
          controller.enqueue(encodeOnce(text));
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
      // nginx would otherwise buffer events.
      'X-Accel-Buffering': 'no',
    },
  });
}

const encoder = new TextEncoder();
let lastText = '';
let lastBytes = new Uint8Array();

/** The bytes of a piece of the stream: followers are sent the same one after another. */
function encodeOnce(text: string): Uint8Array {
  if (text !== lastText) {
    lastText = text;
    lastBytes = encoder.encode(text);
  }
  return lastBytes;
}
