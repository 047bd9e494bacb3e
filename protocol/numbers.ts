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

function number(kind: 'call' | 'text', shown: string): ContactNumber {
  const digits = shown.replace(/[^\d+]/g, '');
  return { kind, shown, href: `${kind === 'call' ? 'tel' : 'sms'}:${digits}` };
}
