import type { deferredFr } from './deferred-fr.ts';

export const deferredIt: typeof deferredFr = {
  offer: 'Non aspettare: ricevere la risposta per e-mail',
  title: 'Ricevere la risposta per e-mail',
  emergency:
    'Mai per un’emergenza: nessuno legge subito la sua domanda. In pericolo, chiami il 17 o il 112, o mandi un SMS al 114.',
  shared:
    'Qualcun altro può leggere le sue e-mail? Se la risposta può metterla in pericolo, non lasci quell’indirizzo.',
  questionLabel: 'La sua domanda',
  questionHelp: 'Dica tutto ciò che serve: l’agente non potrà chiederle altro.',
  asked: 'L’agente leggerà ciò che ha già scritto e risponderà a tutto.',
  addressLabel: 'Il suo indirizzo e-mail',
  addressHelp: 'Per esempio: nome@esempio.it',
  questionMissing: 'Scriva la sua domanda.',
  addressMissing: 'Scriva il suo indirizzo e-mail.',
  addressWrong:
    'Questo indirizzo non è completo o contiene un segno che non accettiamo. Esempio: nome@esempio.it',
  review: 'Controllare prima di inviare',
  reviewTitle: 'È l’indirizzo giusto?',
  reviewLead: 'La risposta partirà verso questo indirizzo, una sola volta:',
  what: 'Che cosa succederà',
  steps: (day) => [
    'Un agente legge la sua domanda e risponde per e-mail, senza un termine garantito.',
    'L’oggetto dell’e-mail non dice nulla della sua domanda.',
    `Il suo indirizzo è distrutto appena la risposta è partita, al più tardi il ${day} insieme alla sua domanda.`,
    'Lei lascia la fila: potrà chiudere questa pagina.',
  ],
  confirm: 'Inviare la mia domanda',
  correct: 'Correggere',
  back: 'Tornare alla fila',
  sending: 'Invio della sua domanda…',
  sendingOffline:
    'La connessione è interrotta. Tenga aperta questa pagina: la sua domanda parte appena torna.',
  officer: 'Un agente ha appena preso la sua conversazione: ora può scrivergli.',
  toOfficer: 'Scrivergli',
  refused: {
    'wrong-state': 'Un agente ha appena preso la sua conversazione: gli scriva qui.',
    'mail-unavailable': 'Il servizio non può inviare e-mail in questo momento. Può aspettare nella fila.',
    other: 'Il servizio non ha potuto prendere la sua domanda. Riprovi.',
  },
  done: {
    title: 'La sua domanda è registrata',
    lead: 'Un agente le risponderà per e-mail. Può chiudere questa pagina.',
    next: 'Che cosa succede ora',
    steps: (day) => [
      'La risposta arriva all’indirizzo che ha dato. Guardi anche nella posta indesiderata.',
      'Non c’è un termine garantito. Se qualcosa cambia o diventa urgente, non aspetti: chiami il 17.',
      `Il suo indirizzo è distrutto appena la risposta è partita. Il resto è distrutto il ${day} al più tardi.`,
    ],
    shared: 'Su un dispositivo condiviso, finisca qui: non resterà nulla della sua domanda.',
    finish: 'Finire e cancellare da qui',
  },
  home: {
    closed: 'La chat è chiusa: nessun agente è disponibile in questo momento.',
    closedAlone: 'Torni più tardi. In un’emergenza, chiami il 17 o il 112.',
    offered:
      'Lasci la sua domanda e un indirizzo e-mail: un agente le risponderà, senza un termine garantito.',
    leave: 'Lasciare la mia domanda, risposta per e-mail',
    waitInstead: 'O aspettare un agente nella fila',
  },
  problemClosed: 'La chat si è appena chiusa: non c’è più nessun agente disponibile.',
  line: 'Ha chiesto una risposta per e-mail.',
};
