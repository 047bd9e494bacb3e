import type { Texts } from './texts.ts';

/** The question after the end: a file of its own, so that a visitor's language is loaded without the others. */
export const satisfactionAr: Texts['service']['satisfaction'] = {
  ask: 'هل حصلت على ما كنت تحتاج إليه؟',
  yes: 'نعم',
  partly: 'جزئياً',
  no: 'لا',
  anonymous: 'اختياري ومجهول الهوية: لا يُحفظ سوى عدد الإجابات في اليوم.',
  thanks: 'شكراً، تم احتساب إجابتك.',
  failed: 'تعذّر احتساب إجابتك. لا بأس بذلك.',
};
