/**
 * What a message is about, where a help line exists for it: offered beside the answer, never an alarm. A message may
 * tell of the past and still be owed the number: only a denial or a story takes it away.
 *
 * Patterns are on the plain words of one sentence (sentences.ts: no accents, no doubled letters); all of a row must be
 * there.
 */
import { sentencesOf } from './sentences.ts';

const CHILD =
  /\b(enfants?|bebes?|fils|files?|filetes?|garcons?|gamine?s?|gose?s?|mineure?s?|ados?|niece|child|children|kids?|sons?|daughters?|boys?|girls?|babys?|babies|ten|tenager|toddler|brother|sister|frere|soeur|neveu|petite?s?|eleves?)\b/;
const PARENT = /\b(pere|mere|papa|maman|parents|dad|mum|mom|father|mother|step\w+)\b/;
const PARTNER = /\b(mari|conjointe?|compagn(on|e)|copain|ex|husband|boyfriend|partner|wife|concubine?)\b/;
const ME = /\b(m|me|moi|nous|us)\b/;
const BEATS = /\b(frap|tape|tapait|cogn|batu?s?\b|batait|hits?\b|beat|touche)\w*/;
const PICTURES = /\b(photos?|video\w*|images?|pictures?|nudes?|intimes?)\b/;

const TOPICS = {
  missing: [
    [
      CHILD,
      /\b(disparu\w*|fug\w+|mising|introuvable|enfuie?|vanished|disapeared|kidnaped|runaway|(run|ran|runing) away)\b/,
    ],
    [/\b(disparition|enlevement|abduction)\b/, /\b(mineure?|parental\w*|child|enfant)\b/],
  ],
  suicide: [
    [
      /suicid|\bkms\b|\b(je|j|vais|veux) me tuer|\bse tuer|\b(kil|hang|hurt|harm)\w* (myself|himself|herself|yourself)|\b(envie|veux|veut|voudrais|wants?) (de |d |to )?(mourir|die|crever|en finir)|id(e|ee)?s? noires?|dark thoughts|self harm|mutil|scarif|end (my life|it al)/,
    ],
  ],
  child: [
    [CHILD, /maltrait|\babus|atouch|neglig|neglect|\bbatue?s?\b|beaten|molest|en danger|in danger/],
    [
      CHILD,
      BEATS,
      /\b(par|by|voisine?s?)\b|\b(pere|mere|papa|maman|parents|dad|mum|mom|father|mother|step\w+)\b/,
    ],
    [PARENT, ME, BEATS],
    [/maltraitance|\bincest|child (abuse|neglect)/],
  ],
  partner: [
    [
      PARTNER,
      /\b(frap|tape|tapait|cogn|gifl|bat(re|ait|u|ue)?\b|agres|insult|viol|menac|threat|hits?\b|hiting|beat|punch|slap|chok|e?trangl|strangl|control|surveil|rabais|enferm|lock|abus|harcel|force|pous|sequestr|jete|grab|kick|slam|brok|stab|push|atack)\w*/,
    ],
    [
      /violences? (conjugale|domestique|faites|sexis)|domestic (abuse|violence)|abusive relation|mariage force|forced? mariage/,
    ],
  ],
  online: [
    [/cyber ?(harcel|bul)|sextors|revenge porn|\bnudes?\b/],
    [
      /harcel|\bbul(y|ied|ying)|insult/,
      /\b(ecole|colege|lyce\w*|schol|clase?|tiktok|snap\w*|insta\w*|whatsap|discord|facebok|internet|online|en ligne|reseaux)\b/,
    ],
    [/menac|threat|chantage|blackmail|publi|difus|\bleak|\bpost(ed|ing)? (my|his|her)\b/, PICTURES],
  ],
} as const;

export type Topic = keyof typeof TOPICS;

const TOPIC_ORDER = Object.keys(TOPICS) as readonly Topic[];

const STORY =
  /\b(films?|series?|movies?|romans?|novel|livre|bok|jeux?|games?|episode|chanson|song|reve|dreamt?|article|expose|piece|play|show|minecraft|fortnite|etudiante?|student|prevention|formation|documentaire|documentary)\b/;
/** What is not known or not possible denies nothing: "je ne sais pas quoi faire, il me frappe". */
const ELSEWHERE =
  /\b(sais|peux|peut|comprends|arive|can|could|do|did|does|know) (pas|plus|not)( know)?\b|\bn en (peux|peut) plus\b/g;
const DENIAL = /\b(pas|jamais|not|never|no|aucune?)\b/;
/** These say by a denial what they are about. */
const BY_DENIAL: readonly (readonly [Topic, RegExp])[] = [
  [
    'suicide',
    /\b(plus|pas|no|not) (d |the |any )?(envie|raison|reason|want) (de |to )?(vivre|live|living)|\b(plus|pas) vivre\b|not want to (live|be alive)/,
  ],
  [
    'missing',
    /\b(enfant|fils|file|son|daughter|child)\b.*\b(pas|not|never|jamais) (encore )?(rentre\w*|come (back|home)|came (back|home)|back)\b/,
  ],
];

function topicsIn(sentence: string): readonly Topic[] {
  const byDenial = BY_DENIAL.filter(([, pattern]) => pattern.test(sentence)).map(([topic]) => topic);
  if (DENIAL.test(sentence.replace(ELSEWHERE, ''))) return byDenial;
  const said = TOPIC_ORDER.filter((topic) =>
    TOPICS[topic].some((row) => row.every((pattern) => pattern.test(sentence))),
  );
  return [...byDenial, ...said];
}

/** What a message is about, in a fixed order. */
export function topicsOf(text: string): readonly Topic[] {
  const sentences = sentencesOf(text).map((words) => words.join(' '));
  const found = new Set(sentences.filter((sentence) => !STORY.test(sentence)).flatMap(topicsIn));
  return TOPIC_ORDER.filter((topic) => found.has(topic));
}
