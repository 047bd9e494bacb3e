import type { PhraseWords } from './phrase.ts';

export const phrasePt: PhraseWords = {
  title: 'Palavras para voltar',
  lead: (reference) =>
    `Se deixar esta página à pressa, poderá continuar aqui ou noutro aparelho, com a referência ${reference} e palavras escolhidas por si. É facultativo.`,
  label: 'As suas palavras',
  help: 'Pelo menos 8 letras, fáceis de lembrar e que ninguém à sua volta adivinharia. Não poderemos lembrá-las.',
  tooShort: 'Escolha palavras mais longas ou mais variadas: pelo menos 8 letras.',
  keep: 'Guardar estas palavras',
  cancel: 'Cancelar',
  back: {
    title: 'Retomar uma conversa',
    lead: 'Para quem deixou a página à pressa depois de escolher palavras para voltar.',
    reference: 'Referência',
    referenceHelp: 'Por exemplo: C-1001',
    label: 'As palavras que tinha escolhido',
    submit: 'Retomar',
    trying: 'Um momento…',
    home: 'Voltar ao início',
    referenceWrong: 'A referência é a letra C e um número, por exemplo C-1001.',
    phraseMissing: 'Escreva as palavras que tinha escolhido.',
    refused: 'Esta referência e estas palavras não abrem nada. Pode abrir uma nova conversa.',
    over: 'Estas palavras estão certas, mas a conversa terminou. Abra uma nova.',
    limited: 'Demasiadas tentativas. Espere uma hora ou abra uma nova conversa.',
    unreachable: 'Não conseguimos contactar o serviço. Verifique a ligação e tente de novo.',
  },
};
