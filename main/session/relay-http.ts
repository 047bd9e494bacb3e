import type * as z from 'zod/mini';
import type { EditRefusal } from '../../protocol/content-editing.ts';
import { type ExportAsked, HttpRefusal, SignedIn } from '../../protocol/http.ts';
import type { ExportOutcome, SignInOutcome } from '../../protocol/ipc.ts';
import { LIMITS } from '../../protocol/limits.ts';

const PATIENCE = 15_000;

export type SignInAnswer =
  | { readonly kind: 'done'; readonly signedIn: SignedIn }
  | Extract<SignInOutcome, { kind: 'refused' }>;

/** Errors of Node's TLS that mean "this is not the relay, or nobody vouches for it". */
const CERTIFICATE_ERRORS = /^(ERR_TLS_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

function isCertificateError(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return CERTIFICATE_ERRORS.test(code);
}

/** The body, bounded; null when it is longer. */
async function boundedBody(response: Response, limit: number): Promise<Buffer | null> {
  if (response.body === null) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.length;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The body as JSON, bounded; null when it is longer or something else. */
async function boundedJson(response: Response, most: number = LIMITS.httpBodyBytes): Promise<unknown> {
  try {
    return JSON.parse((await boundedBody(response, most))?.toString('utf8') ?? 'null');
  } catch {
    return null;
  }
}

async function post(
  relay: string,
  path: string,
  body: unknown,
  token: string | null,
  patience = PATIENCE,
): Promise<Response> {
  return fetch(new URL(path, relay), {
    method: 'POST',
    redirect: 'error',
    signal: AbortSignal.timeout(patience),
    headers: {
      'content-type': 'application/json',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
}

async function get(relay: string, path: string, token: string): Promise<Response> {
  return fetch(new URL(path, relay), {
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE),
    headers: { authorization: `Bearer ${token}` },
  });
}

/** `POST /api/desk/sign-in`. Never rejects: a relay that is not there is an answer too. */
export async function signIn(relay: string, login: string, password: string): Promise<SignInAnswer> {
  try {
    const response = await post(relay, '/api/desk/sign-in', { login, password }, null);
    const body = await boundedJson(response);
    const signedIn = response.ok ? SignedIn.safeParse(body) : null;
    if (signedIn?.success === true) return { kind: 'done', signedIn: signedIn.data };
    const refusal = HttpRefusal.safeParse(body);
    if (response.ok || !refusal.success) return { kind: 'refused', code: 'offline', retryAfter: null };
    return { kind: 'refused', code: refusal.data.code, retryAfter: refusal.data.retryAfter ?? null };
  } catch (error) {
    const code = isCertificateError(error) ? 'bad-certificate' : 'offline';
    return { kind: 'refused', code, retryAfter: null };
  }
}

/**
 * `POST /api/desk/sign-out`. False when the relay could not be told: the token is forgotten here in any
 * case, and ends on the relay at its expiry.
 */
export async function signOut(relay: string, token: string, everywhere: boolean): Promise<boolean> {
  try {
    const response = await post(relay, '/api/desk/sign-out', { everywhere }, token);
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

/** Where the relay is, and the token of who asks. */
export type RelayEntry = { readonly relay: string; readonly token: string };

export type Asked<Answer> = { readonly kind: 'done'; readonly answer: Answer } | EditRefusal;

/**
 * Asks the relay beside the wire, once; never rejects. `body`: it is a POST. `most`: bytes of the answer.
 * Whatever is not an answer of the relay's is `offline`: nothing is known to have been done.
 */
export async function askRelay<Answer>(
  entry: RelayEntry | null,
  path: string,
  schema: z.ZodMiniType<Answer>,
  { body, most }: { readonly body?: unknown; readonly most: number },
): Promise<Asked<Answer>> {
  if (entry === null) return { kind: 'refused', code: 'not-signed-in' };
  const { relay, token } = entry;
  try {
    const response =
      body === undefined ? await get(relay, path, token) : await post(relay, path, body, token);
    const json = await boundedJson(response, most);
    const answer = response.ok ? schema.safeParse(json) : null;
    if (answer?.success === true) return { kind: 'done', answer: answer.data };
    const refusal = HttpRefusal.safeParse(json);
    return { kind: 'refused', code: response.ok || !refusal.success ? 'offline' : refusal.data.code };
  } catch {
    return { kind: 'refused', code: 'offline' };
  }
}

/** Milliseconds: a long journal takes some seconds of the relay, after its turn has come. */
const EXPORT_PATIENCE = 90_000;
const EXPORT_BYTES = 64 * 1024 * 1024;

export type ExportAnswer =
  | { readonly kind: 'exported'; readonly bytes: Uint8Array }
  | Extract<ExportOutcome, { kind: 'refused' }>;

/** `POST /api/desk/export`. Never rejects. */
export async function exportJournal(relay: string, token: string, asked: ExportAsked): Promise<ExportAnswer> {
  try {
    const response = await post(relay, '/api/desk/export', asked, token, EXPORT_PATIENCE);
    const isPdf = response.headers.get('content-type') === 'application/pdf';
    const bytes = response.ok && isPdf ? await boundedBody(response, EXPORT_BYTES) : null;
    if (bytes !== null) return { kind: 'exported', bytes };
    const refusal = response.ok ? null : HttpRefusal.safeParse(await boundedJson(response));
    return { kind: 'refused', code: refusal?.success === true ? refusal.data.code : 'offline' };
  } catch {
    return { kind: 'refused', code: 'offline' };
  }
}
