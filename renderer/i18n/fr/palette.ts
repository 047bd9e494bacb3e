import { fr } from '../../format/typography.ts';

export const palette = {
  title: 'Palette de commandes',
  line: fr`Que voulez-vous faire ?`,
  placeholder: fr`Une action, une référence, un sujet…`,
  results: 'Résultats',
  nothing: 'Rien ne correspond. Effacez une lettre.',
  idle: 'rien en ce moment',
  keys: fr`↑ ↓ choisir · Entrée exécuter · Échap fermer`,
  focusView: {
    enter: fr`Vue concentrée : la conversation seule`,
    leave: 'Quitter la vue concentrée',
    next: 'Aller à qui attend depuis le plus longtemps',
    waiting: (owed: number, waiting: number) =>
      [owed > 0 && fr`${owed} sans réponse`, waiting > 0 && fr`${waiting} en file`]
        .filter(Boolean)
        .join(' · '),
  },
  sections: {
    acts: 'Actions',
    conversations: 'Conversations',
    presence: 'Présence',
    desk: 'Bureau',
  },
};
