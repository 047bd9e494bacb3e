import {
  COPY_BYTES,
  PublishedKey,
  RECEIPT_BYTES,
  type ReceiptTools,
  type ReceiptVerdict,
  verifyAnswerReceipt,
} from '../../protocol/answer-receipt.ts';

/**
 * Verifies a receipt in the browser: nothing is sent anywhere, and nothing is asked of anybody once the page is
 * there. Every sentence stands in the page itself, as a template: this only chooses one.
 */
function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

function webTools(subtle: SubtleCrypto): ReceiptTools {
  return {
    async sha256(of) {
      const bytes = typeof of === 'string' ? new TextEncoder().encode(of) : of;
      const digest = new Uint8Array(await subtle.digest('SHA-256', bytes));
      return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    },
    async verify(pem, signature, signed) {
      const der = fromBase64(pem.replace(/-----[A-Z ]+-----|\s/g, ''));
      const key = await subtle.importKey('spki', der, { name: 'Ed25519' }, false, ['verify']);
      try {
        return await subtle.verify(
          { name: 'Ed25519' },
          key,
          fromBase64(signature),
          new TextEncoder().encode(signed),
        );
      } catch {
        return false;
      }
    },
    decode(bytes) {
      try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
      } catch {
        return null;
      }
    },
  };
}

function publishedKeys(text: string): readonly PublishedKey[] {
  const listed: unknown = JSON.parse(text);
  return (Array.isArray(listed) ? listed : []).flatMap((each) => {
    const key = PublishedKey.safeParse(each);
    return key.success ? [key.data] : [];
  });
}

async function judge(
  copy: File,
  receipt: File,
  keys: readonly PublishedKey[],
): Promise<string | ReceiptVerdict> {
  // Absent from a page that did not come over TLS.
  const { subtle } = globalThis.crypto ?? {};
  if (subtle === undefined) return 'no-crypto';
  if (receipt.size > RECEIPT_BYTES) return 'no-receipt';
  if (copy.size > COPY_BYTES) return 'other-copy';
  const bytes = new Uint8Array(await copy.arrayBuffer());
  try {
    return await verifyAnswerReceipt(bytes, await receipt.text(), keys, webTools(subtle));
  } catch {
    return 'no-crypto';
  }
}

function stampOf(at: string): string {
  const format = new Intl.DateTimeFormat(document.documentElement.lang, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Paris',
  });
  return format.format(new Date(at));
}

function say(verdict: string | ReceiptVerdict, place: HTMLElement): void {
  const name = typeof verdict === 'string' ? verdict : verdict.kind === 'right' ? 'right' : verdict.problem;
  const template = document.querySelector<HTMLTemplateElement>(`#verdict-${name}`);
  if (template === null) return;
  const words = template.content.cloneNode(true);
  place.replaceChildren(words);
  if (typeof verdict === 'string' || verdict.kind === 'wrong') return;
  const { content } = verdict;
  const facts: Readonly<Record<string, string>> = {
    reference: content.reference,
    opened: stampOf(content.openedAt),
    at: stampOf(content.at),
    answers: String(content.answers),
  };
  for (const slot of place.querySelectorAll<HTMLElement>('[data-fact]')) {
    slot.textContent = facts[slot.dataset['fact'] ?? ''] ?? '';
  }
  for (const line of place.querySelectorAll<HTMLElement>('[data-closed]')) {
    line.hidden = line.dataset['closed'] !== String(content.closed);
  }
}

function start(): void {
  const form = document.querySelector<HTMLFormElement>('#verifier');
  const copy = document.querySelector<HTMLInputElement>('#copy');
  const receipt = document.querySelector<HTMLInputElement>('#receipt');
  const place = document.querySelector<HTMLElement>('#verdict');
  if (form === null || copy === null || receipt === null || place === null) return;
  const keys = publishedKeys(form.dataset['keys'] ?? '[]');
  // Until here the page says that it needs a script: also where this one did not arrive.
  document.querySelector('#no-script')?.remove();
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const [copied] = copy.files ?? [];
    const [received] = receipt.files ?? [];
    if (copied === undefined || received === undefined) say('choose', place);
    else void judge(copied, received, keys).then((verdict) => say(verdict, place));
  });
}

start();
