import { dayMs } from '../../domain/instant.ts';
import type { StoreFailure } from '../../domain/failures.ts';
import type { ProblemParameters, SalvageOutcome, SettingComplaint } from '../../domain/problem.ts';
import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { describeStoredValue } from './calls.ts';
import { describeChannelFailure } from './channels.ts';
import { describeProbeFailure, describeReadFailure } from './failures.ts';

type ProblemWords = NonNullable<Translation['problems']>;

/** For every kind of problem one or two sentences: what happened and what to do. */
export function createProblems(format: Formats): ProblemWords {
  return {
    ...createReplacements(format),
    ...createLedgerProblems(format),
    ...createReadingProblems(format),
    ...createOwnProblems(format),
    ...settingsProblems,
    ...desktopProblems,
  };
}

/** The ledger cannot be written, or not be used. */
function createLedgerProblems(format: Formats): ProblemWords {
  return {
    'ledger-locked': ({ folder, hasKey }) =>
      `${folder} 中账本里的名称已加密，而${hasKey ? '所设的密钥与之不符' : '未设置其密钥'}。` +
      '没有丢失任何内容：在 FUELGAUGE_DB_KEY 或钥匙串中有正确的密钥之前，只显示合计，隐藏名称，且不读取日志。',
    'ledger-key': ({ reason }) =>
      reason === 'invalid'
        ? 'FUELGAUGE_DB_KEY 不是密钥，因此不会写入任何内容。密钥是 32 个随机字节的 base64 或十六进制形式，如 openssl rand -base64 32 的输出。'
        : '未设置 FUELGAUGE_DB_KEY，因此不会写入任何内容。请将它设为 openssl rand -base64 32 的输出并妥善保存；或设为 none，以不加密的方式保存项目和分支名称。',
    'ledger-write': ({ folder, failure }) => describeStoreFailure(failure, folder, true),
    'ledger-read-only': ({ folder }) =>
      `Fuelgauge 无权写入 ${folder}，因此只显示账本中的内容，不读取日志。请使该文件夹可写，或选择其他数据文件夹。`,
    'ledger-busy': ({ folder }) => `另一个 Fuelgauge 正在写入 ${folder} 中的账本。`,
    'ledger-missing': ({ folder }) => `${folder} 中还没有账本。`,
    'ledger-too-new': ({ folder }) => `${folder} 中的账本由更新版本的 Fuelgauge 写入。请更新这个 Fuelgauge。`,
    'ledger-too-old': ({ folder }) => `旧版本的 Fuelgauge 正在写入 ${folder} 中的账本。请退出或更新它，然后重试。`,
    'ledger-damaged': ({ folder }) => `${folder} 中的账本已损坏。`,
    'ledger-unusable': ({ folder, failure }) => describeStoreFailure(failure, folder, false),
    'no-sqlite': ({ minNodeVersion }) =>
      `此版本的 Node 没有 SQLite。Fuelgauge 需要 Node ${minNodeVersion} 或更新版本。`,
    'home-missing': ({ folder }) => `--home 指定的文件夹 ${folder} 不存在。`,
    'still-reading': ({ bytesLeft }) =>
      `另一个 Fuelgauge 仍在读取日志（还剩 ${format.bytes(bytesLeft)}），因此这些数字不完整。`,
  };
}

/** Logs that are not read, or will be gone. */
function createReadingProblems(format: Formats): ProblemWords {
  return {
    'engine-stopped': ({ detail }) =>
      `Fuelgauge 因错误停止读取日志${detail === null ? '' : `（${detail}）`}。如果五分钟内没有自动恢复，请重新启动；详情见其日志文件。`,
    'expiring-logs': ({ sourceLabel, logs, deletesAtMs, cause }, nowMs) =>
      `${sourceLabel} 将在${describeDeadline(deletesAtMs - nowMs, format)}删除 ${format.integer(logs)} 个未读取的日志。${remedies[cause]}`,
    'unreadable-logs': ({ path, reason, more }) =>
      `无法读取 ${path}：${describeReadFailure(reason)}。` +
      (more === 0
        ? '其用量未计入。'
        : `它和另外 ${format.integer(more)} 个日志的用量未计入；“fuelgauge doctor”会列出全部。`),
    'alert-channel': ({ channel, failure }) => `渠道“${channel}”未能送达提醒。${describeChannelFailure(failure)}`,
    processes: ({ failure }) => `无法显示正在运行的智能体：${describeProbeFailure(failure)}。`,
  };
}

