import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { defineService } from '../../../../../main/node/service/define-service.ts';
import { toOwnCommand } from '../../../../../main/node/service/own-command.ts';
import type { HostEnvironment } from '../../../../../shared/sources/source.ts';
import { useTemporaryFolders } from '../../../../support/temporary-folder.ts';

/** Part of every systemd, so also of the machines that run these tests on Linux. */
const analyze = '/usr/bin/systemd-analyze';

const task = {
  command: ['/opt/a b %h $X/node', String.raw`C:\x y\cli.js`, 'serve', '--data', '/d/ä & <c> 50% $HOME\nq'],
  variables: { CODEX_HOME: '/srv/50% "x"' },
  dataFolder: '/d',
  description: 'Fuelgauge',
} as const;

function define(platform: HostEnvironment['platform'], variables: HostEnvironment['variables'] = {}) {
  return defineService(task, { platform, home: '/home/ada', variables, otherHomes: [] }, 501);
}

const makeFolder = useTemporaryFolders();

describe('a systemd unit', () => {
  it('stands where the person’s systemd looks, and starts again after a failure', () => {
    expect(define('linux').file).toBe('/home/ada/.config/systemd/user/fuelgauge.service');
    expect(define('linux', { XDG_CONFIG_HOME: '/cfg' }).file).toBe('/cfg/systemd/user/fuelgauge.service');
    expect(define('linux').text).toContain('\nRestart=on-failure\n');
  });

  it('lets no word mean anything to systemd', () => {
    const { text } = define('linux');
    expect(text).toContain(
      String.raw`ExecStart="/opt/a b %%h $X/node" "C:\\x y\\cli.js" "serve" "--data" "/d/ä & <c> 50%% $$HOME\nq"` +
        '\n',
    );
    expect(text).toContain(String.raw`Environment="CODEX_HOME=/srv/50%% \"x\""` + '\n');
  });

  it.each(["/home/o'brien/node", '/opt/a "b"/node', String.raw`/opt/a\b/node`])(
    'starts by way of a shell what systemd would refuse: %s',
    (program) => {
      const command = [program, 'serve'] as const;
      const host = { platform: 'linux', home: '/home/ada', variables: {}, otherHomes: [] } as const;
      const { text } = defineService({ ...task, command }, host, 501);
      const quoted = program.replaceAll('\\', '\\\\').replaceAll('"', String.raw`\"`);
      expect(text).toContain(String.raw`ExecStart="/bin/sh" "-c" "exec \"$$0\" \"$$@\"" "${quoted}" "serve"` + '\n');
    },
  );

  it.skipIf(!existsSync(analyze))('passes the check of systemd itself, whatever the words are', async () => {
    const folder = makeFolder();
    const command = [
      path.join(folder, `o'brien "b" %h $X ä & <c>`),
      '50% $HOME ${HOME}\nq\r\t',
      '',
      '#;',
      'a\\',
    ] as const;
    await writeFile(command[0], '#!/bin/sh\n', { mode: 0o755 });
    const host = { platform: 'linux', home: folder, variables: {}, otherHomes: [] } as const;
    const file = path.join(folder, 'fuelgauge.service');
    await writeFile(file, defineService({ ...task, command }, host, 501).text);
    const env = { ...process.env, XDG_RUNTIME_DIR: folder };
    const said = await promisify(execFile)(analyze, ['--user', 'verify', file], { env }).catch(
      (error: { readonly stderr: string }) => error,
    );
    // It may complain of the machine's own units as well.
    expect(said.stderr.split('\n').filter((line) => line.includes('fuelgauge.service'))).toEqual([]);
  });

  it.each([
    ['ActiveState=active\nMainPID=42\n', { isRunning: true, pid: 42 }, false],
    ['ActiveState=failed\nMainPID=0\n', { isRunning: false, pid: null }, true],
    ['', { isRunning: null, pid: null }, true],
  ])('is known by what systemctl says: %j', (answer, state, isGone) => {
    expect(define('linux').parse(answer)).toEqual(state);
    expect(define('linux').isGone(answer)).toBe(isGone);
  });

  it('is not taken for ended where systemd cannot be asked', () => {
    expect(define('linux').isGone(null)).toBe(false);
  });
});

