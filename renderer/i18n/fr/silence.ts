import { fr } from '../../format/typography.ts';

/** A citizen who cannot write freely: the mark, and the closed questions that can be put to them. */
export const silence = {
  mark: 'ne peut pas écrire librement',
  badge: 'Ne peut pas écrire',
  title: fr`Cette personne ne peut pas écrire librement. Posez des questions fermées : elle répond d’une touche.`,
  questions: 'Questions fermées',
  send: (title: string, text: string) => fr`${title} Envoyer la question : ${text}`,
  offered: 'Réponses proposées',
  on: fr`Le citoyen ne peut pas écrire librement : il répond par touches`,
  off: 'Le citoyen peut de nouveau écrire',
};
