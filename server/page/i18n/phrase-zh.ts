import type { PhraseWords } from './phrase.ts';

export const phraseZh: PhraseWords = {
  title: '用于返回的词句',
  lead: (reference) =>
    `如果您匆忙离开此页面，可以在这里或另一台设备上，凭编号 ${reference} 和您选择的词句继续。这不是必须的。`,
  label: '您的词句',
  help: '至少 8 个字，容易记住，而且您身边没有人会猜到。我们无法提醒您。',
  tooShort: '请选择更长或更多样的词句：至少 8 个字。',
  keep: '保留这些词句',
  cancel: '取消',
  back: {
    title: '继续对话',
    lead: '适用于选择了返回词句后匆忙离开页面的人。',
    reference: '编号',
    referenceHelp: '例如：C-1001',
    label: '您当时选择的词句',
    submit: '继续',
    trying: '请稍候…',
    home: '返回首页',
    referenceWrong: '编号是字母 C 加数字，例如 C-1001。',
    phraseMissing: '请写出您当时选择的词句。',
    refused: '此编号和这些词句无法打开任何对话。您可以开始新的对话。',
    over: '词句正确，但对话已结束。请开始新的对话。',
    limited: '尝试次数过多。请等待一小时，或开始新的对话。',
    unreachable: '我们无法连接到服务。请检查您的网络连接，然后重试。',
  },
};
