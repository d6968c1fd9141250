import type { ActivityCategory } from '../../domain/activity.ts';

/** What sites and apps are for. */
export const activityCategoryNames: Readonly<Record<ActivityCategory, string>> = {
  chat: 'Chat',
  code: 'Code',
  search: 'Search',
  image: 'Image',
  video: 'Video',
  audio: 'Audio',
  api: 'API',
  local: 'Local',
};

/** Names of browsers by what metrics call them. */
export const browserNames: Readonly<Record<string, string>> = {
  chrome: 'Chrome',
  chromium: 'Chromium',
  edge: 'Edge',
  brave: 'Brave',
  arc: 'Arc',
  vivaldi: 'Vivaldi',
  opera: 'Opera',
  firefox: 'Firefox',
  safari: 'Safari',
};
