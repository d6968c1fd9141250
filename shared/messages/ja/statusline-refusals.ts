import type { StatuslineRefusal } from '../../domain/statusline-install.ts';

const refusals: Readonly<Record<StatuslineRefusal, string>> = {
  'not-json': '設定が正しいJSONオブジェクトではありません。ファイルを修正して、もう一度お試しください。',
  'not-understood': '設定のステータスラインがFuelgaugeの知らない形式のため、変更しませんでした。',
  'read-only': '設定ファイルが読み取り専用です。書き込めるようにして、もう一度お試しください。',
  'not-readable': '設定ファイルをテキストとして読み取れません。',
  'not-written': 'ファイルに書き込めませんでした。何も変更していません。',
  changed: '同時に設定が変更されました。何も書き込んでいません。もう一度お試しください。',
  'no-program': 'PATHに、行を描画できるNode 20以降もfuelgaugeコマンドもありません。',
  'not-installed': 'このステータスラインはインストールされていないため、削除するものがありません。',
  elsewhere:
    '別のFuelgaugeがステータスラインを登録しています。そちらでアンインストールするか、--replaceで引き継いでください。',
  unavailable: 'ここからはステータスラインを管理できません。',
};

/** Why the status line was not changed. */
export const describeStatuslineRefusal = (refusal: StatuslineRefusal): string => refusals[refusal];
