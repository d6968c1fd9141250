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
      `${folder}の台帳の名前は暗号化されていますが、${hasKey ? '設定された鍵が合いません' : '鍵が設定されていません'}。` +
      '失われたものはありません。FUELGAUGE_DB_KEYまたはキーチェーンに正しい鍵が入るまで、合計だけを表示し、名前を隠し、ログは読みません。',
    'ledger-key': ({ reason }) =>
      reason === 'invalid'
        ? 'FUELGAUGE_DB_KEYが鍵ではないため、何も書き込みません。鍵はopenssl rand -base64 32が出力するような、base64または16進数の32バイトの乱数です。'
        : 'FUELGAUGE_DB_KEYが設定されていないため、何も書き込みません。openssl rand -base64 32の出力を設定して保管するか、プロジェクトとブランチの名前を暗号化せずに保存する場合はnoneを設定してください。',
    'ledger-write': ({ folder, failure }) => describeStoreFailure(failure, folder, true),
    'ledger-read-only': ({ folder }) =>
      `${folder}への書き込みが許可されていないため、台帳の内容だけを表示し、ログは読みません。フォルダーを書き込み可能にするか、別のデータフォルダーを選んでください。`,
    'ledger-busy': ({ folder }) => `別のFuelgaugeが${folder}の台帳に書き込んでいます。`,
    'ledger-missing': ({ folder }) => `${folder}に台帳はまだありません。`,
    'ledger-too-new': ({ folder }) =>
      `${folder}の台帳は新しいバージョンのFuelgaugeが書いたものです。このFuelgaugeを更新してください。`,
    'ledger-too-old': ({ folder }) =>
      `古いバージョンのFuelgaugeが${folder}の台帳に書き込んでいます。終了または更新して、もう一度お試しください。`,
    'ledger-damaged': ({ folder }) => `${folder}の台帳は破損しています。`,
    'ledger-unusable': ({ folder, failure }) => describeStoreFailure(failure, folder, false),
    'no-sqlite': ({ minNodeVersion }) =>
      `このバージョンのNodeにはSQLiteがありません。Fuelgaugeには、Node ${minNodeVersion}以降が必要です。`,
    'home-missing': ({ folder }) => `--homeで指定されたフォルダー${folder}はありません。`,
    'still-reading': ({ bytesLeft }) =>
      `別のFuelgaugeがまだログを読み込み中のため（残り${format.bytes(bytesLeft)}）、これらの値は不完全です。`,
  };
}

/** Logs that are not read, or will be gone. */
function createReadingProblems(format: Formats): ProblemWords {
  return {
    'engine-stopped': ({ detail }) =>
      `エラーのため、ログの読み込みを停止しました${detail === null ? '' : `（${detail}）`}。5分以内に自動で再開しない場合は、Fuelgaugeを再起動してください。詳細はログファイルにあります。`,
    'expiring-logs': ({ sourceLabel, logs, deletesAtMs, cause }, nowMs) =>
      `${sourceLabel}が${describeDeadline(deletesAtMs - nowMs, format)}、まだ読み込んでいないログ${format.integer(logs)}件を削除します。${remedies[cause]}`,
    'unreadable-logs': ({ path, reason, more }) =>
      `${path}を読み取れませんでした：${describeReadFailure(reason)}。` +
      (more === 0
        ? 'この使用量は含まれていません。'
        : `ほか${format.integer(more)}件のログとともに、使用量に含まれていません。「fuelgauge doctor」ですべて確認できます。`),
    'alert-channel': ({ channel, failure }) =>
      `送信先「${channel}」にアラートを配信できませんでした。${describeChannelFailure(failure)}`,
    processes: ({ failure }) => `動作中のエージェントを表示できません：${describeProbeFailure(failure)}。`,
  };
}

