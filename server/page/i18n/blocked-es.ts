import type { blockedFr } from './blocked-fr.ts';

export const blockedEs: typeof blockedFr = {
  title: 'El chat está cerrado para usted por un tiempo',
  until: (when) => `No puede abrir ninguna conversación antes del ${when}.`,
  why: 'Un policía cerró una conversación abusiva que venía de este navegador o de esta conexión. Las condiciones de uso lo excluyen (artículo 7).',
  notYou: 'Si no fue usted, la conexión quizá es compartida: la medida termina por sí sola.',
  remainsTitle: 'Lo que sigue siendo posible',
  emergency: 'En una emergencia, llame al 17 o al 112, o envíe un SMS al 114: nada los cierra.',
  help: 'Leer el centro de ayuda',
  station: 'Ir a una comisaría: todas reciben al público.',
};