/** What Fuelgauge itself uses and could not start. */
function createOwnProblems(format: Formats): ProblemWords {
  return {
    'own-cpu': ({ percent, budgetPercent }) =>
      `Fuelgauge 自身在最近一小时占用了一个处理器核心的 ${format.precisePercent(percent)}；应低于 ` +
      `${format.precisePercent(budgetPercent)}。在设置中放慢刷新可降低占用。`,
    'own-memory': ({ megabytes, budgetMegabytes }) =>
      `没有打开窗口时，Fuelgauge 自身占用了 ${format.integer(megabytes)} MB 内存；应低于 ` +
      `${format.integer(budgetMegabytes)} MB。退出并重新启动可释放内存；也请报告此问题。`,
    'server-not-started': ({ detail }) => `Web 服务器已开启，但未运行。${detail}`,
    'statusline-removed': ({ file }) =>
      `Fuelgauge 的状态行已被其他程序从 ${file} 中移除。重新添加：fuelgauge statusline install。` +
      '如果不再需要：fuelgauge statusline uninstall。',
  };
}

const settingsProblems: ProblemWords = {
  'settings-values': ({ complaints }) =>
    `settings.json 中有无法使用的值：${complaints.map(describeComplaint).join('；')}。改用默认值。`,
  'settings-invalid': ({ file, setAsideName }) =>
    setAsideName === null
      ? `${file} 不是有效的 JSON，因此在应用修复它之前使用默认值。`
      : `${file} 不是有效的 JSON，因此使用默认值；旧文件保存为 ${setAsideName}。`,
  'settings-unreadable': ({ file }) => `无法读取 ${file}，因此使用默认值。`,
  'settings-not-applied': ({ file }) =>
    `${file} 中有无法使用的内容，因此继续使用之前的设置。“fuelgauge config check”会说明是什么。`,
  'settings-unusable': ({ file }) => `${file} 既无法读取也无法替换，因此退出 Fuelgauge 后设置的更改会丢失。`,
};

/** What happened to a ledger's file, and where its contents are now. */
function createReplacements(format: Formats): ProblemWords {
  return {
    'ledger-corrupt': ({ setAsidePath, salvage }) =>
      `账本已损坏，因此新建了一个；旧文件保存为 ${setAsidePath}。` +
      `${describeSalvage(salvage, format)}正在重新读取仍存在的日志。`,
    'ledger-newer': ({ setAsidePath }) =>
      `账本由更新版本的 Fuelgauge 写入，已保存为 ${setAsidePath}。` +
      '那个版本会重新读入它；在此之前，此版本只计入仍存在的日志。',
    'ledger-put-back': ({ setAsidePath }) =>
      setAsidePath === null
        ? 'Fuelgauge 运行时，账本或其最新更改的记录被删除。全部内容已写回。'
        : `Fuelgauge 运行时，另一个文件取代了账本。账本已写回，那个文件保存为 ${setAsidePath}。` +
          '要使用那个文件，请先退出 Fuelgauge 再替换账本。',
    'ledger-overwritten': ({ setAsidePath, rebuiltFrom, copyAgeHours }) =>
      'Fuelgauge 运行时，另一个程序写入了账本。' +
      `${describeSources(rebuiltFrom, copyAgeHours, format)}写入的内容保存为 ${setAsidePath}。` +
      '要使用其他账本，请先退出 Fuelgauge 再替换它。',
    'ledger-restored-in-part': ({ keptPath }) =>
      `曾移开的账本已并回此账本，但较早响应的合计无法读取。它保存为 ${keptPath}。`,
    'ledger-restore-failed': ({ path, detail }) => `曾移开的账本无法并回此账本：${detail}。它仍在 ${path}。`,
  };
}

/** What the desktop does not let the app show. */
const desktopProblems: ProblemWords = {
  notifications: ({ cause }) =>
    cause === 'no-notify-send'
      ? '缺少程序 notify-send，因此无法显示通知。请安装 libnotify。'
      : '系统拒绝显示通知。提醒仍会显示在这里。',
  'no-tray': () =>
    '此桌面不显示托盘图标。在 GNOME 上请安装 AppIndicator 扩展。在此之前，再次启动 Fuelgauge 即可打开它。',
  'tray-hidden': () =>
    'macOS 隐藏了 Fuelgauge 的菜单栏图标：菜单栏已满，或图标在“系统设置 > 菜单栏”中被关闭。要在没有图标时打开 Fuelgauge，请从访达或聚焦再次启动它。',
  'shortcut-taken': ({ keys }) => `${keys} 无法打开 Fuelgauge：已被其他程序或系统占用。请在设置中选择其他按键。`,
};

