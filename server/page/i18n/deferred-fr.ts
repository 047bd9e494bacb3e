/** The words of an answer by e-mail: leaving the queue for one, and what to expect. */
export const deferredFr = {
  offer: 'Ne pas attendre : recevoir la réponse par e-mail',
  title: 'Recevoir la réponse par e-mail',
  emergency:
    'Jamais pour une urgence : personne ne lit votre question tout de suite. En danger, appelez le 17 ou le 112, ou envoyez un SMS au 114.',
  shared:
    'Quelqu’un d’autre peut-il lire vos e-mails ? Si la réponse peut vous mettre en danger, ne laissez pas cette adresse.',
  questionLabel: 'Votre question',
  questionHelp: 'Dites tout ce qu’il faut : le policier ne pourra rien vous demander de plus.',
  asked: 'Le policier lira ce que vous avez déjà écrit, et répondra à tout.',
  addressLabel: 'Votre adresse e-mail',
  addressHelp: 'Par exemple : nom@exemple.fr',
  questionMissing: 'Écrivez votre question.',
  addressMissing: 'Écrivez votre adresse e-mail.',
  addressWrong:
    'Cette adresse n’est pas complète, ou contient un signe que nous ne prenons pas. Exemple : nom@exemple.fr',
  review: 'Vérifier avant l’envoi',
  reviewTitle: 'Est-ce la bonne adresse ?',
  reviewLead: 'La réponse partira à cette adresse, une seule fois :',
  what: 'Ce qui va se passer',
  steps: (day: string) => [
    'Un policier lit votre question et y répond par e-mail, sans délai garanti.',
    'L’objet de l’e-mail ne dit rien de votre question.',
    `Votre adresse est détruite dès que la réponse est partie, au plus tard le ${day} avec votre question.`,
    'Vous quittez la file : vous pourrez fermer cette page.',
  ],
  confirm: 'Envoyer ma question',
  correct: 'Corriger',
  back: 'Revenir à la file',
  sending: 'Envoi de votre question…',
  sendingOffline:
    'La connexion est coupée. Gardez cette page ouverte : votre question part dès qu’elle revient.',
  officer: 'Un policier vient de prendre votre conversation : vous pouvez lui écrire maintenant.',
  toOfficer: 'Lui écrire',
  refused: {
    'wrong-state': 'Un policier vient de prendre votre conversation : écrivez-lui ici.',
    'mail-unavailable':
      'Le service ne peut plus envoyer d’e-mail en ce moment. Vous pouvez attendre dans la file.',
    other: 'Le service n’a pas pu prendre votre question. Réessayez.',
  },
  done: {
    title: 'Votre question est enregistrée',
    lead: 'Un policier vous répondra par e-mail. Vous pouvez fermer cette page.',
    next: 'Ce qui se passe maintenant',
    steps: (day: string) => [
      'La réponse arrive à l’adresse que vous avez donnée. Regardez aussi dans les courriers indésirables.',
      'Il n’y a pas de délai garanti. Si les choses changent ou deviennent urgentes, n’attendez pas : appelez le 17.',
      `Votre adresse est détruite dès que la réponse est partie. Le reste est détruit le ${day} au plus tard.`,
    ],
    shared: 'Sur un appareil partagé, terminez ici : rien de votre question n’y restera.',
    finish: 'Terminer et effacer d’ici',
  },
  home: {
    closed: 'Le tchat est fermé : aucun policier n’est disponible en ce moment.',
    closedAlone: 'Revenez plus tard. Pour une urgence, appelez le 17 ou le 112.',
    offered: 'Laissez votre question et une adresse e-mail : un policier vous répondra, sans délai garanti.',
    leave: 'Laisser ma question, réponse par e-mail',
    waitInstead: 'Ou attendre un policier dans la file',
  },
  problemClosed: 'Le tchat vient de fermer : plus aucun policier n’est disponible.',
  line: 'Vous avez demandé une réponse par e-mail.',
};
