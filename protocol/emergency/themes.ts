/**
 * What an emergency seems to be about, for the journal: patterns on the plain words of one sentence (sentences.ts: no
 * accents, no doubled letters), which decide nothing. The order is that of the list.
 */
const THEMES = {
  help: /secour|sekour|\b(d|l)?aide|\bhelp|\bsos\b|police|\bvite\b|urgen|emergenc|venez|come now/,
  threat: /\btue|\bkil|menac|threat|crever|\bbut(er|e)\b|murder/,
  violence:
    /frap|\btap(e|ent|es|er)\b|cogn|\bbat(re|ent|ait)?\b|tabas|agres|at?taqu|atack|trangl|strangl|\bhit|punch|beat|kick|slap|chok|\brape|\braping|viol|asault|gifl|poignard|\bstab|egorg|lynch|mord/,
  weapon:
    /\bc?[ck]?ou?te?(au|o)\b|couteau|k?nife|\bgun|pistol|\barm(e|es|ed)\b|poignard|\bstab|fusil|rifle|machet|revolv|flingu|\bhache|\baxe\b|marteau|hamer|weapon|calibr|\bshot\b|\bsho[ot]/,
  'break-in':
    /cambriol|burgl|break(s|ing)? |broke in|intru|(dan|dans|in|inside) (la|ma|my|the|our) (maison|house|flat|home)|forc(e|ent|ing)\b.*\b(porte|door)|defonc|voleur|rodeu|prowl|fracas/,
  followed: /\bsuiv?\w*\b|folow|stalk|pourchas|chas(e|ing)/,
  hiding: /\bcach|\bhid|next rom|(peux?|can|cant) (not |pas )?(talk|parl)|barricad|planqu/,
  suicide:
    /suicid|me (tuer|pendre)|en finir|\bmourir|want.* di(e|ing)|kil myself|end (it|my life)|saut(er|e)\b|\bjump|pil(s|ules)|somnif|cachet|medicament|\bavale|veine|wrist|pendre|overdos|goodbye|adieu/,
  fire: /\bfeu|\bfire|\bbrul|\bburn|fume|smok|flam|incendi|explos|\bgaz\b|\bgas\b/,
  medical:
    /respir|breath|inconscien|unconsc|saign|\bsang\b|ble(d|ds|ding)\b|blod|malaise|crise|infarct|heart|coeur|evanou|faint|colaps|efondr|convul|seizur|acouch|contract|etouf|chok|alerg|overdos|dying|meurt|noy|drown|avc|stroke/,
  kidnapping:
    /enlev|kidnap|enferm|\block|retenu|holding|cofre|trunk|otage|hostage|sequestr|abduct|captiv|will\b.*against|against.*\bwil\b|took (my|our)/,
  'child-in-danger':
    /(enfant|bebe|bb|baby|child|kid|fils|file|son|daughter|garcon|gamin|petite?|toddler|boy|girl)\b.*(dispar|perdu|lost|mising|gone|seul|alone|enlev|taken|tombe|fel|lock|enferm|hot)/,
  terror: /bomb|atent|teror|foule|crowd|kamikaz|fusilad|explosi|shoting/,
  accident: /acident|crash|renvers|percut|colision|(hit|run over) by|fauch|derail|derap|ecras/,
} as const;

const NAMES = Object.keys(THEMES) as (keyof typeof THEMES)[];

/** The themes of sentences, in order; `other` where there is an emergency and no theme for it. */
export function themesOf(sentences: readonly (readonly string[])[]): readonly string[] {
  const plain = sentences.map((words) => words.join(' '));
  const found = NAMES.filter((name) => plain.some((sentence) => THEMES[name].test(sentence)));
  return found.length > 0 ? found : ['other'];
}
