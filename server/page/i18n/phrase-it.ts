import type { PhraseWords } from './phrase.ts';

export const phraseIt: PhraseWords = {
  title: 'Parole per tornare',
  lead: (reference) =>
    `Se lascia in fretta questa pagina, potrà continuare qui o su un altro dispositivo, con il riferimento ${reference} e parole scelte da lei. È facoltativo.`,
  label: 'Le sue parole',
  help: 'Almeno 8 lettere, facili da ricordare e che nessuno intorno a lei indovinerebbe. Non potremo ricordargliele.',
  tooShort: 'Scelga parole più lunghe o più varie: almeno 8 lettere.',
  keep: 'Conservare queste parole',
  cancel: 'Annullare',
  back: {
    title: 'Riprendere una conversazione',
    lead: 'Per chi ha lasciato in fretta la pagina dopo avere scelto parole per tornare.',
    reference: 'Riferimento',
    referenceHelp: 'Per esempio: C-1001',
    label: 'Le parole che aveva scelto',
    submit: 'Riprendere',
    trying: 'Un momento…',
    home: 'Tornare alla pagina iniziale',
    referenceWrong: 'Il riferimento è la lettera C e un numero, per esempio C-1001.',
    phraseMissing: 'Scriva le parole che aveva scelto.',
    refused: 'Questo riferimento e queste parole non aprono nulla. Può aprire una nuova conversazione.',
    over: 'Queste parole sono giuste, ma la conversazione è terminata. Ne apra una nuova.',
    limited: 'Troppi tentativi. Aspetti un’ora o apra una nuova conversazione.',
    unreachable: 'Non riusciamo a raggiungere il servizio. Controlli la connessione, poi riprovi.',
  },
};
