import type { ActivityCategory } from '../../domain/activity.ts';

/** What sites and apps are for. */
export const activityCategoryNames: Readonly<Record<ActivityCategory, string>> = {
  chat: 'チャット',
  code: 'コード',
  search: '検索',
  image: '画像',
  video: '動画',
  audio: '音声',
  api: 'API',
  local: 'ローカル',
};
