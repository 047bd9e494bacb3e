import * as z from 'zod/mini';
import { LIMITS } from './limits.ts';

/**
 * The citizen's socket over plain HTTP, for networks that forbid WebSocket: the same frames, with the same
 * guarantees (rule F1). `POST CITIZEN_LINE_PATH` opens a line; what the page says goes up in numbered batches;
 * what the relay says comes down as one long answer (`stream`, in the form of server-sent events) or, where a
 * proxy holds long answers back, in short ones that are asked for one by one (`poll`).
 */
export const CITIZEN_LINE_PATH = '/api/line';

/** 128 random bits in base64url. It opens nothing by itself: each request carries the session cookie too. */
export const LineId = z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/));
export type LineId = z.infer<typeof LineId>;

export const LineMode = z.enum(['stream', 'poll']);
export type LineMode = z.infer<typeof LineMode>;

/** `POST /api/line`: opens a line. In mode `poll` the answer is a `LineOpened`; in mode `stream` it is the stream. */
export const OpenLine = z.strictObject({ mode: LineMode });
export const LineOpened = z.strictObject({ line: LineId });

/** Frames of one batch, and bytes of one batch with its envelope. */
export const LINE_BATCH = { frames: 32, bytes: LIMITS.citizenFrameBytes + 1024 } as const;

/**
 * `POST /api/line/ID`: what the page says. Batches are numbered from 0; the relay takes them in order, whatever
 * order the network brought them in, and takes each once. An empty one is a sign of life.
 */
export const LineBatch = z.strictObject({
  batch: z.int().check(z.nonnegative(), z.maximum(1_000_000_000)),
  frames: z
    .array(z.string().check(z.maxLength(LIMITS.citizenFrameBytes)))
    .check(z.maxLength(LINE_BATCH.frames)),
});
export type LineBatch = z.infer<typeof LineBatch>;

/** `POST /api/line/ID/next`, in mode `poll`: the frames since the last answer, and the close code when it is over. */
export const LineAnswer = z.strictObject({ frames: z.array(z.string()), close: z.nullable(z.int()) });
export type LineAnswer = z.infer<typeof LineAnswer>;
