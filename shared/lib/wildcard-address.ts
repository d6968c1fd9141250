/** Whether a server at this address listens on all addresses of its machine. */
export function isWildcardAddress(address: string): boolean {
  return address === '0.0.0.0' || address === '::';
}
