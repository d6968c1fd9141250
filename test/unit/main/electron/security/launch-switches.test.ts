import { describe, expect, it } from 'vitest';
import { findRefusedSwitches } from '../../../../../main/electron/security/launch-switches.ts';
import { createMessages } from '../../../../../shared/messages/catalogue.ts';

const onLinux = (...args: string[]): readonly string[] =>
  findRefusedSwitches({ args, platform: 'linux', isRoot: false });

describe('the switches with which a packaged app does not start', () => {
  it.each([
    '--remote-debugging-port=9222',
    '--remote-debugging-pipe',
    '--remote-allow-origins=*',
    '--inspect',
    '--inspect-brk=0',
    '--inspect-port=0',
    '--js-flags=--expose-gc',
    '--load-extension=/tmp/evil',
    '--disable-web-security',
    '--disable-site-isolation-trials',
    '--proxy-server=127.0.0.1:1',
    '--host-resolver-rules=MAP * 127.0.0.1',
    '--ignore-certificate-errors',
    '--renderer-cmd-prefix=/tmp/evil',
    '--utility-cmd-prefix=/tmp/evil',
    '--gpu-launcher=/tmp/evil',
    '--browser-subprocess-path=/tmp/evil',
    '--no-zygote',
    '--no-sandbox',
    '--disable-features=NetworkServiceSandbox',
    '--enable-features=WaylandWindowDecorations,PrivateNetworkAccess',
    '--enable-blink-features=MojoJS',
    '--enable-automation',
    '--log-net-log=/tmp/log',
    '--a-switch-of-some-later-chromium',
  ])('include %s', (argument) => {
    const written = argument.split('=')[0];
    expect(onLinux('--hidden', argument)).toEqual([written]);
  });

  it('include other spellings that Chromium accepts', () => {
    expect(onLinux('-remote-debugging-port=1')).toEqual(['-remote-debugging-port']);
    for (const space of [' ', '\t', '\n', '\r\n', '\v\f', '\u00a0', '\u3000']) {
      expect(onLinux(`${space}--remote-debugging-port=1`), JSON.stringify(space)).toEqual(['--remote-debugging-port']);
      expect(onLinux(`--hidden${space}`, `${space}--hidden`)).toEqual([]);
    }
    // Which white space ends the switches differs between systems, so only a plain `--` does here.
    expect(onLinux('\u00a0--', '--inspect')).toEqual(['--', '--inspect']);
    const onWindows = findRefusedSwitches({
      args: ['/Remote-Debugging-Port=1', '-Inspect', '--HIDDEN'],
      platform: 'win32',
      isRoot: false,
    });
    expect(onWindows).toEqual(['/Remote-Debugging-Port', '-Inspect']);
  });

  it('leave out our own, those for the display, and what Chromium does not treat as a switch', () => {
    expect(onLinux('--hidden', '--home', '/home/ada', '--data=/tmp/data', '--user-data-dir=/tmp/data')).toEqual([]);
    expect(onLinux('--ozone-platform=wayland', '--enable-features=UseOzonePlatform,WaylandWindowDecorations')).toEqual(
      [],
    );
    expect(onLinux('--force-device-scale-factor=1.5', '--disable-gpu', '-', '')).toEqual([]);
    expect(onLinux('--', '--inspect')).toEqual([]);
  });

  it('leave out what the system itself adds, on that system only', () => {
    const finder = ['-psn_0_12345', '-NSDocumentRevisionsDebugMode', 'YES', '-AppleLanguages', '(fr)'];
    expect(findRefusedSwitches({ args: finder, platform: 'darwin', isRoot: false })).toEqual([]);
    expect(findRefusedSwitches({ args: ['--updated', '-Embedding'], platform: 'win32', isRoot: false })).toEqual([]);
    expect(onLinux('-psn_0_12345', '--updated')).toEqual(['-psn_0_12345', '--updated']);
  });

  it('leave out --no-sandbox for root on Linux, for whom Chromium cannot start otherwise', () => {
    const args = ['--no-sandbox'];
    expect(findRefusedSwitches({ args, platform: 'linux', isRoot: true })).toEqual([]);
    expect(findRefusedSwitches({ args, platform: 'darwin', isRoot: true })).toEqual(args);
  });

  it('are named in a sentence that says what to do', () => {
    const { launch } = createMessages();
    expect(launch.refusedSwitches(['--inspect'])).toBe(
      'Fuelgauge does not start with --inspect: switches like this could open it to other programs. Start it without it.',
    );
    expect(launch.refusedSwitches(['--inspect', '--js-flags'])).toBe(
      'Fuelgauge does not start with --inspect, --js-flags: switches like these could open it to other programs. ' +
        'Start it without them.',
    );
  });
});
