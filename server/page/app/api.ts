import type { RefusalCode } from '../../../protocol/errors.ts';
import type {
  CurrentConversation,
  OpenConversation,
  Opened,
  ServiceInfo,
  Terms,
} from '../../../protocol/http.ts';
import type { Id } from '../../../protocol/ids.ts';
import type { CitizenLanguage } from '../../../protocol/language.ts';
import type { ReturnToConversation } from '../../../protocol/return-phrase.ts';
import type { Satisfaction } from '../../../protocol/satisfaction.ts';
import { read, type ShapeOf } from '../wire/shape.ts';
import { currentConversation, httpRefusal, opened, serviceInfo, terms } from '../wire/shapes/service.ts';

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
  /** Says that the person left in a hurry; goes out although the page is left, which waits for nothing. */
  readonly quickExit: (id: Id) => void;
};

/** An answer later than this (ms) is no answer: the person is told, and can try again. */
const PATIENCE = 20_000;

const JSON_TYPE = 'application/json';

function posted(body: unknown): RequestInit & { readonly body: string } {
  return {
    method: 'POST',
    headers: { 'content-type': JSON_TYPE },
    body: JSON.stringify(body),
  };
}

/** `navigator.sendBeacon`: false where it cannot be used. */
type Beacon = (path: string, body: Blob) => boolean;

/** The HTTP routes the page uses, checked by the contract's shapes. Never throws and never rejects. */
export function createApi(fetchFrom: typeof fetch, beacon: Beacon = () => false): Api {
  async function ask<Value>(shape: ShapeOf<Value>, path: string, init?: RequestInit): Promise<Answer<Value>> {
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
        const value = read(shape, body);
        return value === null ? { kind: 'unreachable' } : { kind: 'ok', value };
      }
      const refusal = read(httpRefusal, body);
      return refusal === null
        ? { kind: 'unreachable' }
        : { kind: 'refused', code: refusal.code, retryAfter: refusal.retryAfter ?? 0 };
    } catch {
      return { kind: 'unreachable' };
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    service: () => ask(serviceInfo, '/api/service'),
    current: () => ask(currentConversation, '/api/conversation'),
    open: (request) => ask(opened, '/api/conversation', posted(request)),
    comeBack: (request) => ask(opened, '/api/conversation/return', posted(request)),
    terms: (language) => ask(terms, `/api/terms?language=${language}`),
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
    quickExit: (id) => {
      const path = '/api/conversation/exit';
      const request = posted({ id });
      // Older Firefoxes end a `keepalive` request with the page; whoever switched beacons off has the request.
      try {
        if (beacon(path, new Blob([request.body], { type: JSON_TYPE }))) return;
      } catch {}
      fetchFrom(path, { ...request, keepalive: true, cache: 'no-store' }).catch(() => undefined);
    },
  };
}
