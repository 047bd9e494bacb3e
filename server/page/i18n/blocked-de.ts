import type { blockedFr } from './blocked-fr.ts';

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
