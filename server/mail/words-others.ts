import type { CitizenLanguage } from '../../protocol/language.ts';
import type { Words } from './words.ts';

const es: Words = {
  subject: (reference) => `Respuesta a su solicitud ${reference}`,
  reference: (reference) => `Referencia de su solicitud: ${reference}.`,
  comeBack: (page) =>
    `No responda a este correo: nadie lee las respuestas. Para volver a escribirnos, abra ${page} e indique esta referencia.`,
  noReply:
    'No responda a este correo: nadie lee las respuestas. Para volver a escribirnos, abra el chat e indique esta referencia.',
  emergency: 'En una emergencia, no escriba: llame al 17 o al 112, o envíe un SMS al 114 si no puede hablar.',
  used: (day) =>
    `Su dirección de correo ha servido solo para esta respuesta: nuestro servicio la ha destruido. Su solicitud y esta respuesta se destruirán el ${day} a más tardar.`,
};

const de: Words = {
  subject: (reference) => `Antwort auf Ihre Anfrage ${reference}`,
  reference: (reference) => `Aktenzeichen Ihrer Anfrage: ${reference}.`,
  comeBack: (page) =>
    `Antworten Sie nicht auf diese E-Mail: Niemand liest die Antworten. Um uns wieder zu schreiben, öffnen Sie ${page} und nennen Sie dieses Aktenzeichen.`,
  noReply:
    'Antworten Sie nicht auf diese E-Mail: Niemand liest die Antworten. Um uns wieder zu schreiben, öffnen Sie den Chat und nennen Sie dieses Aktenzeichen.',
  emergency:
    'Schreiben Sie im Notfall nicht: Rufen Sie die 17 oder die 112 an, oder senden Sie eine SMS an die 114, wenn Sie nicht sprechen können.',
  used: (day) =>
    `Ihre E-Mail-Adresse diente nur für diese eine Antwort: Unser Dienst hat sie vernichtet. Ihre Anfrage und diese Antwort werden dort spätestens am ${day} vernichtet.`,
};

const it: Words = {
  subject: (reference) => `Risposta alla sua richiesta ${reference}`,
  reference: (reference) => `Riferimento della sua richiesta: ${reference}.`,
  comeBack: (page) =>
    `Non risponda a questa e-mail: nessuno legge le risposte. Per scriverci di nuovo, apra ${page} e indichi questo riferimento.`,
  noReply:
    'Non risponda a questa e-mail: nessuno legge le risposte. Per scriverci di nuovo, apra la chat e indichi questo riferimento.',
  emergency: 'In un’emergenza non scriva: chiami il 17 o il 112, o mandi un SMS al 114 se non può parlare.',
  used: (day) =>
    `Il suo indirizzo e-mail è servito solo per questa risposta: il nostro servizio l’ha distrutto. La sua richiesta e questa risposta saranno distrutte il ${day} al più tardi.`,
};

const pt: Words = {
  subject: (reference) => `Resposta ao seu pedido ${reference}`,
  reference: (reference) => `Referência do seu pedido: ${reference}.`,
  comeBack: (page) =>
    `Não responda a este e-mail: ninguém lê as respostas. Para voltar a escrever-nos, abra ${page} e indique esta referência.`,
  noReply:
    'Não responda a este e-mail: ninguém lê as respostas. Para voltar a escrever-nos, abra o chat e indique esta referência.',
  emergency: 'Numa emergência, não escreva: ligue 17 ou 112, ou envie um SMS para o 114 se não puder falar.',
  used: (day) =>
    `O seu endereço de e-mail serviu apenas para esta resposta: o nosso serviço destruiu-o. O seu pedido e esta resposta serão destruídos o mais tardar em ${day}.`,
};

const uk: Words = {
  subject: (reference) => `Відповідь на ваше звернення ${reference}`,
  reference: (reference) => `Номер вашого звернення: ${reference}.`,
  comeBack: (page) =>
    `Не відповідайте на цей лист: відповідей ніхто не читає. Щоб написати нам знову, відкрийте ${page} і вкажіть цей номер.`,
  noReply:
    'Не відповідайте на цей лист: відповідей ніхто не читає. Щоб написати нам знову, відкрийте чат і вкажіть цей номер.',
  emergency:
    'В екстреному випадку не пишіть: дзвоніть 17 або 112, чи надішліть SMS на 114, якщо не можете говорити.',
  used: (day) =>
    `Ваша електронна адреса послужила лише для цієї відповіді: наша служба її знищила. Ваше звернення і цю відповідь буде знищено найпізніше ${day}.`,
};

const zh: Words = {
  subject: (reference) => `对您的咨询 ${reference} 的答复`,
  reference: (reference) => `您的咨询编号：${reference}。`,
  comeBack: (page) => `请勿回复此邮件：没有人阅读回复。如需再次联系我们，请打开 ${page} 并提供此编号。`,
  noReply: '请勿回复此邮件：没有人阅读回复。如需再次联系我们，请打开在线聊天并提供此编号。',
  emergency: '紧急情况请勿写信：请拨打 17 或 112；如果您无法说话，请发短信至 114。',
  used: (day) => `您的电子邮件地址仅用于这一次答复：我们已将其销毁。您的咨询和这份答复最迟于${day}销毁。`,
};

/** Keeps a number, an address or a Latin name in its own direction among Arabic words. */
function apart(text: string): string {
  return `\u2068${text}\u2069`;
}

const ar: Words = {
  subject: (reference) => `جواب على طلبك ${apart(reference)}`,
  reference: (reference) => `رقم طلبك: ${apart(reference)}.`,
  comeBack: (page) =>
    `لا ترد على هذه الرسالة: لا أحد يقرأ الردود. للكتابة إلينا من جديد، افتح ${apart(page)} واذكر هذا الرقم.`,
  noReply: 'لا ترد على هذه الرسالة: لا أحد يقرأ الردود. للكتابة إلينا من جديد، افتح الدردشة واذكر هذا الرقم.',
  emergency:
    'في حالة الطوارئ لا تكتب: اتصل بالرقم 17 أو 112، أو أرسل رسالة نصية إلى 114 إذا كنت لا تستطيع الكلام.',
  used: (day) =>
    `استُعمل عنوان بريدك الإلكتروني لهذا الجواب وحده: وقد أتلفته خدمتنا. ويُتلف طلبك وهذا الجواب في موعد أقصاه ${apart(day)}.`,
};

/** The languages of the page in which the officers' desk is not written. */
export const others: Readonly<Record<Exclude<CitizenLanguage, 'fr' | 'fr-simple' | 'en'>, Words>> = {
  es,
  de,
  it,
  pt,
  ar,
  uk,
  zh,
};
