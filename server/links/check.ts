import type { LinkReason, LinkState } from '../../protocol/link-health.ts';
import type { Platform } from '../../protocol/platform.ts';
import type { Answer } from './ask.ts';
import { isParked, refreshOf } from './page.ts';

/** A link of the catalogue, and the hosts besides its own that it may rightly lead to. */
export type Link = { readonly platform: string; readonly url: string; readonly alsoAt: readonly string[] };

/** The link of a platform; null when it has none. */
export function linkOf({ id, url, alsoAt = [] }: Platform): Link | null {
  return url === null ? null : { platform: id, url, alsoAt: [...alsoAt].sort() };
}

/** Whether what was found of the one holds for the other: where a link may lead is part of what was asked. */
export function isSameLink(one: Link | null | undefined, other: Link | null | undefined): boolean {
  if (!one || !other) return false;
  return (
    one.platform === other.platform &&
    one.url === other.url &&
    one.alsoAt.length === other.alsoAt.length &&
    one.alsoAt.every((host, at) => host === other.alsoAt[at])
  );
}

export type Finding = {
  readonly state: LinkState;
  readonly reason: LinkReason | null;
  readonly status: number | null;
  /** It may be a bad hour: dead only when it stays so (`DEAD_AFTER`). */
  readonly passing: boolean;
};

export type AskFor = (url: URL, method: 'HEAD' | 'GET', cookie: string) => Promise<Answer>;

type Answered = Extract<Answer, { readonly kind: 'answered' }>;

export const MAX_REDIRECTS = 5;
/** Milliseconds for one link, redirects included. */
const LINK_TIME = 30_000;

const OK: Finding = { state: 'ok', reason: null, status: null, passing: false };

function found(state: LinkState, reason: LinkReason, status: number | null = null, passing = false): Finding {
  return { state, reason, status, passing };
}

function failed(reason: LinkReason): Finding {
  if (reason === 'certificate' || reason === 'address') return found('altered', reason);
  return found('uncertain', reason, null, true);
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

/** A page that answers, but moves on to another site by itself, or shows that nobody has its domain any more. */
function judgedPage(answer: Answered, url: URL, link: Link): Finding {
  const { status } = answer;
  const next = refreshOf(answer, url);
  if (next !== null && !isExpectedHost(next.hostname, link)) return found('altered', 'domain', status);
  if (next !== null && next.protocol !== 'https:') return found('altered', 'insecure', status);
  return isParked(answer) ? found('altered', 'parked', status) : { ...OK, status };
}

function judged(answer: Answered, url: URL, link: Link): Finding {
  const { status } = answer;
  if (isSuccess(status)) return judgedPage(answer, url, link);
  if (status === 404 || status === 410) return found('dead', 'status', status);
  // A wall against robots (401, 403, 429) says nothing of what a person would see.
  return found('uncertain', 'status', status, status >= 500);
}

function site(host: string): string {
  return host.toLowerCase().replace(/^www\./, '');
}

/** Its own host, with or without `www`, what lies below it, or one that the catalogue names. */
export function isExpectedHost(host: string, link: Link): boolean {
  const own = site(new URL(link.url).hostname);
  const asked = site(host);
  return asked === own || asked.endsWith(`.${own}`) || link.alsoAt.some((other) => site(other) === asked);
}

function redirection(answer: Answer, from: URL): URL | null {
  if (answer.kind === 'failed' || answer.location === null) return null;
  if (![301, 302, 303, 307, 308].includes(answer.status)) return null;
  return URL.canParse(answer.location, from.href) ? new URL(answer.location, from) : null;
}

function isConclusive(answer: Answer): boolean {
  if (answer.kind === 'failed') return ['certificate', 'address', 'name'].includes(answer.reason);
  // Too busy: asking twice would be rude.
  return answer.status < 400 || answer.retryAfter !== null;
}

/** A page must be looked at: its head says that it is there, and not whose it is by now. */
function isPage(answer: Answer): boolean {
  return answer.kind === 'answered' && answer.html && isSuccess(answer.status);
}

/**
 * HEAD first, which costs the site little; GET where that did not settle it: many sites answer HEAD badly, and a page's
 * beginning says what its head does not.
 */
async function askBoth(url: URL, askFor: AskFor, cookie: string): Promise<Answer> {
  const head = await askFor(url, 'HEAD', cookie);
  return isConclusive(head) && !isPage(head) ? head : askFor(url, 'GET', cookie);
}

/** Some sites give a cookie and send back to themselves: each host gets its own again, and nobody else's. */
class Jar {
  readonly #cookies = new Map<string, Set<string>>();

  for(host: string): string {
    return [...(this.#cookies.get(host) ?? [])].join('; ');
  }

  keep(host: string, answer: Answer): boolean {
    if (answer.kind === 'failed') return false;
    const kept = this.#cookies.get(host) ?? new Set();
    const before = kept.size;
    for (const cookie of answer.cookies.slice(0, 10)) if (cookie.length < 1_000) kept.add(cookie);
    this.#cookies.set(host, kept);
    return kept.size > before;
  }
}

/** Follows one link to its end, at most five redirects away, and judges what stands there. Never rejects. */
export async function checkLink(
  link: Link,
  askFor: AskFor,
  now: () => number = performance.now.bind(performance),
): Promise<Finding> {
  const until = now() + LINK_TIME;
  const seen = new Set<string>();
  const jar = new Jar();
  let url = new URL(link.url);
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    if (now() > until) return failed('timeout');
    seen.add(url.href);
    const answer = await askBoth(url, askFor, jar.for(url.host));
    const next = redirection(answer, url);
    if (answer.kind === 'failed') return failed(answer.reason);
    if (next === null) return judged(answer, url, link);
    if (next.protocol !== 'https:') return found('altered', 'insecure', answer.status);
    if (!isExpectedHost(next.hostname, link)) return found('altered', 'domain', answer.status);
    next.hash = '';
    if (jar.keep(url.host, answer)) seen.clear();
    if (seen.has(next.href)) return found('dead', 'redirects', answer.status);
    url = next;
  }
  return found('dead', 'redirects');
}
