/** Coming back after a quick exit: choosing the words for it, and using them. Loaded when asked for. */
export const phraseFr = {
  title: 'Des mots pour revenir',
  lead: (reference: string) =>
    `Si vous quittez vite cette page, vous pourrez reprendre ici ou sur un autre appareil, avec la référence ${reference} et des mots choisis par vous. C’est facultatif.`,
  label: 'Vos mots',
  help: 'Au moins 8 lettres, faciles à retenir, et que personne autour de vous ne devinerait. Nous ne pourrons pas vous les rappeler.',
  tooShort: 'Choisissez des mots plus longs ou plus variés : au moins 8 lettres.',
  keep: 'Garder ces mots',
  cancel: 'Annuler',
  back: {
    title: 'Reprendre une conversation',
    lead: 'Pour qui a quitté vite la page après avoir choisi des mots pour revenir.',
    reference: 'Référence',
    referenceHelp: 'Par exemple : C-1001',
    label: 'Les mots que vous aviez choisis',
    submit: 'Reprendre',
    trying: 'Un instant…',
    home: 'Revenir à l’accueil',
    referenceWrong: 'La référence est la lettre C et un nombre, par exemple C-1001.',
    phraseMissing: 'Écrivez les mots que vous aviez choisis.',
    refused: 'Cette référence et ces mots n’ouvrent rien. Vous pouvez ouvrir une nouvelle conversation.',
    over: 'Ces mots sont les bons, mais la conversation est terminée. Ouvrez-en une nouvelle.',
    limited: 'Trop d’essais. Attendez une heure, ou ouvrez une nouvelle conversation.',
    unreachable: 'Nous n’arrivons pas à joindre le service. Vérifiez votre connexion, puis réessayez.',
  },
};