/** What Fuelgauge itself uses and could not start. */
function createOwnProblems(format: Formats): ProblemWords {
  return {
    'own-cpu': ({ percent, budgetPercent }) =>
      `Fuelgauge自身が直近1時間に1コアの${format.precisePercent(percent)}を使いました。` +
      `目安は${format.precisePercent(budgetPercent)}未満です。設定で更新の間隔を長くすると下がります。`,
    'own-memory': ({ megabytes, budgetMegabytes }) =>
      `ウィンドウを開いていないのに、Fuelgauge自身が${format.integer(megabytes)} MBのメモリを使っています。` +
      `目安は${format.integer(budgetMegabytes)} MB未満です。再起動すると解放されます。ぜひ報告してください。`,
    'server-not-started': ({ detail }) => `Webサーバーはオンですが、動作していません。${detail}`,
    'statusline-removed': ({ file }) =>
      `Fuelgauge以外の何かが、${file}からFuelgaugeのステータスラインを削除しました。再び追加するには：fuelgauge statusline install。` +
      '不要な場合は：fuelgauge statusline uninstall。',
  };
}

const settingsProblems: ProblemWords = {
  'settings-values': ({ complaints }) =>
    `settings.jsonに使えない値があります：${complaints.map(describeComplaint).join('、')}。代わりに既定値を使います。`,
  'settings-invalid': ({ file, setAsideName }) =>
    setAsideName === null
      ? `${file}は正しいJSONではないため、アプリが修復するまで既定値を使います。`
      : `${file}は正しいJSONではないため、既定値を使います。古いファイルは${setAsideName}として残しました。`,
  'settings-unreadable': ({ file }) => `${file}を読み取れないため、既定値を使います。`,
  'settings-not-applied': ({ file }) =>
    `${file}に使えない値があるため、以前の設定を使い続けます。内容は「fuelgauge config check」で確認できます。`,
  'settings-unusable': ({ file }) =>
    `${file}は読み取りも置き換えもできないため、Fuelgaugeを終了すると設定の変更は失われます。`,
};

/** What happened to a ledger's file, and where its contents are now. */
function createReplacements(format: Formats): ProblemWords {
  return {
    'ledger-corrupt': ({ setAsidePath, salvage }) =>
      `台帳が破損していたため、新しい台帳を始めました。古いファイルは${setAsidePath}として残しました。` +
      `${describeSalvage(salvage, format)}まだあるログを再び読み込んでいます。`,
    'ledger-newer': ({ setAsidePath }) =>
      `台帳は新しいバージョンのFuelgaugeが書いたもので、${setAsidePath}として残しました。` +
      'そのバージョンで読み戻されます。それまでは、まだあるログだけを数えます。',
    'ledger-put-back': ({ setAsidePath }) =>
      setAsidePath === null
        ? 'Fuelgaugeの動作中に、台帳またはその最新の変更記録が削除されました。すべて書き戻しました。'
        : `Fuelgaugeの動作中に、別のファイルが台帳と置き換わりました。台帳を書き戻し、別のファイルは${setAsidePath}として残しました。` +
          'それを使うには、Fuelgaugeを終了してから台帳を置き換えてください。',
    'ledger-overwritten': ({ setAsidePath, rebuiltFrom, copyAgeHours }) =>
      'Fuelgaugeの動作中に、別のプログラムが台帳に書き込みました。' +
      `${describeSources(rebuiltFrom, copyAgeHours, format)}書き込まれた内容は${setAsidePath}として残しました。` +
      '別の台帳を使うには、Fuelgaugeを終了してからこの台帳を置き換えてください。',
    'ledger-restored-in-part': ({ keptPath }) =>
      `取り分けてあった台帳を、読み取れなかった古い応答の合計を除いて、この台帳に戻しました。元のものは${keptPath}として残しました。`,
    'ledger-restore-failed': ({ path, detail }) =>
      `取り分けてあった台帳を、この台帳に戻せませんでした：${detail}。引き続き${path}にあります。`,
  };
}

/** What the desktop does not let the app show. */
const desktopProblems: ProblemWords = {
  notifications: ({ cause }) =>
    cause === 'no-notify-send'
      ? 'プログラムnotify-sendがないため、通知を表示できません。libnotifyをインストールしてください。'
      : 'システムが通知の表示を拒否しました。アラートはここには表示されます。',
  'no-tray': () =>
    'このデスクトップにはトレイアイコンが表示されません。GNOMEではAppIndicator拡張機能をインストールしてください。それまでは、Fuelgaugeをもう一度起動すると開きます。',
  'tray-hidden': () =>
    'macOSがFuelgaugeのメニューバーアイコンを隠しています。バーがいっぱいか、システム設定の「メニューバー」でオフになっています。アイコンなしで開くには、FinderまたはSpotlightからもう一度起動してください。',
  'shortcut-taken': ({ keys }) =>
    `${keys}ではFuelgaugeを開けません。別のプログラムまたはシステムが使っています。設定でほかのキーを選んでください。`,
};

