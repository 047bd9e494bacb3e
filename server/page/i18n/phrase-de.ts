import type { PhraseWords } from './phrase.ts';

export const phraseDe: PhraseWords = {
  title: 'Wörter zum Zurückkommen',
  lead: (reference) =>
    `Wenn Sie diese Seite schnell verlassen, können Sie hier oder auf einem anderen Gerät weitermachen, mit der Referenz ${reference} und Wörtern, die Sie wählen. Das ist freiwillig.`,
  label: 'Ihre Wörter',
  help: 'Mindestens 8 Buchstaben, leicht zu merken, und die niemand in Ihrer Nähe erraten würde. Wir können Sie nicht daran erinnern.',
  tooShort: 'Wählen Sie längere oder abwechslungsreichere Wörter: mindestens 8 Buchstaben.',
  keep: 'Diese Wörter behalten',
  cancel: 'Abbrechen',
  back: {
    title: 'Ein Gespräch fortsetzen',
    lead: 'Für alle, die die Seite schnell verlassen und vorher Wörter zum Zurückkommen gewählt haben.',
    reference: 'Referenz',
    referenceHelp: 'Zum Beispiel: C-1001',
    label: 'Die Wörter, die Sie gewählt hatten',
    submit: 'Fortsetzen',
    trying: 'Einen Augenblick…',
    home: 'Zurück zur Startseite',
    referenceWrong: 'Die Referenz ist der Buchstabe C und eine Zahl, zum Beispiel C-1001.',
    phraseMissing: 'Schreiben Sie die Wörter, die Sie gewählt hatten.',
    refused: 'Diese Referenz und diese Wörter öffnen nichts. Sie können ein neues Gespräch beginnen.',
    over: 'Diese Wörter sind richtig, aber das Gespräch ist beendet. Beginnen Sie ein neues.',
    limited: 'Zu viele Versuche. Warten Sie eine Stunde oder beginnen Sie ein neues Gespräch.',
    unreachable:
      'Wir erreichen den Dienst nicht. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
  },
};
