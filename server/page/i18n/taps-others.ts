import type { Taps } from './taps.ts';
import { tapsEn } from './taps-en.ts';

type Said = Readonly<Record<keyof Taps['answers'], readonly [label: string, says: string]>>;

/**
 * One tap says it twice: in the person's own words and in English, which officers and emergency detection know. Both
 * stand in the message, before the eyes of whoever sends it.
 */
function said(words: Said): Taps['answers'] {
  const both = (name: keyof Taps['answers']) => {
    const [label, says] = words[name];
    return { label, says: `${says} – ${tapsEn.answers[name].says}` };
  };
  return {
    danger: both('danger'),
    yes: both('yes'),
    no: both('no'),
    cannot: both('cannot'),
    near: both('near'),
    alone: both('alone'),
    wait: both('wait'),
  };
}

export const tapsEs: Taps = {
  title: 'Responder con toques',
  asked: 'El policía pregunta:',
  keyboard: 'Escribir con el teclado',
  taps: 'Volver a los toques',
  numbers: 'Números útiles',
  leave: 'Salir del modo discreto',
  answers: said({
    danger: ['Peligro aquí', 'Estoy en peligro aquí, ahora.'],
    yes: ['Sí', 'Sí.'],
    no: ['No', 'No.'],
    cannot: ['No puedo responder', 'No puedo responder.'],
    near: ['Hay alguien cerca de mí', 'Hay alguien cerca de mí.'],
    alone: ['Nadie cerca de mí', 'No hay nadie cerca de mí por ahora.'],
    wait: ['Espéreme', 'Espéreme, por favor.'],
  }),
};

export const tapsDe: Taps = {
  title: 'Durch Tippen antworten',
  asked: 'Der Polizist fragt:',
  keyboard: 'Mit der Tastatur schreiben',
  taps: 'Zurück zu den Tasten',
  numbers: 'Nützliche Nummern',
  leave: 'Unauffälligen Modus verlassen',
  answers: said({
    danger: ['Gefahr hier', 'Ich bin hier in Gefahr, jetzt.'],
    yes: ['Ja', 'Ja.'],
    no: ['Nein', 'Nein.'],
    cannot: ['Ich kann nicht antworten', 'Ich kann nicht antworten.'],
    near: ['Jemand ist in meiner Nähe', 'Jemand ist in meiner Nähe.'],
    alone: ['Niemand in meiner Nähe', 'Im Moment ist niemand in meiner Nähe.'],
    wait: ['Warten Sie auf mich', 'Warten Sie bitte auf mich.'],
  }),
};

export const tapsIt: Taps = {
  title: 'Rispondere con tocchi',
  asked: 'L’agente chiede:',
  keyboard: 'Scrivere con la tastiera',
  taps: 'Tornare ai tocchi',
  numbers: 'Numeri utili',
  leave: 'Lasciare il modo discreto',
  answers: said({
    danger: ['Pericolo qui', 'Sono in pericolo qui, adesso.'],
    yes: ['Sì', 'Sì.'],
    no: ['No', 'No.'],
    cannot: ['Non posso rispondere', 'Non posso rispondere.'],
    near: ['C’è qualcuno vicino a me', 'C’è qualcuno vicino a me.'],
    alone: ['Nessuno vicino a me', 'Per ora non c’è nessuno vicino a me.'],
    wait: ['Mi aspetti', 'Mi aspetti, per favore.'],
  }),
};

export const tapsPt: Taps = {
  title: 'Responder por toques',
  asked: 'O polícia pergunta:',
  keyboard: 'Escrever com o teclado',
  taps: 'Voltar aos toques',
  numbers: 'Números úteis',
  leave: 'Sair do modo discreto',
  answers: said({
    danger: ['Perigo aqui', 'Estou em perigo aqui, agora.'],
    yes: ['Sim', 'Sim.'],
    no: ['Não', 'Não.'],
    cannot: ['Não posso responder', 'Não posso responder.'],
    near: ['Há alguém perto de mim', 'Há alguém perto de mim.'],
    alone: ['Ninguém perto de mim', 'Por agora não há ninguém perto de mim.'],
    wait: ['Espere por mim', 'Espere por mim, por favor.'],
  }),
};

export const tapsAr: Taps = {
  title: 'الإجابة باللمس',
  asked: 'يسأل الشرطي:',
  keyboard: 'الكتابة بلوحة المفاتيح',
  taps: 'العودة إلى الأزرار',
  numbers: 'أرقام مفيدة',
  leave: 'مغادرة الوضع المتخفي',
  answers: said({
    danger: ['خطر هنا', 'أنا في خطر هنا الآن.'],
    yes: ['نعم', 'نعم.'],
    no: ['لا', 'لا.'],
    cannot: ['لا أستطيع الإجابة', 'لا أستطيع الإجابة.'],
    near: ['هناك شخص قربي', 'هناك شخص قربي.'],
    alone: ['لا أحد قربي', 'لا أحد قربي حالياً.'],
    wait: ['انتظرني', 'انتظرني من فضلك.'],
  }),
};

export const tapsUk: Taps = {
  title: 'Відповідати дотиками',
  asked: 'Поліцейський запитує:',
  keyboard: 'Писати на клавіатурі',
  taps: 'Назад до кнопок',
  numbers: 'Корисні номери',
  leave: 'Вийти з непомітного режиму',
  answers: said({
    danger: ['Тут небезпека', 'Я тут у небезпеці, зараз.'],
    yes: ['Так', 'Так.'],
    no: ['Ні', 'Ні.'],
    cannot: ['Не можу відповісти', 'Я не можу відповісти.'],
    near: ['Біля мене хтось є', 'Біля мене хтось є.'],
    alone: ['Біля мене нікого', 'Зараз біля мене нікого немає.'],
    wait: ['Зачекайте на мене', 'Зачекайте на мене, будь ласка.'],
  }),
};

export const tapsZh: Taps = {
  title: '点按回答',
  asked: '警员问：',
  keyboard: '用键盘书写',
  taps: '返回点按',
  numbers: '有用的号码',
  leave: '退出隐蔽模式',
  answers: said({
    danger: ['这里有危险', '我现在在这里有危险。'],
    yes: ['是', '是。'],
    no: ['否', '否。'],
    cannot: ['我不能回答', '我不能回答。'],
    near: ['我旁边有人', '我旁边有人。'],
    alone: ['我旁边没有人', '目前我旁边没有人。'],
    wait: ['请等我', '请等我。'],
  }),
};