const remedies: Readonly<Record<ProblemParameters['expiring-logs']['cause'], string>> = {
  paused: '使用量を残すには、監視を再開してください。',
  failing: '使用量を残すには、台帳の問題を解決してください。',
  unreadable: '使用量を残すには、読み取れるようにしてください。「fuelgauge doctor」で一覧を確認できます。',
};

function describeDeadline(leftMs: number, format: Formats): string {
  if (leftMs <= 0) return '次回の起動時に';
  const daysLeft = Math.floor(leftMs / dayMs);
  return daysLeft === 0 ? '1日以内に' : `${format.integer(daysLeft)}日後に`;
}

function describeSalvage(salvage: SalvageOutcome | null, format: Formats): string {
  if (salvage === null) return '中身は何も読み取れませんでした。';
  const { carriedOver, lost, hasRollups } = salvage;
  const kept = `${format.integer(carriedOver)}件の応答を引き継ぎました。`;
  if (!hasRollups) return `${kept}古い応答の合計は読み取れませんでした。`;
  if (lost === null) return `${kept}失われた件数は不明です。`;
  return lost === 0 ? kept : `${kept}${format.integer(lost)}件は読み取れませんでした。`;
}

/** Where a rebuilt ledger comes from, and what may be missing from it. */
function describeSources(
  rebuiltFrom: ProblemParameters['ledger-overwritten']['rebuiltFrom'],
  copyAgeHours: number | null,
  format: Formats,
): string {
  const copy = `${format.integer(copyAgeHours ?? 0)}時間前の複製`;
  const unless = 'は、ログが残っていなければ失われています';
  switch (rebuiltFrom) {
    case 'memory':
      return `Fuelgaugeが保持していた内容とログから再構築しました。それ以外の使用量${unless}。`;
    case 'memory-and-copy':
      return `Fuelgaugeが保持していた内容、${copy}、ログから再構築しました。複製以後の使用量は、ログが残っていなければ失われている可能性があります。`;
    case 'copy':
      return `${copy}とログから再構築しました。複製以後の使用量${unless}。`;
    case 'other':
      return `書き込まれた内容とログから再構築しました。それ以外の使用量${unless}。`;
    case 'logs':
      return `ログから再構築しました。使用量${unless}。`;
  }
}

function describeStoreFailure(failure: StoreFailure, folder: string, isRetried: boolean): string {
  const another = '別のデータフォルダーを選んでください。';
  switch (failure.kind) {
    case 'disk-full':
      return (
        `ディスクに空きがなく、${folder}の台帳に書き込めません。` +
        (isRetried ? '空きを作ると、自動的に再開します。' : '空きを作り、Fuelgaugeを再起動してください。')
      );
    case 'no-permission':
      return `${folder}への書き込みが許可されていません。フォルダーの所有者とアクセス権を確認してください。`;
    case 'file-in-the-way':
      return `同名のファイルがあり、フォルダー${folder}を作成できません。${another}`;
    case 'link-loop':
      return `シンボリックリンクが循環しており、フォルダー${folder}を使えません。${another}`;
    case 'path-too-long':
      return `パスが長すぎて、フォルダー${folder}を作成できません。${another}`;
    case 'no-folders-allowed':
      return `システムがフォルダー${folder}の作成を許可していません。${another}`;
    case 'not-a-file':
      return `Fuelgaugeのファイルに必要な${failure.path}がファイルではありません。別の場所へ移動して、もう一度お試しください。`;
    case 'cannot-open':
      return `${folder}の台帳を開けません。フォルダーの読み取りと書き込みができるか確認してください。`;
    case 'locked':
      return (
        `別のプログラムが${folder}の台帳をロックしています。` +
        (isRetried ? '解除されると、自動的に再開します。' : 'あとでもう一度お試しください。')
      );
    case 'other':
      return `${folder}の台帳を使えません：${failure.detail}`;
  }
}

function describeComplaint(complaint: SettingComplaint): string {
  const { setting, place } = complaint;
  return describeStoredValue(place === null ? setting : `${setting}.${place}`, complaint);
}
