import type { Texts } from './texts.ts';
import { apart } from './words-ar.ts';

/** What the cards say that an officer sends: a service, an address. A file of its own for each language. */
export const redirectionAr: Texts['redirection'] = {
  title: 'جهة ينصح بها الشرطي',
  audience: 'لمن',
  hours: 'المواعيد',
  open: (domain) => `فتح ${apart(domain)}`,
  call: (number) => `الاتصال بالرقم ${apart(number)}`,
  text: (number) => `إرسال رسالة نصية إلى ${apart(number)}`,
  unverified: 'معلومات ينبغي تأكيدها لدى هذه الجهة.',
};

export const stationAr: Texts['station'] = {
  title: 'عنوان ينصح به الشرطي',
  always: 'مفتوح ليلاً ونهاراً، كل يوم',
  wheelchair: 'يمكن الدخول بكرسي متحرك',
  noWheelchair: 'لا يمكن الدخول بكرسي متحرك',
  note: 'معلومات مفيدة',
};
