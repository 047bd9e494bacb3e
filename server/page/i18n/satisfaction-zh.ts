import type { Texts } from './texts.ts';

/** The question after the end: a file of its own, so that a visitor's language is loaded without the others. */
export const satisfactionZh: Texts['service']['satisfaction'] = {
  ask: '您得到所需要的帮助了吗？',
  yes: '是',
  partly: '部分得到',
  no: '否',
  anonymous: '自愿且匿名：仅保存每天的回答数量。',
  thanks: '谢谢，您的回答已计入。',
  failed: '未能计入您的回答。没有关系。',
};
