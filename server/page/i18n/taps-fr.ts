/**
 * What can be said by one tap. `says` is what is sent: a whole sentence, because the officer reads it among
 * others. Loaded with the taps themselves.
 */
export const tapsFr = {
  title: 'Répondre par touches',
  asked: 'Le policier demande :',
  keyboard: 'Écrire avec le clavier',
  taps: 'Revenir aux touches',
  numbers: 'Numéros utiles',
  leave: 'Quitter le mode discret',
  answers: {
    danger: { label: 'Danger ici', says: 'Je suis en danger ici, maintenant.' },
    yes: { label: 'Oui', says: 'Oui.' },
    no: { label: 'Non', says: 'Non.' },
    cannot: { label: 'Je ne peux pas répondre', says: 'Je ne peux pas répondre.' },
    near: { label: 'Quelqu’un est près de moi', says: 'Quelqu’un est près de moi.' },
    alone: { label: 'Personne près de moi', says: 'Il n’y a personne près de moi pour l’instant.' },
    wait: { label: 'Attendez-moi', says: 'Attendez-moi, s’il vous plaît.' },
  },
};
