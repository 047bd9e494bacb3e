import type { VerificationWords } from './words-fr.ts';

export const verificationEn: VerificationWords = {
  title: 'Verify a receipt',
  lead: 'A receipt shows that your copy is what the chat showed you, even after the conversation was destroyed.',
  local:
    'It is verified in your browser. The files are sent nowhere, and the page works off line once it is open.',
  copy: 'Your copy',
  copyHelp: 'The PDF or text file, as you downloaded it.',
  receipt: 'The receipt',
  receiptHelp: 'The file that ends in .recu.json.',
  submit: 'Verify',
  right: 'The receipt is genuine, and your copy is intact.',
  facts: { reference: 'Conversation', opened: 'Opened', at: 'As of', answers: 'Answers by officers' },
  closed: 'The conversation was over: nothing followed.',
  open: 'The conversation was not over: the copy ends at that moment.',
  verdicts: {
    choose: 'Choose both files, then verify.',
    'no-crypto':
      'This browser cannot verify this signature (Ed25519). Try a more recent browser, or the command below.',
    'no-receipt': 'The second file is no receipt of this service.',
    'unknown-key': 'This receipt is signed with a key that this service never published.',
    'outside-key-time': 'This receipt bears a date on which its key was not in use.',
    forged: 'This receipt was altered, or is false: its signature does not match.',
    'other-copy':
      'The receipt is genuine, but it is not the receipt of this copy. The copy was altered, or the conversation went on between the two downloads.',
  },
  provesTitle: 'What this proves',
  proves: [
    'The service signed this copy, word for word, on the date shown.',
    'It does not say who wrote to the service, nor that what was said is true.',
    'It replaces neither a certificate nor a complaint.',
  ],
  otherTitle: 'Without this browser',
  other:
    'The same is verified off line with the service’s software, which is public: “npm run admin -- receipt verify COPY RECEIPT --keys KEYS”. The keys are published at this address:',
  noScript: 'This verification needs JavaScript. Without it, use the command below.',
};
