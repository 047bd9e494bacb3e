import type { Texts } from './texts.ts';

/** The question after the end: a file of its own, so that a visitor's language is loaded without the others. */
export const satisfactionEs: Texts['service']['satisfaction'] = {
  ask: '¿Ha obtenido lo que necesitaba?',
  yes: 'Sí',
  partly: 'En parte',
  no: 'No',
  anonymous: 'Opcional y anónimo: solo se guarda un número de respuestas por día.',
  thanks: 'Gracias, su respuesta se ha contado.',
  failed: 'Su respuesta no se ha podido contar. No pasa nada.',
};
