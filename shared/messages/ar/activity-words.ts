import type { ActivityCategory } from '../../domain/activity.ts';

/** What sites and apps are for. */
export const activityCategoryNames: Readonly<Record<ActivityCategory, string>> = {
  chat: 'محادثة',
  code: 'برمجة',
  search: 'بحث',
  image: 'صور',
  video: 'فيديو',
  audio: 'صوت',
  api: 'API',
  local: 'محلي',
};
