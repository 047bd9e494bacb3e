/**
 * From what people type to plain words: no case, accents or doubled letters; SMS spellings, glued words and
 * digits for letters written out. Deterministic and linear in the length of the text.
 */

/** How people write on a telephone, written out. Words are unaccented, as `normalise` leaves them. */
const SHORTHAND = `jve:je vais|jv:je vais|jvais:je vais|jvai:je vais|jvas:je vais|jvous:je vous|jme:je me|jm:je me|mfr:me faire|mfaire:me faire|mfr:me faire
jsui:je suis|jsuis:je suis|chui:je suis|chuis:je suis|jss:je suis|jai:j ai|jen:j en|jarive:j arrive|jatend:j attend|narive:n arrive|narivent:n arrivent
jentends:j entends|jentend:j entends|jenten:j entends|g:j ai|gt:j etais|c:c est|cest:c est|cet:c est|ct:c etait|ya:y a|yavait:y avait|yora:y aura|ia:y a|ki:qui|ke:que|koi:quoi
kelkun:quelqun|kelk1:quelqun|qq1:quelqun|qqun:quelqun|qqn:quelqun|quelquun:quelqun|kelqun:quelqun|quelcun:quelqun|qelqun:quelqun|kkun:quelqun|kk1:quelqun|qlq1:quelqun|sum1:someone|some1:someone|sm1:someone|sumone:someone
mnt:maintenant|mtn:maintenant|mtnt:maintenant|mtenant:maintenant|mintenant:maintenant|maintnant:maintenant|now:now|rn:right now|atm:right now|plz:please|pls:please|pliz:please|thx:merci|svp:s il vous plait|stp:s il te plait
daide:d aide|laide:l aide|alaide:a l aide|daidé:d aide|aled:a l aide|alède:a l aide|durgence:d urgence|lurgence:l urgence|ossecour:au secours|osecour:au secours|ossecours:au secours|osecours:au secours|ausecours:au secours|ausecour:au secours|oskour:au secours|secour:secours|skour:secours
dan:dans|ds:dans|lescalier:l escalier|larmoire:l armoire|lecole:l ecole|lapart:l appart|limmeuble:l immeuble|tro:trop|plin:plein|pri:pris|fo:faut|ns:nous|vs:vous|pr:pour|pcq:parce|tt:tout|tjr:toujours|tjrs:toujours|tjs:toujours|bcp:beaucoup|qd:quand|kan:quand|pk:pourquoi|rdv:rendez vous|dsl:desole|msg:message|tel:telephone|gars:gars
setouf:s etouffe|setoufe:s etouffe|metouf:m etouffe|metoufe:m etouffe|metrangle:m etrangle|magrese:m agresse|mataque:m attaque|mfrap:me frappe|mfrape:me frappe|mtape:me tape|msuit:me suit|mtue:me tue|mtuer:me tuer|veu:veut|peu:peut|fai:fait|vien:vient|revien:revient|jte:je te|sest:s est|dotage:d otage|dotages:d otages|maide:m aide|maider:m aider|menferme:m enferme|datake:d attaque|larme:l arme
im:i am|ive:i have|hes:he is|shes:she is|theyre:they are|theres:there is|weve:we have|youre:you are|its:it is|thats:that is|whos:who is|u:you|r:are|ur:your|y:y|gona:gonna|gna:gonna|gunna:gonna|goin:going|wana:wanna|tryna:trying|tryin:trying|hlp:help|halp:help|helpp:help|elp:help|wont:will not|dont:do not|cant:can not|canot:can not|isnt:is not|arent:are not|doesnt:does not|didnt:did not|wasnt:was not|wouldnt:would not|couldnt:could not|havent:have not|hasnt:has not|neednt:need not
kms:kill myself|kys:kill yourself|sos:sos|wiv:with|w:with|ppl:people|pple:people|abt:about|bc:because|cuz:because|coz:because|ima:i am going|imma:i am going|frm:from|omg:please|medoc:medocs|gendarmerie:gendarmerie|a8:autoroute|bf:boyfriend|gf:girlfriend|bb:bebe|plu:plus|lotre:l autre|dla:de la|dlarme:de l arme|deriere:derriere|jetouf:j etouffe|jetoufe:j etouffe|jpeu:je peux|jpe:je peux|jpeut:je peux|jpeux:je peux|jveu:je veux|jve:je vais|jveux:je veux|jveut:je veux|mapel:m appelle|fote:faute|lui:lui|qun:quelqun|parle:parle|tabase:tabasse|kidnape:kidnappe|coutau:couteau|couto:couteau|kouto:couteau|cuto:couteau|kuto:couteau|gun:gun|shoting:shooting|bleding:bleeding`;

