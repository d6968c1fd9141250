/** What a browser says about itself. https://developer.mozilla.org/docs/Web/API/NavigatorUAData */
export interface BrowserFacts {
  readonly userAgent: string;
  readonly userAgentData?: { readonly brands: readonly { readonly brand: string }[] };
}

const brands: readonly (readonly [brand: string, name: string])[] = [
  ['Microsoft Edge', 'edge'],
  ['Brave', 'brave'],
  ['Opera', 'opera'],
  ['Vivaldi', 'vivaldi'],
  ['Google Chrome', 'chrome'],
];

/** The browser as the receiver names it. Some, such as Arc, call themselves Chrome; one that says nothing is Chromium. */
export function nameBrowser({ userAgent, userAgentData }: BrowserFacts): string {
  const own = (userAgentData?.brands ?? []).map(({ brand }) => brand);
  const found = brands.find(([brand]) => own.includes(brand));
  if (found !== undefined) return found[1];
  return userAgent.includes('Firefox/') ? 'firefox' : 'chromium';
}
