import type { blockedFr } from './blocked-fr.ts';

export const blockedPt: typeof blockedFr = {
  title: 'O chat está fechado para si por algum tempo',
  until: (when) => `Não pode abrir nenhuma conversa antes de ${when}.`,
  why: 'Um polícia encerrou uma conversa abusiva vinda deste navegador ou desta ligação. As condições de utilização excluem-na (artigo 7).',
  notYou: 'Se não foi o senhor ou a senhora, a ligação talvez seja partilhada: a medida termina por si.',
  remainsTitle: 'O que continua possível',
  emergency: 'Em caso de emergência, ligue para o 17 ou o 112, ou envie um SMS para o 114: nada os fecha.',
  help: 'Ler o centro de ajuda',
  station: 'Ir a uma esquadra: todas recebem o público.',
};
