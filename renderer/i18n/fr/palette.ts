import { fr } from '../../format/typography.ts';

export const palette = {
  title: 'Palette de commandes',
  line: 'Que voulez-vous faire',
  placeholder: fr`Une action, une référence, un sujet…`,
  results: 'Résultats',
  nothing: 'Rien ne correspond. Effacez une lettre.',
  keys: fr`↑ ↓ choisir · Entrée faire · Échap fermer`,
  focusView: {
    enter: fr`Vue concentrée : la conversation seule`,
    leave: 'Quitter la vue concentrée',
    next: 'Aller à qui attend depuis le plus longtemps',
    waiting: (owed: number, waiting: number) => fr`${owed} sans réponse · ${waiting} en file`,
  },
  sections: {
    acts: 'Actions',
    conversations: 'Conversations',
    presence: 'Présence',
    desk: 'Bureau',
  },
};
