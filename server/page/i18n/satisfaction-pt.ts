import type { Texts } from './texts.ts';

/** The question after the end: a file of its own, so that a visitor's language is loaded without the others. */
export const satisfactionPt: Texts['service']['satisfaction'] = {
  ask: 'Obteve aquilo de que precisava?',
  yes: 'Sim',
  partly: 'Em parte',
  no: 'Não',
  anonymous: 'Facultativo e anónimo: só se guarda um número de respostas por dia.',
  thanks: 'Obrigado, a sua resposta foi contada.',
  failed: 'Não foi possível contar a sua resposta. Não tem importância.',
};