const remedies: Readonly<Record<ProblemParameters['expiring-logs']['cause'], string>> = {
  paused: '请继续监控以保留其用量。',
  failing: '请解决账本的问题以保留其用量。',
  unreadable: '请使其可读以保留其用量；“fuelgauge doctor”会列出它们。',
};

function describeDeadline(leftMs: number, format: Formats): string {
  if (leftMs <= 0) return '下次启动时';
  const daysLeft = Math.floor(leftMs / dayMs);
  return daysLeft === 0 ? '一天内' : ` ${format.integer(daysLeft)} 天后`;
}

function describeSalvage(salvage: SalvageOutcome | null, format: Formats): string {
  if (salvage === null) return '其中没有可读取的内容。';
  const { carriedOver, lost, hasRollups } = salvage;
  const kept = `已转入 ${format.integer(carriedOver)} 次响应`;
  if (!hasRollups) return `${kept}；较早响应的合计无法读取。`;
  if (lost === null) return `${kept}；丢失的数量未知。`;
  return lost === 0 ? `${kept}。` : `${kept}；${format.integer(lost)} 次无法读取。`;
}

/** Where a rebuilt ledger comes from, and what may be missing from it. */
function describeSources(
  rebuiltFrom: ProblemParameters['ledger-overwritten']['rebuiltFrom'],
  copyAgeHours: number | null,
  format: Formats,
): string {
  const copy = ` ${format.integer(copyAgeHours ?? 0)} 小时前的副本`;
  const unless = '已丢失，除非其日志仍存在';
  switch (rebuiltFrom) {
    case 'memory':
      return `已由 Fuelgauge 仍保有的内容和日志重建。其他用量${unless}。`;
    case 'memory-and-copy':
      return `已由 Fuelgauge 仍保有的内容、${copy.trimStart()}和日志重建。副本之后的用量${unless}。`;
    case 'copy':
      return `已由${copy}和日志重建。副本之后的用量${unless}。`;
    case 'other':
      return `已由写入的内容和日志重建。其他用量${unless}。`;
    case 'logs':
      return `已由日志重建。用量${unless}。`;
  }
}

function describeStoreFailure(failure: StoreFailure, folder: string, isRetried: boolean): string {
  const another = '请选择其他数据文件夹。';
  switch (failure.kind) {
    case 'disk-full':
      return (
        `磁盘已满：Fuelgauge 无法写入 ${folder} 中的账本。` +
        (isRetried ? '请释放一些空间；Fuelgauge 随后会自动继续。' : '请释放一些空间，然后重新启动 Fuelgauge。')
      );
    case 'no-permission':
      return `Fuelgauge 无权写入 ${folder}。请检查该文件夹的所有者和权限。`;
    case 'file-in-the-way':
      return `无法创建文件夹 ${folder}：已有同名文件。${another}`;
    case 'link-loop':
      return `无法使用文件夹 ${folder}：其符号链接形成循环。${another}`;
    case 'path-too-long':
      return `无法创建文件夹 ${folder}：路径太长。${another}`;
    case 'no-folders-allowed':
      return `系统不允许创建文件夹 ${folder}。${another}`;
    case 'not-a-file':
      return `Fuelgauge 需要 ${failure.path} 存放自己的文件，但它不是文件。请移走它，然后重试。`;
    case 'cannot-open':
      return `无法打开 ${folder} 中的账本。请检查该文件夹是否可读写。`;
    case 'locked':
      return `另一个程序锁定了 ${folder} 中的账本。` + (isRetried ? '解锁后 Fuelgauge 会自动继续。' : '请稍后重试。');
    case 'other':
      return `无法使用 ${folder} 中的账本：${failure.detail}`;
  }
}

function describeComplaint(complaint: SettingComplaint): string {
  const { setting, place } = complaint;
  return describeStoredValue(place === null ? setting : `${setting}.${place}`, complaint);
}
