import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { type CopyDigests, canonicalText } from '../../protocol/answer-receipt.ts';
import { exportDocument } from './export.ts';
import type { DocumentOrder } from './maker.ts';
import type { DocumentModel } from './model.ts';
import { writePdf } from './pdf.ts';
import { writeText } from './text.ts';
import { transcriptDocument } from './transcript.ts';

function sha256(of: Uint8Array | string): string {
  return createHash('sha256').update(of).digest('hex');
}

/** The same model gives the same bytes: these are the digests of the copies that were, or will be, downloaded. */
async function digestsOf(model: DocumentModel): Promise<CopyDigests> {
  return { pdf: sha256(await writePdf(model)), text: sha256(canonicalText(writeText(model))) };
}

async function made(model: DocumentModel, format: DocumentOrder['format']): Promise<Buffer> {
  switch (format) {
    case 'pdf':
      return writePdf(model);
    case 'text':
      return Buffer.from(writeText(model));
    case 'digests':
      return Buffer.from(JSON.stringify(await digestsOf(model)));
  }
}

/** The thread that makes one document, then ends: nothing of it stays in memory. */
const order = workerData as DocumentOrder;
const model =
  'exported' in order
    ? exportDocument(order.exported)
    : transcriptDocument(order.transcribed, order.language);
const bytes = await made(model, order.format);
parentPort?.postMessage(new Uint8Array(bytes));
