import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'playwright-core';

/** The targets of a page's attempts. */
export interface EscapeTarget {
  readonly tcpPort: number;
  readonly udpPort: number;
  /** Every attempt that needs a name server asks for its own name below this one. */
  readonly domain: string;
}

/** How long to wait for the slow ways (ICE, hints, beacons). */
const patienceMs = 4_000;

/**
 * Makes a page try every way to reach the network that Chromium gives to scripts, in its window, a blank frame and a worker;
 * resolves when all of them have had time to finish. What a page is not allowed to do, or this Chromium lacks, is ignored
 * silently: only the listeners can show whether anything got out.
 */
export async function attemptEscapes(page: Page, target: EscapeTarget): Promise<void> {
  await page.evaluate(loadResources, target);
  await page.evaluate(openPeerConnections, target);
  await page.evaluate(sendFromOtherContexts, target);
  await page.evaluate(leaveThePage, target);
  await delay(patienceMs);
  // Last, because Electron kills the process of a page whose request the browser would really make.
  for (const ask of [askForIdentity, askForPayment]) {
    await page.evaluate(ask, target).catch(() => undefined);
    await delay(patienceMs / 4);
  }
}

/** Runs in the page. Requests of every kind, resource hints, and what the browser process fetches for a page. */
function loadResources({ tcpPort, domain }: EscapeTarget): void {
  const url = `http://127.0.0.1:${tcpPort}`;
  const attempt = (run: () => unknown): void => {
    try {
      Promise.resolve(run()).catch(() => undefined);
    } catch {
      // Not in this Chromium.
    }
  };
  const add = (tag: string, properties: Readonly<Record<string, string>>): HTMLElement => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(properties)) element.setAttribute(name, value);
    document.body.append(element);
    return element;
  };
  attempt(() => fetch(`${url}/fetch`, { mode: 'no-cors' }));
  attempt(() => fetch(`${url}/keepalive`, { mode: 'no-cors', keepalive: true, method: 'POST', body: 'x' }));
  attempt(() => fetch(`http://fetch.${domain}/`));
  attempt(() => {
    const request = new XMLHttpRequest();
    request.open('GET', `${url}/xhr`);
    request.send();
  });
  attempt(() => navigator.sendBeacon(`${url}/beacon`, 'x'));
  attempt(() => new WebSocket(`ws://127.0.0.1:${tcpPort}/socket`));
  attempt(() => new EventSource(`${url}/events`));
  attempt(() => new WebTransport(`https://127.0.0.1:${tcpPort}/transport`).ready);
  attempt(() => import(/* @vite-ignore */ `${url}/module.js`));
  attempt(() => new FontFace('escape', `url(${url}/font)`).load());
  attempt(() => void (new Image().src = `${url}/image`));
  attempt(() => void (document.body.style.backgroundImage = `url(${url}/background)`));
  attempt(() => new Audio(`${url}/audio`).play());
  attempt(() => add('video', { src: `${url}/video`, poster: `${url}/poster`, autoplay: '' }));
  attempt(() => add('script', { src: `${url}/script.js` }));
  attempt(() => (add('style', {}).textContent = `@import url(${url}/import.css)`));
  attempt(() => add('iframe', { src: `${url}/frame` }));
  attempt(() => add('object', { data: `${url}/object` }));
  attempt(() => add('embed', { src: `${url}/embed` }));
  attempt(() => (add('div', {}).innerHTML = `<svg><image href="${url}/svg"/><use href="${url}/use#a"/></svg>`));
  for (const rel of ['stylesheet', 'prefetch', 'preload', 'modulepreload', 'prerender', 'icon', 'manifest']) {
    attempt(() => add('link', { rel, as: 'fetch', href: `${url}/${rel}` }));
  }
  for (const rel of ['preconnect', 'dns-prefetch']) {
    attempt(() => add('link', { rel, href: url }));
    attempt(() => add('link', { rel, href: `http://${rel}.${domain}` }));
  }
  attempt(() => {
    add('iframe', { name: 'form-target' });
    (add('form', { action: `${url}/form`, method: 'post', target: 'form-target' }) as HTMLFormElement).submit();
  });
  attempt(() => add('a', { href: '#x', ping: `${url}/ping` }).click());
  attempt(() => add('a', { href: `${url}/download`, download: 'x' }).click());
  attempt(() => window.open(`${url}/window`));
  attempt(() => (document.cookie = 'x=1'));
  attempt(() => navigator.serviceWorker.register(`${url}/service-worker.js`));
}

