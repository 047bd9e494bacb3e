import type { Answer } from './ask.ts';

type Answered = Extract<Answer, { readonly kind: 'answered' }>;

/** Seconds after which a page that moves on is read first: it is not a redirect. */
const MOVES_WITHIN = 30;
/** Characters of a page's words beyond which it says something of its own: a domain for sale has little to say. */
const FEW_WORDS = 1_500;

/** `0; url=https://elsewhere.example/`, as the header and the element write it. */
const REFRESH = /^\s*(\d{1,9})(?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*)?["']?([^"'\s]+)/i;
/** What a browser with scripts never does, and what it does not read. */
const SKIPPED = /<!--[\s\S]*?(?:-->|$)|<noscript\b[\s\S]*?(?:<\/noscript|$)/gi;
const META = /<meta\b[^<>]*>/gi;

function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag);
  return found === null ? null : (found[1] ?? found[2] ?? found[3] ?? '');
}

function metaRefresh(page: string): string | null {
  const tags = page.replaceAll(SKIPPED, '').match(META) ?? [];
  const tag = tags.find((each) => attribute(each, 'http-equiv')?.toLowerCase() === 'refresh');
  return tag === undefined ? null : (attribute(tag, 'content')?.replaceAll('&amp;', '&') ?? null);
}

/** Where a page moves on to by itself, by its header or its element; null where it stays. */
export function refreshOf({ refresh, page }: Answered, from: URL): URL | null {
  const [, seconds, target] = REFRESH.exec(refresh ?? metaRefresh(page?.text ?? '') ?? '') ?? [];
  if (target === undefined || Number(seconds) > MOVES_WITHIN || !URL.canParse(target, from.href)) return null;
  const url = new URL(target, from);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : null;
}

/** What only a page of a domain that nobody uses is made with (decision 20). */
const SELLERS =
  /\b(?:src|href|content|action)\s*=\s*["']?[^"'>\s]{0,200}\b(?:sedoparking\.com|parkingcrew\.net|bodis\.com|parklogic\.com|hugedomains\.com|afternic\.com\/forsale|dan\.com\/buy-domain|godaddy\.com\/forsale)/i;
/** What such a page says of its domain, in French and in English. "Un domaine à vendre" alone may be an estate. */
const FOR_SALE = [
  /\b(?:this|the) domain(?: name)? (?:\S+ )?(?:is|may be) for sale\b/i,
  /\bdomain(?: name)? \S+\.[a-z]{2,} (?:is )?for sale\b/i,
  /\bbuy this domain\b/i,
  /\b(?:this domain(?: name)?|domain(?: name)? \S+\.[a-z]{2,}) has expired\b/i,
  /\bthis (?:domain|web ?page|site) is parked\b/i,
  /\b(?:nom de domaine|ce domaine)(?: \S+\.[a-z]{2,})? (?:est )?à vendre\b/i,
  /\bach(?:eter|etez) ce (?:nom de )?domaine\b/i,
  /\b(?:ce nom de domaine|ce domaine)(?: \S+\.[a-z]{2,})? (?:a|est) expiré/i,
];

function wordsOf(markup: string): string {
  return markup
    .replaceAll(SKIPPED, ' ')
    .replaceAll(/<(script|style)\b[\s\S]*?(?:<\/\1|$)/gi, ' ')
    .replaceAll(/<[^<>]*>/g, ' ')
    .replaceAll('&agrave;', 'à')
    .replaceAll('&eacute;', 'é')
    .replaceAll(/(?:\s|&nbsp;)+/g, ' ')
    .trim();
}

/**
 * Whether a page is one that a registrar or a broker shows for a domain that nobody uses any more. An article about
 * such pages is none: what it says counts in a title, or where there is little else to read.
 */
export function isParked({ page }: Answered): boolean {
  if (page === null) return false;
  if (SELLERS.test(page.text)) return true;
  const title = wordsOf(/<title\b[^<>]*>([^<]*)/i.exec(page.text)?.[1] ?? '');
  const words = page.whole ? wordsOf(page.text) : '';
  const said = words.length <= FEW_WORDS ? `${title}\n${words}` : title;
  return FOR_SALE.some((mark) => mark.test(said));
}
