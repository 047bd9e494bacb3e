import type { ReceiptProblem } from '../../../protocol/answer-receipt.ts';

type Verdict = ReceiptProblem | 'choose' | 'no-crypto';

/** The words of the page that verifies receipts, in French, the reference. */
export const verificationFr = {
  title: 'Vérifier un reçu',
  lead: 'Un reçu montre que votre copie est bien ce que le tchat vous a montré, même après la destruction de la conversation.',
  local:
    'La vérification se fait dans votre navigateur. Les fichiers ne sont envoyés nulle part, et la page fonctionne hors connexion une fois ouverte.',
  copy: 'Votre copie',
  copyHelp: 'Le fichier PDF ou texte, tel que vous l’avez téléchargé.',
  receipt: 'Le reçu',
  receiptHelp: 'Le fichier qui se termine par .recu.json.',
  submit: 'Vérifier',
  right: 'Le reçu est authentique, et votre copie est intacte.',
  facts: {
    reference: 'Conversation',
    opened: 'Ouverte le',
    at: 'État au',
    answers: 'Réponses de policiers',
  },
  closed: 'La conversation était terminée : il n’y a pas eu de suite.',
  open: 'La conversation n’était pas terminée : la copie s’arrête à ce moment.',
  verdicts: {
    choose: 'Choisissez les deux fichiers, puis vérifiez.',
    'no-crypto':
      'Ce navigateur ne sait pas vérifier cette signature (Ed25519). Essayez avec un navigateur plus récent, ou avec la commande ci-dessous.',
    'no-receipt': 'Le second fichier n’est pas un reçu de ce service.',
    'unknown-key': 'Ce reçu est signé avec une clé que ce service n’a jamais publiée.',
    'outside-key-time': 'Ce reçu porte une date à laquelle sa clé n’était pas en usage.',
    forged: 'Ce reçu a été modifié, ou il est faux : sa signature ne correspond pas.',
    'other-copy':
      'Le reçu est authentique, mais ce n’est pas le reçu de cette copie. Elle a été modifiée, ou la conversation a continué entre les deux téléchargements.',
  } satisfies Record<Verdict, string>,
  provesTitle: 'Ce que cela prouve',
  proves: [
    'Le service a signé cette copie, mot pour mot, à la date indiquée.',
    'Cela ne dit pas qui écrivait au service, ni que ce qui a été dit est vrai.',
    'Cela ne remplace ni une attestation, ni un dépôt de plainte.',
  ],
  otherTitle: 'Sans ce navigateur',
  other:
    'La même vérification se fait hors connexion avec le logiciel du service, qui est public : « npm run admin -- receipt verify COPIE REÇU --keys CLÉS ». Les clés sont publiées à cette adresse :',
  noScript: 'Cette vérification a besoin de JavaScript. Sans lui, utilisez la commande ci-dessous.',
};

export type VerificationWords = typeof verificationFr;
