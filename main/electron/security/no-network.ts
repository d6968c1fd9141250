import type { App, CommandLine, Session } from 'electron';

/** A name that can never have an address (RFC 6761, section 6.4). */
const nowhere = 'no-network.invalid';

/**
 * Cuts Chromium off from every other machine and program, whether the request comes from a page or from a service of
 * Chromium's own that some later version adds. Call before the app is ready. Two independent barriers:
 * - No name and no address resolves. This covers everything that passes through Chromium's network stack, resource
 *   hints and WebRTC over TCP included.
 * - Everything would have to go through a proxy that does not exist, including loopback addresses, which otherwise
 *   bypass any proxy. With a proxy configured, Chromium does not look for one on the local network either (WPAD).
 */
export function cutOffNetwork(commandLine: Pick<CommandLine, 'appendSwitch'>): void {
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  commandLine.appendSwitch('proxy-server', `socks5://${nowhere}:9`);
  commandLine.appendSwitch('proxy-bypass-list', '<-loopback>');
}

/**
 * Prevents WebRTC in every page from sending datagrams, which bypass both the resolver and any proxy, and which neither
 * request filters nor the content security policy see. Call before any page exists.
 */
export function cutOffDatagrams(app: Pick<App, 'on'>): void {
  app.on('web-contents-created', (_event, contents) => contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp'));
}

/**
 * Switches spell checking off permanently: except on macOS, Chromium downloads a dictionary from Google as soon as a
 * session exists, whatever its windows specify. Call it in the same turn of the event loop in which the session is
 * first touched.
 */
export function disableSpellChecker(
  session: Pick<Session, 'setSpellCheckerEnabled' | 'setSpellCheckerLanguages'>,
): void {
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerLanguages([]);
}
