import type { blockedFr } from './blocked-fr.ts';

export const blockedIt: typeof blockedFr = {
  title: 'La chat è chiusa per Lei per un certo tempo',
  until: (when) => `Non può aprire alcuna conversazione prima del ${when}.`,
  why: 'Un agente ha chiuso una conversazione abusiva proveniente da questo browser o da questa connessione. Le condizioni d’uso la escludono (articolo 7).',
  notYou: 'Se non era Lei, la connessione è forse condivisa: la misura termina da sola.',
  remainsTitle: 'Che cosa resta possibile',
  emergency: 'In caso di emergenza chiami il 17 o il 112, oppure invii un SMS al 114: nulla li chiude.',
  help: 'Leggere il centro assistenza',
  station: 'Andare in un commissariato: tutti ricevono il pubblico.',
};
