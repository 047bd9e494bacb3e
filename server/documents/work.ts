import { parentPort, workerData } from 'node:worker_threads';
import type { DocumentOrder } from './maker.ts';
import { writePdf } from './pdf.ts';
import { writeText } from './text.ts';
import { transcriptDocument } from './transcript.ts';

/** The thread that makes one document, then ends: nothing of it stays in memory. */
const { transcribed, language, format } = workerData as DocumentOrder;
const model = transcriptDocument(transcribed, language);
const bytes = format === 'pdf' ? await writePdf(model) : Buffer.from(writeText(model));
parentPort?.postMessage(new Uint8Array(bytes));
