import type { Language } from '../../protocol/language.ts';

/** The few sentences that main itself shows, in the system's dialogs. */
export const WORDS = {
  fr: {
    wrongConfiguration: 'Permanence ne peut pas démarrer',
    wrongConfigurationDetail: 'La configuration de ce poste est à corriger\u202f:',
    unresponsive: 'La fenêtre ne répond plus',
    unresponsiveDetail:
      'Vos conversations et vos messages sont conservés. Vous pouvez attendre, ou relancer la fenêtre.',
    wait: 'Attendre',
    restart: 'Relancer la fenêtre',
    exportTitle: 'Enregistrer la copie hors du service',
    exportSave: 'Enregistrer',
    crashed: 'La fenêtre s’est fermée plusieurs fois de suite',
    crashedDetail: 'Vos conversations et vos messages sont conservés. Permanence va se fermer.',
  },
  en: {
    wrongConfiguration: 'Permanence cannot start',
    wrongConfigurationDetail: 'This workstation’s configuration needs correcting:',
    unresponsive: 'The window does not respond',
    unresponsiveDetail: 'Your conversations and messages are kept. You can wait, or restart the window.',
    wait: 'Wait',
    restart: 'Restart the window',
    exportTitle: 'Save the copy outside the service',
    exportSave: 'Save',
    crashed: 'The window closed several times in a row',
    crashedDetail: 'Your conversations and messages are kept. Permanence will close.',
  },
} as const satisfies Record<Language, Record<string, string>>;

export function languageOf(locale: string): Language {
  return locale.toLowerCase().startsWith('en') ? 'en' : 'fr';
}