/** Runs in the page. WebRTC by every transport, from this window and from a blank frame's. */
async function openPeerConnections({ tcpPort, udpPort, domain }: EscapeTarget): Promise<void> {
  const relay = { username: 'x', credential: 'x' };
  const iceServers: readonly RTCIceServer[] = [
    { urls: `stun:127.0.0.1:${udpPort}` },
    { urls: `stun:stun.${domain}:3478` },
    { urls: `turn:127.0.0.1:${udpPort}?transport=udp`, ...relay },
    { urls: `turn:127.0.0.1:${tcpPort}?transport=tcp`, ...relay },
    { urls: `turns:127.0.0.1:${tcpPort}?transport=tcp`, ...relay },
    { urls: `turn:turn.${domain}:3478?transport=tcp`, ...relay },
  ];
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const windows = [globalThis as unknown as Window & typeof globalThis, frame.contentWindow as never];
  // One server each, so that a refused one does not affect the others.
  for (const { RTCPeerConnection: Connection } of windows as readonly (typeof globalThis)[]) {
    for (const server of iceServers) {
      try {
        const connection = new Connection({ iceServers: [server] });
        connection.createDataChannel('escape');
        await connection.setLocalDescription();
      } catch {
        // Refused, which is fine too.
      }
    }
    // A peer with this address: the connectivity checks go directly to it.
    try {
      const [near, far] = [new Connection(), new Connection()];
      near.createDataChannel('escape');
      await near.setLocalDescription();
      await far.setRemoteDescription(near.localDescription!);
      await far.setLocalDescription();
      await near.setRemoteDescription(far.localDescription!);
      const candidates = [
        `candidate:1 1 udp 2122260223 127.0.0.1 ${udpPort} typ host`,
        `candidate:2 1 tcp 1518280447 127.0.0.1 ${tcpPort} typ host tcptype passive`,
      ];
      for (const candidate of candidates) await near.addIceCandidate({ candidate, sdpMid: '0', sdpMLineIndex: 0 });
    } catch {
      // The same.
    }
  }
}

/** Runs in the page. A worker and a blank frame have their own globals. */
function sendFromOtherContexts({ tcpPort, domain }: EscapeTarget): void {
  const url = `http://127.0.0.1:${tcpPort}`;
  const script = `fetch('${url}/worker', { mode: 'no-cors' }).catch(() => 0); new WebSocket('ws://127.0.0.1:${tcpPort}/worker');`;
  for (const Context of [Worker, SharedWorker]) {
    try {
      new Context(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
      new Context(`${url}/worker.js`);
    } catch {
      // Refused.
    }
  }
  const blank = document.createElement('iframe');
  document.body.append(blank);
  const inner = blank.contentWindow as (Window & typeof globalThis) | null;
  inner?.fetch(`${url}/blank-frame`, { mode: 'no-cors' }).catch(() => undefined);
  inner?.navigator.sendBeacon(`${url}/blank-frame-beacon`, 'x');
  const written = document.createElement('iframe');
  written.srcdoc = `<img src="${url}/srcdoc"><link rel="dns-prefetch" href="http://srcdoc.${domain}"><meta http-equiv="refresh" content="0;url=${url}/refresh">`;
  document.body.append(written);
}

/** Runs in the page. If one of these succeeded, the page would be gone. */
function leaveThePage({ tcpPort, domain }: EscapeTarget): void {
  const url = `http://127.0.0.1:${tcpPort}`;
  const refresh = document.createElement('meta');
  refresh.httpEquiv = 'refresh';
  refresh.content = `0;url=${url}/meta-refresh`;
  document.head.append(refresh);
  const form = document.createElement('form');
  form.action = `${url}/form-navigation`;
  document.body.append(form);
  form.submit();
  location.href = `http://navigation.${domain}/`;
  location.href = `${url}/navigation`;
}

/** Runs in the page. The browser process itself would fetch the files of an identity provider. */
function askForIdentity({ tcpPort }: EscapeTarget): void {
  const configURL = `http://127.0.0.1:${tcpPort}/identity.json`;
  const request = { identity: { providers: [{ configURL, clientId: 'x' }] } } as CredentialRequestOptions;
  navigator.credentials.get(request).catch(() => undefined);
}

/** Runs in the page. The same for the files of a payment method. */
function askForPayment({ tcpPort }: EscapeTarget): void {
  const total = { label: 'x', amount: { currency: 'USD', value: '1' } };
  const methods = [{ supportedMethods: `http://127.0.0.1:${tcpPort}/pay` }];
  new PaymentRequest(methods, { total }).canMakePayment().catch(() => undefined);
}
