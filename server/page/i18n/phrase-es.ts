import type { PhraseWords } from './phrase.ts';

export const phraseEs: PhraseWords = {
  title: 'Palabras para volver',
  lead: (reference) =>
    `Si deja deprisa esta página, podrá continuar aquí o en otro dispositivo, con la referencia ${reference} y unas palabras que usted elige. Es facultativo.`,
  label: 'Sus palabras',
  help: 'Al menos 8 letras, fáciles de recordar y que nadie a su alrededor adivinaría. No podremos recordárselas.',
  tooShort: 'Elija palabras más largas o más variadas: al menos 8 letras.',
  keep: 'Guardar estas palabras',
  cancel: 'Cancelar',
  back: {
    title: 'Retomar una conversación',
    lead: 'Para quien dejó deprisa la página después de elegir palabras para volver.',
    reference: 'Referencia',
    referenceHelp: 'Por ejemplo: C-1001',
    label: 'Las palabras que había elegido',
    submit: 'Retomar',
    trying: 'Un momento…',
    home: 'Volver al inicio',
    referenceWrong: 'La referencia es la letra C y un número, por ejemplo C-1001.',
    phraseMissing: 'Escriba las palabras que había elegido.',
    refused: 'Esta referencia y estas palabras no abren nada. Puede abrir una conversación nueva.',
    over: 'Estas palabras son correctas, pero la conversación ha terminado. Abra una nueva.',
    limited: 'Demasiados intentos. Espere una hora o abra una conversación nueva.',
    unreachable: 'No logramos contactar con el servicio. Compruebe su conexión e inténtelo de nuevo.',
  },
};
