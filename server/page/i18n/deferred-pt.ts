import type { deferredFr } from './deferred-fr.ts';

export const deferredPt: typeof deferredFr = {
  offer: 'Não esperar: receber a resposta por e-mail',
  title: 'Receber a resposta por e-mail',
  emergency:
    'Nunca para uma emergência: ninguém lê a sua pergunta de imediato. Em perigo, ligue 17 ou 112, ou envie um SMS para o 114.',
  shared:
    'Outra pessoa pode ler os seus e-mails? Se a resposta o puder pôr em perigo, não deixe esse endereço.',
  questionLabel: 'A sua pergunta',
  questionHelp: 'Diga tudo o que for preciso: o polícia não poderá perguntar-lhe mais nada.',
  asked: 'O polícia lerá o que já escreveu e responderá a tudo.',
  addressLabel: 'O seu endereço de e-mail',
  addressHelp: 'Por exemplo: nome@exemplo.pt',
  questionMissing: 'Escreva a sua pergunta.',
  addressMissing: 'Escreva o seu endereço de e-mail.',
  addressWrong: 'Este endereço não está completo ou tem um sinal que não aceitamos. Exemplo: nome@exemplo.pt',
  review: 'Verificar antes de enviar',
  reviewTitle: 'O endereço está certo?',
  reviewLead: 'A resposta vai para este endereço, uma só vez:',
  what: 'O que vai acontecer',
  steps: (day) => [
    'Um polícia lê a sua pergunta e responde por e-mail, sem prazo garantido.',
    'O assunto do e-mail não diz nada da sua pergunta.',
    `O seu endereço é destruído assim que a resposta parte, o mais tardar em ${day} com a sua pergunta.`,
    'Sai da fila: poderá fechar esta página.',
  ],
  confirm: 'Enviar a minha pergunta',
  correct: 'Corrigir',
  back: 'Voltar à fila',
  sending: 'A enviar a sua pergunta…',
  sendingOffline:
    'A ligação está cortada. Deixe esta página aberta: a sua pergunta parte assim que a ligação voltar.',
  officer: 'Um polícia acaba de pegar na sua conversa: já lhe pode escrever.',
  toOfficer: 'Escrever-lhe',
  refused: {
    'wrong-state': 'Um polícia acaba de pegar na sua conversa: escreva-lhe aqui.',
    'mail-unavailable': 'O serviço não pode enviar e-mails neste momento. Pode esperar na fila.',
    other: 'O serviço não conseguiu receber a sua pergunta. Tente de novo.',
  },
  done: {
    title: 'A sua pergunta está registada',
    lead: 'Um polícia responderá por e-mail. Pode fechar esta página.',
    next: 'O que acontece agora',
    steps: (day) => [
      'A resposta chega ao endereço que deu. Veja também no correio indesejado.',
      'Não há prazo garantido. Se as coisas mudarem ou se tornarem urgentes, não espere: ligue 17.',
      `O seu endereço é destruído assim que a resposta parte. O resto é destruído o mais tardar em ${day}.`,
    ],
    shared: 'Num aparelho partilhado, termine aqui: não ficará nada da sua pergunta.',
    finish: 'Terminar e apagar daqui',
  },
  home: {
    closed: 'O chat está fechado: nenhum polícia está disponível neste momento.',
    closedAlone: 'Volte mais tarde. Numa emergência, ligue 17 ou 112.',
    offered: 'Deixe a sua pergunta e um endereço de e-mail: um polícia responderá, sem prazo garantido.',
    leave: 'Deixar a minha pergunta, resposta por e-mail',
    waitInstead: 'Ou esperar por um polícia na fila',
  },
  problemClosed: 'O chat acaba de fechar: já não há nenhum polícia disponível.',
  line: 'Pediu uma resposta por e-mail.',
};
