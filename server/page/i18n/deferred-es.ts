import type { deferredFr } from './deferred-fr.ts';

export const deferredEs: typeof deferredFr = {
  offer: 'No esperar: recibir la respuesta por correo electrónico',
  title: 'Recibir la respuesta por correo electrónico',
  emergency:
    'Nunca para una emergencia: nadie lee su pregunta de inmediato. Si está en peligro, llame al 17 o al 112, o envíe un SMS al 114.',
  shared:
    '¿Puede otra persona leer sus correos? Si la respuesta puede ponerle en peligro, no deje esa dirección.',
  questionLabel: 'Su pregunta',
  questionHelp: 'Diga todo lo necesario: el policía no podrá preguntarle nada más.',
  asked: 'El policía leerá lo que ya ha escrito y responderá a todo.',
  addressLabel: 'Su dirección de correo electrónico',
  addressHelp: 'Por ejemplo: nombre@ejemplo.com',
  questionMissing: 'Escriba su pregunta.',
  addressMissing: 'Escriba su dirección de correo electrónico.',
  addressWrong:
    'Esta dirección no está completa o tiene un signo que no admitimos. Ejemplo: nombre@ejemplo.com',
  review: 'Comprobar antes de enviar',
  reviewTitle: '¿Es correcta la dirección?',
  reviewLead: 'La respuesta saldrá hacia esta dirección, una sola vez:',
  what: 'Qué va a pasar',
  steps: (day) => [
    'Un policía lee su pregunta y la responde por correo electrónico, sin plazo garantizado.',
    'El asunto del correo no dice nada de su pregunta.',
    `Su dirección se destruye en cuanto sale la respuesta, a más tardar el ${day} junto con su pregunta.`,
    'Usted deja la cola: podrá cerrar esta página.',
  ],
  confirm: 'Enviar mi pregunta',
  correct: 'Corregir',
  back: 'Volver a la cola',
  sending: 'Enviando su pregunta…',
  sendingOffline:
    'La conexión está cortada. Deje esta página abierta: su pregunta sale en cuanto vuelva la conexión.',
  officer: 'Un policía acaba de tomar su conversación: ya puede escribirle.',
  toOfficer: 'Escribirle',
  refused: {
    'wrong-state': 'Un policía acaba de tomar su conversación: escríbale aquí.',
    'mail-unavailable': 'El servicio no puede enviar correos en este momento. Puede esperar en la cola.',
    other: 'El servicio no ha podido recibir su pregunta. Inténtelo de nuevo.',
  },
  done: {
    title: 'Su pregunta está registrada',
    lead: 'Un policía le responderá por correo electrónico. Puede cerrar esta página.',
    next: 'Qué pasa ahora',
    steps: (day) => [
      'La respuesta llega a la dirección que ha dado. Mire también en el correo no deseado.',
      'No hay plazo garantizado. Si la situación cambia o se vuelve urgente, no espere: llame al 17.',
      `Su dirección se destruye en cuanto sale la respuesta. El resto se destruye el ${day} a más tardar.`,
    ],
    shared: 'En un dispositivo compartido, termine aquí: no quedará nada de su pregunta.',
    finish: 'Terminar y borrar de aquí',
  },
  home: {
    closed: 'El chat está cerrado: no hay ningún policía disponible en este momento.',
    closedAlone: 'Vuelva más tarde. En una emergencia, llame al 17 o al 112.',
    offered: 'Deje su pregunta y una dirección de correo: un policía le responderá, sin plazo garantizado.',
    leave: 'Dejar mi pregunta, respuesta por correo',
    waitInstead: 'O esperar a un policía en la cola',
  },
  problemClosed: 'El chat acaba de cerrar: ya no hay ningún policía disponible.',
  line: 'Ha pedido una respuesta por correo electrónico.',
};
