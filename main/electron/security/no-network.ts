import type { App, CommandLine, Session } from 'electron';

/** A name that may never have an address (RFC 6761, section 6.4). */
const nowhere = 'no-network.invalid';

/**
 * Cuts Chromium off from every other machine and program, whoever asks: a page, or a service of Chromium's own that
 * arrives with some later version. Call before the app is ready. Two locks, one behind the other:
 * - No name and no address resolves, which holds for everything that passes through Chromium's network stack, resource
 *   hints and WebRTC over TCP included.
 * - All of it would have to pass a proxy that does not exist. Loopback addresses too, which otherwise skip any proxy.
 *   With a proxy that is set, Chromium does not look for one on the local network either (WPAD).
 */
export function cutOffNetwork(commandLine: Pick<CommandLine, 'appendSwitch'>): void {
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  commandLine.appendSwitch('proxy-server', `socks5://${nowhere}:9`);
  commandLine.appendSwitch('proxy-bypass-list', '<-loopback>');
}

/**
 * Keeps WebRTC in every page from sending datagrams, which pass neither the resolver nor a proxy, and which neither
 * request filters nor the content security policy see. Call before any page exists.
 */
export function cutOffDatagrams(app: Pick<App, 'on'>): void {
  app.on('web-contents-created', (_event, contents) => contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp'));
}

/**
 * Switches spell checking off for good: except on macOS, Chromium downloads a dictionary from Google as soon as a
 * session exists, whatever its windows say. Call it in the same turn of the event loop in which the session is first
 * touched.
 */
export function disableSpellChecker(
  session: Pick<Session, 'setSpellCheckerEnabled' | 'setSpellCheckerLanguages'>,
): void {
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerLanguages([]);
}
