import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { Command } from 'commander';
import {
  COPY_BYTES,
  type PublishedKey,
  PublishedKeys,
  RECEIPT_BYTES,
  RECEIPT_KEYS_FORMAT,
  type ReceiptProblem,
  type ReceiptTools,
  verifyAnswerReceipt,
} from '../../protocol/answer-receipt.ts';
import { type GlobalOptions, print, Refused, withStore } from './context.ts';

/** Node's own cryptography, which every Node that runs this has. */
const TOOLS: ReceiptTools = {
  sha256: async (of) => createHash('sha256').update(of).digest('hex'),
  verify: async (pem, signature, signed) =>
    verify(null, Buffer.from(signed), createPublicKey(pem), Buffer.from(signature, 'base64')),
  decode(bytes) {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      return null;
    }
  },
};

const PROBLEMS: Readonly<Record<ReceiptProblem, string>> = {
  'no-receipt': 'this is no receipt of an answer',
  'unknown-key': 'it is signed with a key that is not among those given',
  'outside-key-time': 'its date is outside the time in which its key was used',
  forged: 'its signature is not right: it was altered, or never signed',
  'other-copy':
    'the receipt is genuine, but of another copy: altered, or the conversation went on in between',
};

function read(path: string, most: number): Buffer<ArrayBuffer> {
  try {
    if (statSync(path).size > most) throw new Error('too large');
    return Buffer.from(readFileSync(path));
  } catch {
    throw new Refused(`${path} cannot be read, or is far too large`);
  }
}

function readKeys(path: string): readonly PublishedKey[] {
  const text = read(path, COPY_BYTES).toString();
  try {
    return PublishedKeys.parse(JSON.parse(text)).keys;
  } catch {
    throw new Refused(`${path} is not what the relay publishes as its keys`);
  }
}

async function verifyWith(copy: string, receipt: string, keys: readonly PublishedKey[]): Promise<void> {
  const verdict = await verifyAnswerReceipt(
    new Uint8Array(read(copy, COPY_BYTES)),
    read(receipt, RECEIPT_BYTES).toString(),
    keys,
    TOOLS,
  );
  if (verdict.kind === 'wrong') throw new Refused(PROBLEMS[verdict.problem]);
  const { reference, openedAt, at, answers, closed, key } = verdict.content;
  print(`genuine: the copy (${verdict.copy}) is ${reference} as it stood at ${at}`);
  print(`opened ${openedAt}, ${answers} answers by officers, ${closed ? 'over' : 'not over yet'}`);
  print(`signed with the key ${key}`);
}

type VerifyOptions = { readonly keys?: string };

/** `receipt …`: what lets somebody prove what the service answered. */
export function receiptCommands(globals: () => GlobalOptions): Command {
  const receipts = new Command('receipt').description(
    'receipts of answers, which people keep with their copy',
  );
  receipts
    .command('verify <copy> <receipt>')
    .description(
      'checks a receipt and the copy it is of, off line, also after the conversation was destroyed',
    )
    .option('--keys <file>', 'the keys as the relay publishes them: needs neither store nor master key')
    .action(async (copy: string, receipt: string, { keys }: VerifyOptions) => {
      if (keys !== undefined) return verifyWith(copy, receipt, readKeys(keys));
      return withStore(globals(), false, async ({ store, audit }) => {
        await audit('answer-receipt-verified', null);
        await verifyWith(copy, receipt, store.publicKeys());
      });
    });
  receipts
    .command('keys')
    .description('every public key there ever was, as the relay publishes them')
    .action(() =>
      withStore(globals(), false, async ({ store, audit }) => {
        await audit('public-key-read', null);
        print(JSON.stringify({ format: RECEIPT_KEYS_FORMAT, keys: store.publicKeys() }, null, 2));
      }),
    );
  receipts
    .command('rotate-key')
    .description(
      'signs with a new key from now on, and destroys the private part of the one before (relay stopped)',
    )
    .action(() =>
      withStore(globals(), true, async ({ store, audit }) => {
        const id = await store.rotateSigningKey(Date.now());
        await audit('signing-key-rotated', id);
        print(`receipts are signed with the key ${id} from now on; those of before stay verifiable`);
      }),
    );
  return receipts;
}
