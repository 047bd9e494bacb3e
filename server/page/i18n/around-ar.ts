import type { blockedFr } from './blocked-fr.ts';

import { satisfactionAr } from './satisfaction-ar.ts';

import type { Texts } from './texts.ts';

export const silenceAr: Texts['silence'] = {
  title: 'الطقس',
  enter: 'لا أستطيع الكتابة بحرية',
  enterShort: 'لا أستطيع الكتابة',
  on: 'الوضع المتخفي: تأخذ هذه الصفحة عنواناً ورمزاً عاديين، من دون أي صوت. تجيب باللمس. وسيعلم الشرطي بذلك.',
  phrase: 'اختيار كلمات للعودة',
  comeBack: 'متابعة محادثة تُركت بسرعة',
  linePhrase: (reference) => `اخترت كلمات للعودة. تذكّر أيضاً المرجع: ${reference}.`,
  lineReturn: 'تستمر المحادثة هنا.',
  lineOn: 'الوضع المتخفي: يعلم الشرطي أنك لا تستطيع الكتابة بحرية.',
  lineOff: 'أُوقف الوضع المتخفي: يعلم الشرطي أنك تستطيع الكتابة.',
};

export const serviceAr: Texts['service'] = {
  announcement: 'إعلان الخدمة',
  satisfaction: satisfactionAr,
  report: 'الإبلاغ عن مشكلة',
  receipt: {
    link: 'إيصال النسخة',
    explain:
      'يُثبت الإيصال لاحقاً ما أجابت به الشرطة، حتى بعد الإتلاف. نزّله مباشرة بعد النسخة، واحتفظ بالاثنين.',
  },
};

/** For whoever may open no conversation for a time. */
export const blockedAr: typeof blockedFr = {
  title: 'الدردشة مغلقة أمامك لفترة',
  until: (when) => `لا يمكنك بدء محادثة قبل ${when}.`,
  why: 'أغلق شرطي محادثة مسيئة جاءت من هذا المتصفح أو من هذا الاتصال. شروط الاستخدام لا تسمح بذلك (المادة 7).',
  notYou: 'إن لم تكن أنت الفاعل، فقد يكون الاتصال مشتركًا: ينتهي هذا الإجراء من تلقاء نفسه.',
  remainsTitle: 'ما يبقى ممكنًا',
  emergency: 'في حالة الطوارئ، اتصل بالرقم 17 أو 112، أو أرسل رسالة قصيرة إلى 114: لا شيء يغلقها.',
  help: 'قراءة مركز المساعدة',
  station: 'التوجه إلى مركز للشرطة: جميعها تستقبل الجمهور.',
};
