import type { blockedFr } from './blocked-fr.ts';
import type { deferredFr } from './deferred-fr.ts';

export const deferredDe: typeof deferredFr = {
  offer: 'Nicht warten: die Antwort per E-Mail bekommen',
  title: 'Die Antwort per E-Mail bekommen',
  emergency:
    'Nie im Notfall: Niemand liest Ihre Frage sofort. Bei Gefahr rufen Sie die 17 oder die 112 an, oder senden Sie eine SMS an die 114.',
  shared:
    'Kann jemand anderes Ihre E-Mails lesen? Wenn die Antwort Sie in Gefahr bringen kann, geben Sie diese Adresse nicht an.',
  questionLabel: 'Ihre Frage',
  questionHelp: 'Schreiben Sie alles Nötige: Der Polizist kann Sie nichts mehr fragen.',
  asked: 'Der Polizist liest, was Sie schon geschrieben haben, und antwortet auf alles.',
  addressLabel: 'Ihre E-Mail-Adresse',
  addressHelp: 'Zum Beispiel: name@beispiel.de',
  questionMissing: 'Schreiben Sie Ihre Frage.',
  addressMissing: 'Schreiben Sie Ihre E-Mail-Adresse.',
  addressWrong:
    'Diese Adresse ist nicht vollständig oder enthält ein Zeichen, das wir nicht annehmen. Beispiel: name@beispiel.de',
  review: 'Vor dem Senden prüfen',
  reviewTitle: 'Ist das die richtige Adresse?',
  reviewLead: 'Die Antwort geht an diese Adresse, ein einziges Mal:',
  what: 'Was geschehen wird',
  steps: (day) => [
    'Ein Polizist liest Ihre Frage und beantwortet sie per E-Mail, ohne zugesagte Frist.',
    'Der Betreff der E-Mail sagt nichts über Ihre Frage.',
    `Ihre Adresse wird vernichtet, sobald die Antwort abgeschickt ist, spätestens am ${day} zusammen mit Ihrer Frage.`,
    'Sie verlassen die Warteschlange: Sie können diese Seite dann schließen.',
  ],
  confirm: 'Meine Frage senden',
  correct: 'Ändern',
  back: 'Zurück zur Warteschlange',
  sending: 'Ihre Frage wird gesendet…',
  sendingOffline:
    'Die Verbindung ist unterbrochen. Lassen Sie diese Seite offen: Ihre Frage geht ab, sobald sie wieder da ist.',
  officer: 'Ein Polizist hat Ihr Gespräch gerade übernommen: Sie können ihm jetzt schreiben.',
  toOfficer: 'Ihm schreiben',
  refused: {
    'wrong-state': 'Ein Polizist hat Ihr Gespräch gerade übernommen: Schreiben Sie ihm hier.',
    'mail-unavailable':
      'Der Dienst kann im Moment keine E-Mails senden. Sie können in der Warteschlange warten.',
    other: 'Der Dienst konnte Ihre Frage nicht annehmen. Versuchen Sie es noch einmal.',
  },
  done: {
    title: 'Ihre Frage ist aufgenommen',
    lead: 'Ein Polizist antwortet Ihnen per E-Mail. Sie können diese Seite schließen.',
    next: 'Wie es weitergeht',
    steps: (day) => [
      'Die Antwort kommt an die Adresse, die Sie angegeben haben. Sehen Sie auch im Spam-Ordner nach.',
      'Es gibt keine zugesagte Frist. Wenn sich etwas ändert oder dringend wird, warten Sie nicht: Rufen Sie die 17 an.',
      `Ihre Adresse wird vernichtet, sobald die Antwort abgeschickt ist. Alles andere wird spätestens am ${day} vernichtet.`,
    ],
    shared: 'Auf einem gemeinsam genutzten Gerät beenden Sie hier: Von Ihrer Frage bleibt nichts zurück.',
    finish: 'Beenden und hier löschen',
  },
  home: {
    closed: 'Der Chat ist geschlossen: Im Moment ist kein Polizist da.',
    closedAlone: 'Kommen Sie später wieder. Im Notfall rufen Sie die 17 oder die 112 an.',
    offered:
      'Hinterlassen Sie Ihre Frage und eine E-Mail-Adresse: Ein Polizist antwortet Ihnen, ohne zugesagte Frist.',
    leave: 'Meine Frage hinterlassen, Antwort per E-Mail',
    waitInstead: 'Oder in der Warteschlange auf einen Polizisten warten',
  },
  problemClosed: 'Der Chat wurde gerade geschlossen: Es ist kein Polizist mehr da.',
  line: 'Sie haben um eine Antwort per E-Mail gebeten.',
};

/** For whoever may open no conversation for a time. */
export const blockedDe: typeof blockedFr = {
  title: 'Der Chat ist für Sie vorübergehend geschlossen',
  until: (when) => `Sie können vor dem ${when} kein Gespräch beginnen.`,
  why: 'Ein Polizist hat ein missbräuchliches Gespräch beendet, das von diesem Browser oder dieser Verbindung kam. Die Nutzungsbedingungen schließen das aus (Artikel 7).',
  notYou: 'Wenn Sie es nicht waren, wird die Verbindung vielleicht geteilt: Die Maßnahme endet von selbst.',
  remainsTitle: 'Was weiterhin möglich ist',
  emergency:
    'Rufen Sie im Notfall die 17 oder die 112 an, oder senden Sie eine SMS an die 114: Nichts schließt sie.',
  help: 'Das Hilfezentrum lesen',
  station: 'Zu einer Polizeiwache gehen: Alle empfangen die Öffentlichkeit.',
};
