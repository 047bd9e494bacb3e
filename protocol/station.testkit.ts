import type { Station } from './station.ts';

/** A station with everything that one can have. */
export const exampleStation: Station = {
  id: 'ville-exemple',
  name: 'Commissariat de police de Ville-Exemple',
  address: ['12, rue de l’Exemple', 'Bâtiment B'],
  postcode: '01990',
  town: 'Ville-Exemple',
  phone: '01 99 00 12 12',
  always: false,
  hours: 'Du lundi au vendredi, de 8 h 30 à 19 h',
  hoursEn: 'Monday to Friday, 8:30 am to 7 pm',
  wheelchair: true,
  note: 'Sonnez à la grille.',
  noteEn: 'Ring at the gate.',
  updated: '2026-11-01',
};
