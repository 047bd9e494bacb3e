import type { CitizenLanguage } from '../../protocol/language.ts';
import type { Words } from './words-fr.ts';

type Own = Words['orientation'] & Pick<Words, 'chat' | 'chatLead'> & { readonly described: string };

const es: Own = {
  lead: 'Un toque por respuesta. No se registra nada mientras no abra una conversación.',
  chosen: 'Su elección',
  back: 'Volver atrás',
  read: 'Leer qué hacer (en inglés)',
  queue: 'Lo mejor es hablar con un policía, que le dirá adónde dirigirse.',
  handed: 'Si habla con un policía, verá su elección: no tendrá que repetirla.',
  chat: 'Hablar con un policía',
  chatLead: '¿No lo ha encontrado? Un policía le responde por escrito.',
  described: 'Estos servicios se describen en inglés.',
};

const de: Own = {
  lead: 'Ein Tippen für jede Antwort. Nichts wird gespeichert, solange Sie kein Gespräch beginnen.',
  chosen: 'Ihre Wahl',
  back: 'Zurück',
  read: 'Lesen, was zu tun ist (auf Englisch)',
  queue: 'Am besten schreiben Sie mit einem Polizisten: Er sagt Ihnen, wohin Sie sich wenden können.',
  handed: 'Wenn Sie mit einem Polizisten schreiben, sieht er Ihre Wahl: Sie müssen sie nicht wiederholen.',
  chat: 'Mit einem Polizisten schreiben',
  chatLead: 'Nicht gefunden? Ein Polizist antwortet Ihnen schriftlich.',
  described: 'Diese Stellen sind auf Englisch beschrieben.',
};

const it: Own = {
  lead: 'Un tocco per ogni risposta. Nulla è registrato finché non apre una conversazione.',
  chosen: 'La sua scelta',
  back: 'Tornare indietro',
  read: 'Leggere che cosa fare (in inglese)',
  queue: 'La cosa migliore è parlarne con un agente, che le dirà dove rivolgersi.',
  handed: 'Se parla con un agente, vedrà la sua scelta: non dovrà ripeterla.',
  chat: 'Parlare con un agente',
  chatLead: 'Non ha trovato? Un agente le risponde per iscritto.',
  described: 'Questi servizi sono descritti in inglese.',
};

const pt: Own = {
  lead: 'Um toque por resposta. Nada fica registado enquanto não abrir uma conversa.',
  chosen: 'A sua escolha',
  back: 'Voltar atrás',
  read: 'Ler o que fazer (em inglês)',
  queue: 'O melhor é falar com um polícia, que lhe dirá aonde se dirigir.',
  handed: 'Se falar com um polícia, ele verá a sua escolha: não terá de a repetir.',
  chat: 'Falar com um polícia',
  chatLead: 'Não encontrou? Um polícia responde-lhe por escrito.',
  described: 'Estes serviços são descritos em inglês.',
};

const ar: Own = {
  lead: 'لمسة واحدة لكل جواب. لا يُسجَّل شيء ما لم تبدأ محادثة.',
  chosen: 'اختيارك',
  back: 'رجوع',
  read: 'قراءة ما يجب فعله (بالإنجليزية)',
  queue: 'الأفضل أن تتحدث إلى شرطي: سيخبرك إلى أين تتوجه.',
  handed: 'إذا تحدثت إلى شرطي فسيرى اختيارك: لن تحتاج إلى تكراره.',
  chat: 'التحدث إلى شرطي',
  chatLead: 'لم تجد ما تبحث عنه؟ يجيبك شرطي كتابةً.',
  described: 'وصف هذه الجهات بالإنجليزية.',
};

const uk: Own = {
  lead: 'Один дотик – одна відповідь. Нічого не записується, доки ви не почнете розмову.',
  chosen: 'Ваш вибір',
  back: 'Назад',
  read: 'Прочитати, що робити (англійською)',
  queue: 'Найкраще написати поліцейському: він скаже, куди звернутися.',
  handed: 'Якщо ви напишете поліцейському, він побачить ваш вибір: повторювати не доведеться.',
  chat: 'Написати поліцейському',
  chatLead: 'Не знайшли? Поліцейський відповість вам письмово.',
  described: 'Ці служби описано англійською.',
};

const zh: Own = {
  lead: '每次点按一个答案。只要您不开始对话，就不会记录任何内容。',
  chosen: '您的选择',
  back: '返回',
  read: '阅读应该怎么做（英文）',
  queue: '最好与警员交谈：警员会告诉您该去哪里。',
  handed: '如果您与警员交谈，警员会看到您的选择：您无需重复。',
  chat: '与警员交谈',
  chatLead: '没有找到？警员会以文字回复您。',
  described: '这些机构的介绍为英文。',
};

/**
 * The words around the guided orientation in the languages in which the rest of the site is not written. What its cards
 * say is in the catalogues of the chat's page.
 */
export const ORIENTATION_OTHERS: ReadonlyMap<CitizenLanguage, Own> = new Map(
  Object.entries({ es, de, it, pt, ar, uk, zh }) as [CitizenLanguage, Own][],
);
