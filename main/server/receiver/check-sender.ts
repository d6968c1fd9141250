import { isLoopback } from '../access/address-names.ts';

/** The paths of the receiver, as ai-cost-observer's agent has them. */
export const receiverPaths = ['/health', '/api/extension-config', '/metrics/browser', '/api/tokens'] as const;

/** Whether an origin is a browser extension. No page can claim to be one: the browser writes this header. */
export function isExtensionOrigin(origin: string | undefined): boolean {
  return origin !== undefined && /^(?:chrome|moz|safari-web)-extension:\/\/[\w-]+$/.test(origin);
}

/** Whether a path belongs to the receiver. */
export function isReceiverPath(path: string): boolean {
  return (receiverPaths as readonly string[]).includes(path);
}

/** Whether an address that a request came from is this machine; a test that makes one itself is. */
export function isFromThisMachine(address: string): boolean {
  return address === 'local' || isLoopback(address);
}

/** What a browser requires before an extension without permission for this address may send. */
export const corsHeaders = {
  'Access-Control-Allow-Methods': 'GET, POST',
  'Access-Control-Allow-Headers': 'Authorization, Content-Type',
};