describe('a launch agent', () => {
  it('is a property list with the words as they are', () => {
    const { file, text, start } = define('darwin');
    expect(file).toBe('/home/ada/Library/LaunchAgents/app.fuelgauge.serve.plist');
    expect(start).toEqual([['/bin/launchctl', 'bootstrap', 'gui/501', file]]);
    expect(text).toContain('<string>/d/ä &amp; &lt;c&gt; 50% $HOME\nq</string>');
    expect(text).toContain('<key>CODEX_HOME</key><string>/srv/50% &quot;x&quot;</string>');
    expect(text).toContain('<dict><key>SuccessfulExit</key><false/></dict>');
  });

  it('holds no character that XML cannot', () => {
    const command = ['/n/node', 'a\u0007\ud800b\uffff\r\u{1f600}'] as const;
    const host = { platform: 'darwin', home: '/home/ada', variables: {}, otherHomes: [] } as const;
    const { text } = defineService({ ...task, command }, host, 501);
    expect(text).toContain('<string>ab&#13;\u{1f600}</string>');
  });

  it('is known by what launchctl says', () => {
    const { parse, isGone } = define('darwin');
    const answer = 'gui/501/app.fuelgauge.serve = {\n\tactive count = 1\n\tstate = running\n\tpid = 77\n}\n';
    expect(parse(answer)).toEqual({ isRunning: true, pid: 77 });
    expect(parse('{\n\tstate = not running\n}')).toEqual({ isRunning: false, pid: null });
    expect([isGone(answer), isGone(null)]).toEqual([false, true]);
  });
});

describe('a scheduled task', () => {
  const variables = { SystemRoot: String.raw`C:\Windows`, USERNAME: 'Ada', USERDOMAIN: 'A&B' };
  const define32 = (command: readonly [string, ...string[]]) =>
    defineService(
      { ...task, command, dataFolder: String.raw`C:\d` },
      { platform: 'win32', home: String.raw`C:\Users\Ada`, variables, otherHomes: [] },
      0,
    );

  it('starts Node without a window, with the arguments as they are', () => {
    const { text, encoding, file } = define32([
      String.raw`C:\n\node.exe`,
      'serve',
      String.raw`C:\my data\ `,
      'a"b',
      '',
    ]);
    expect([encoding, file]).toEqual(['utf16le', String.raw`C:\d\service-task.xml`]);
    expect(text).toContain(String.raw`<Command>C:\Windows\System32\conhost.exe</Command>`);
    expect(text).toContain(
      String.raw`<Arguments>--headless C:\n\node.exe serve &quot;C:\my data\ &quot; &quot;a\&quot;b&quot; &quot;&quot;</Arguments>`,
    );
    expect(text).toContain(String.raw`<UserId>A&amp;B\Ada</UserId>`);
  });

  it('doubles the backslashes before a quotation mark', () => {
    expect(define32(['C:\\n\\node.exe', 'C:\\my data\\']).text).toContain(String.raw`&quot;C:\my data\\&quot;`);
  });

  it('starts the packaged app by itself', () => {
    const { text } = define32([String.raw`C:\p\Fuelgauge.exe`, '--command-line', '--', 'serve']);
    expect(text).toContain(
      String.raw`<Command>C:\p\Fuelgauge.exe</Command><Arguments>--command-line -- serve</Arguments>`,
    );
  });

  it('is known by what PowerShell says', () => {
    const { parse, isGone } = define32(['x']);
    expect(parse('Running\r\n')).toEqual({ isRunning: true, pid: null });
    expect(parse('Ready\r\n')).toEqual({ isRunning: false, pid: null });
    expect([isGone('Ready\r\n'), isGone(null)]).toEqual([false, true]);
  });
});

describe('what starts this command line again', () => {
  const own = {
    execPath: '/n/node',
    script: '/x/cli.js',
    isElectron: false,
    platform: 'linux',
    variables: {},
  } as const;
  const packaged = { ...own, execPath: '/opt/Fuelgauge/fuelgauge-app', script: undefined, isElectron: true };

  it('is Node with the script, or the app acting as the command line', () => {
    expect(toOwnCommand(own, ['serve'])).toEqual(['/n/node', '/x/cli.js', 'serve']);
    expect(toOwnCommand(packaged, ['serve'])).toEqual([
      ...[
        '/opt/Fuelgauge/fuelgauge-app',
        '--no-sandbox',
        '--no-zygote',
        '--log-level=3',
        '--command-line',
        '--',
        'serve',
      ],
    ]);
  });

  it('is the AppImage, not the folder that it is mounted on', () => {
    expect(toOwnCommand({ ...packaged, variables: { APPIMAGE: '/a/F.AppImage' } }, [])[0]).toBe('/a/F.AppImage');
  });
});
