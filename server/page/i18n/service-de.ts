import type { Texts } from './texts.ts';

export const serviceDe: Texts['service'] = {
  announcement: 'Mitteilung des Dienstes',
  satisfaction: {
    ask: 'Haben Sie bekommen, was Sie brauchten?',
    yes: 'Ja',
    partly: 'Teilweise',
    no: 'Nein',
    anonymous: 'Freiwillig und anonym: Gespeichert wird nur eine Zahl von Antworten pro Tag.',
    thanks: 'Danke, Ihre Antwort ist gezählt.',
    failed: 'Ihre Antwort konnte nicht gezählt werden. Das macht nichts.',
  },
  report: 'Ein Problem melden',
  receipt: {
    link: 'Beleg zur Kopie',
    explain:
      'Der Beleg beweist später, was die Polizei geantwortet hat, auch nach der Vernichtung. Laden Sie ihn gleich nach der Kopie, und behalten Sie beide.',
  },
};