/** Words whose doubled letters matter not: `appeler` and `apeler` are one. */
export function squeeze(word: string): string {
  return word.replace(/(.)\1+/gu, '$1');
}

const WRITTEN_OUT: ReadonlyMap<string, readonly string[]> = new Map(
  SHORTHAND.split(/[|\n]/).map((pair) => {
    const [short = '', long = ''] = pair.split(':');
    return [squeeze(short.normalize('NFD').replace(/\p{M}/gu, '')), long.split(' ').map(squeeze)] as const;
  }),
);

const LEET: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  '@': 'a',
  $: 's',
};

export type Token = {
  readonly word: string;
  /** Which sentence it stands in, from 0. */
  readonly sentence: number;
  /** Which part of a sentence between commas, from 0 over the whole text. */
  readonly clause: number;
};

function unleet(word: string): string {
  if (!/[0-9@$]/.test(word) || !/[a-z]/.test(word)) return word;
  // "17h30", "3e", "12ans" are numbers with a unit, not words in disguise.
  if (/^\d+[a-z]/.test(word) || /^[a-z]\d+$/.test(word)) return word;
  return word.replace(/[013457@$]/g, (character) => LEET[character] ?? character);
}

const PICTURES: readonly (readonly [RegExp, string])[] = [
  [/🆘/gu, ' sos '],
  [/🔪|🗡️?/gu, ' couteau '],
  [/🔫/gu, ' pistolet '],
];

/** The words of a text, in order, each with the sentence and the clause it stands in. */
export function tokenise(text: string): Token[] {
  let plain = text.toLowerCase();
  for (const [picture, word] of PICTURES) plain = plain.replace(picture, word);
  plain = plain
    .replace(/n[’'`´]t(?![a-z])/gu, ' not')
    .replace(/œ/gu, 'oe')
    .replace(/(^|[^\p{L}])là(?!\p{L})/gu, '$1ici')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/\bca not\b/g, 'can not')
    .replace(/\bwo not\b/g, 'will not');

  const tokens: Token[] = [];
  let sentence = 0;
  let clause = 0;
  for (const [piece] of plain.matchAll(/[a-z0-9@$]+|[.!?;…\n]+|[,:()«»"–—]+/gu)) {
    if (/[.!?;…\n]/.test(piece)) {
      sentence += 1;
      clause += 1;
    } else if (/[a-z0-9@$]/.test(piece)) {
      const digits = /^\d+([a-z]{2,})$/.exec(piece);
      const word = squeeze(unleet(digits?.[1] ?? piece));
      if (digits) tokens.push({ word: '0', sentence, clause });
      const exact = /^\d+$/.test(piece)
        ? [piece]
        : (WRITTEN_OUT.get(squeeze(piece)) ?? WRITTEN_OUT.get(word) ?? [word]);
      for (const part of exact) tokens.push({ word: part, sentence, clause });
    } else clause += 1;
  }
  return tokens;
}

/** How a word sounds, roughly, to a French ear: `couto`, `cuteau` and `kouteau` come close together. */
export function sound(word: string): string {
  return squeeze(
    word
      .replace(/eau|au/g, 'o')
      .replace(/ou/g, 'u')
      .replace(/oi/g, 'wa')
      .replace(/ph/g, 'f')
      .replace(/ch/g, 'x')
      .replace(/qu?|ck/g, 'k')
      .replace(/c(?=[eiy])/g, 's')
      .replace(/c/g, 'k')
      .replace(/[ae]i|ay/g, 'e')
      .replace(/[ea][nm](?=[^aeiou]|$)/g, 'an')
      .replace(/y/g, 'i')
      .replace(/z/g, 's')
      .replace(/h/g, '')
      .replace(/(er|es|et|ent|e)$/, 'e')
      .replace(/[stxd]$/, ''),
  );
}
