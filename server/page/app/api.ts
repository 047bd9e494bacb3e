import * as z from 'zod/mini';
import type { RefusalCode } from '../../../protocol/errors.ts';
import {
  CurrentConversation,
  HttpRefusal,
  type OpenConversation,
  Opened,
  ServiceInfo,
  Terms,
} from '../../../protocol/http.ts';
import { CitizenLanguage } from '../../../protocol/language.ts';
import { OrientationId } from '../../../protocol/orientation.ts';
import type { ReturnToConversation } from '../../../protocol/return-phrase.ts';
import type { Satisfaction } from '../../../protocol/satisfaction.ts';

/** What the relay wrote into the page itself: the service's state, and the language it chose. */
export const EmbeddedService = z.strictObject({
  ...ServiceInfo.shape,
  language: CitizenLanguage,
  /** The cookie's conversation is one whose citizen cannot write freely. */
  silent: z.optional(z.literal(true)),
  /** Whether the cookie's conversation goes on: what the page would have to ask first, a round trip later. */
  current: z.optional(z.boolean()),
  /** The guided orientation led here: where it ended, and what was chosen. */
  orientation: z.optional(z.strictObject({ id: OrientationId, path: z.array(z.string()) })),
});
export type EmbeddedService = z.infer<typeof EmbeddedService>;

export type Answer<Value> =
  | { readonly kind: 'ok'; readonly value: Value }
  /** `retryAfter` in milliseconds; 0 when there is nothing to wait for. */
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly retryAfter: number }
  /** No answer, or one that makes no sense: a cut network, a proxy's own page. */
  | { readonly kind: 'unreachable' };

export type Api = {
  readonly service: () => Promise<Answer<ServiceInfo>>;
  readonly current: () => Promise<Answer<CurrentConversation>>;
  readonly open: (request: OpenConversation) => Promise<Answer<Opened>>;
  /** Back to a conversation that was left in a hurry (rule S4). */
  readonly comeBack: (request: ReturnToConversation) => Promise<Answer<Opened>>;
  readonly terms: (language: CitizenLanguage) => Promise<Answer<Terms>>;
  /** Whether the answer was counted. */
  readonly satisfaction: (answer: Satisfaction) => Promise<boolean>;
};

type Schema<Value> = {
  readonly safeParse: (data: unknown) => { success: true; data: Value } | { success: false };
};

/** An answer later than this (ms) is no answer: the person is told, and can try again. */
const PATIENCE = 20_000;

function posted(body: unknown): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
}

/** The HTTP routes the page uses, parsed by the contract's schemas. Never throws and never rejects. */
export function createApi(fetchFrom: typeof fetch): Api {
  async function ask<Value>(schema: Schema<Value>, path: string, init?: RequestInit): Promise<Answer<Value>> {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), PATIENCE);
    try {
      const response = await fetchFrom(path, {
        ...init,
        signal: controller.signal,
        credentials: 'same-origin',
        cache: 'no-store',
      });
      const body: unknown = await response.json();
      if (response.ok) {
        const parsed = schema.safeParse(body);
        return parsed.success ? { kind: 'ok', value: parsed.data } : { kind: 'unreachable' };
      }
      const refusal = HttpRefusal.safeParse(body);
      return refusal.success
        ? { kind: 'refused', code: refusal.data.code, retryAfter: refusal.data.retryAfter ?? 0 }
        : { kind: 'unreachable' };
    } catch {
      return { kind: 'unreachable' };
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    service: () => ask(ServiceInfo, '/api/service'),
    current: () => ask(CurrentConversation, '/api/conversation'),
    open: (request) => ask(Opened, '/api/conversation', posted(request)),
    comeBack: (request) => ask(Opened, '/api/conversation/return', posted(request)),
    terms: (language) => ask(Terms, `/api/terms?language=${language}`),
    satisfaction: async (answer) => {
      try {
        const response = await fetchFrom('/api/conversation/satisfaction', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ answer }),
          credentials: 'same-origin',
          cache: 'no-store',
        });
        return response.ok;
      } catch {
        return false;
      }
    },
  };
}
