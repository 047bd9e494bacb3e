import type { blockedFr } from './blocked-fr.ts';

export const blockedZh: typeof blockedFr = {
  title: '聊天暂时对您关闭',
  until: (when) => `在 ${when} 之前，您无法开始对话。`,
  why: '一名警察关闭了来自此浏览器或此网络连接的滥用对话。使用条款不允许这样做（第 7 条）。',
  notYou: '如果不是您所为，此连接可能由多人共用：限制会自动结束。',
  remainsTitle: '您仍然可以',
  emergency: '如遇紧急情况，请拨打 17 或 112，或发送短信至 114：这些号码始终开放。',
  help: '阅读帮助中心',
  station: '前往警察局：所有警察局都接待公众。',
};
