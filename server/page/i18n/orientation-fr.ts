/** The way into the guided orientation, and back from it with what was chosen. */
export const orientationFr = {
  guide: 'Que se passe-t-il ? Laissez-vous guider',
  chosen: (path: string) => `Votre choix : ${path}. Le policier le verra.`,
  change: 'Changer',
};
