import { fr } from '../../format/typography.ts';

/** A citizen who cannot write freely: the mark, and the closed questions that can be put to them. */
export const silence = {
  mark: 'ne peut pas écrire librement',
  badge: 'Ne peut pas écrire',
  title: fr`Cette personne ne peut pas écrire librement. Posez des questions fermées : elle répond d’une touche.`,
  questions: 'Questions fermées',
  send: (title: string, text: string) => fr`${title} Envoyer la question : ${text}`,
  preview: (text: string) => fr`Envoie : « ${text} »`,
  offered: 'Réponses proposées',
  orientation: (path: string) => fr`Choix du citoyen avant le tchat : ${path}`,
  phrase: fr`Le citoyen a choisi une phrase : il peut revenir après une sortie rapide`,
  returned: fr`Le citoyen est revenu avec sa phrase : vous pouvez de nouveau lui écrire`,
  awaited: fr`Sortie rapide : ne cherchez pas à joindre cette personne. Elle a une phrase pour revenir : mettez de côté plutôt que de clore.`,
  mayReturn: 'peut revenir',
  on: fr`Le citoyen ne peut pas écrire librement : il répond par touches`,
  off: 'Le citoyen peut de nouveau écrire',
};
