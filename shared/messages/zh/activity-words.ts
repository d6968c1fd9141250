import type { ActivityCategory } from '../../domain/activity.ts';

/** What sites and apps are for. */
export const activityCategoryNames: Readonly<Record<ActivityCategory, string>> = {
  chat: '聊天',
  code: '代码',
  search: '搜索',
  image: '图像',
  video: '视频',
  audio: '音频',
  api: 'API',
  local: '本地',
};
