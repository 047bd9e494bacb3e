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
