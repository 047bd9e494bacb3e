export type ContactNumber = {
  readonly kind: 'call' | 'text';
  /** As people read it. */
  readonly shown: string;
  /** For `href`. */
  readonly href: string;
};

/**
 * The numbers in a platform's `phone`, as the catalogue writes it: "17", "0 805 805 817", "114 (SMS)" (a number
 * for text messages only), "3117 (SMS 31177)" (one to call, one to text).
 */
export function contactNumbers(phone: string): readonly ContactNumber[] {
  const match = /^([+\d][\d\s.]*?)\s*(?:\(SMS\s*([\d\s]*)\))?$/i.exec(phone.trim());
  const first = match?.[1];
  if (match === null || first === undefined) return [];
  const texting = match[2]?.trim();
  if (texting === undefined) return [number('call', first)];
  return texting === '' ? [number('text', first)] : [number('call', first), number('text', texting)];
}

/** One that France or another country may give: short, with its first 0, or with its country. */
const DIALLED = /^(?:tel|sms):(?:\+[1-9]\d{7,13}|0\d{9}|[1-9]\d{1,5})$/;

/** Whether a `phone` leads to numbers to dial: one that is written otherwise would be words that nobody can tap. */
export function isDialled(phone: string): boolean {
  const numbers = contactNumbers(phone);
  return numbers.length > 0 && numbers.every(({ href }) => DIALLED.test(href));
}

function number(kind: 'call' | 'text', shown: string): ContactNumber {
  const digits = shown.replace(/[^\d+]/g, '');
  return { kind, shown, href: `${kind === 'call' ? 'tel' : 'sms'}:${digits}` };
}
