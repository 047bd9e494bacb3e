/** Faults of French typography in a text, in words. */
export function faults(text: string): string[] {
  const found: string[] = [];
  if (text.includes("'")) found.push('straight apostrophe');
  if (text.includes('"')) found.push('straight quotation mark');
  if (/[^\u202f!?][;!?]/u.test(text)) found.push('no narrow no-break space before ; ! ?');
  if (/[^\u00a0]:(?=\s|$)/u.test(text)) found.push('no no-break space before :');
  if (/«[^\u00a0]|[^\u00a0]»/u.test(text)) found.push('no no-break space inside « »');
  if (/\d \d/u.test(text)) found.push('breakable space inside a number');
  if (/ {2}| [,.]/u.test(text)) found.push('stray space');
  return found;
}
