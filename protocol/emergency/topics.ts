/**
 * What a message is about, where a help line exists for it: offered beside the answer, never an alarm. The rules
 * are written as those of rules.ts, and are as deterministic. A message may tell of the past and still be owed
 * the number: only a denial, a story or a manner of speaking takes it away.
 */
export const TOPICS = {
  missing: `
    CHILD GONE; CHILD fugue-|fugu-|runaway|ran_away; 3 disparition|enlevement CHILD|mineur|parental-;
    parental abduction; ! NOT CHILD rentr-|back; missing child|teenager|son|daughter`,
  suicide: `
    suicid-; 2 je|j|veux|vais me_tuer; se_tuer; kill-|hang|hurt myself|himself|herself; envie|veux|voudrais|want|wants mourir|die|en_finir|crever;
    idees noires; dark|suicidal thoughts; self_harm; mutil-|scarifi- SELF|CHILD; end my life|it;
    ! plus|no|pas envie|reason|raison vivre|live|living; ! NOT|plus want|veux vivre|live`,
  child: `
    CHILD maltrait-|abus-|viol-|attouch-|neglig-|danger|battu-|beaten|abused|neglected|molest-;
    4 CHILD frap-|tape|bat|hits|hit|beats|STRUCK par|by|pere|mere|father|mother|dad|mum|parents|beaupere|voisin-;
    4 pere|mere|papa|maman|beaupere|parents|dad|mum|mom|father|mother|stepdad frap-|tape|hits|beats|bat|touche ME;
    maltraitance enfant-|mineur-|CHILD; inceste-; incest; child abuse|neglect; danger CHILD`,
  partner: `
    mari|conjoint|conjointe|compagnon|copain|ex|husband|boyfriend|partner|wife|concubin VIOL|STRUCK|menac-|threaten-|LOCK|controls|controle|surveill-|rabaiss-|etrangl-;
    violence|violences|violent- conjugal-|mari|conjoint|copain|compagnon|husband|partner|boyfriend; violence|violences faites|femmes femmes|sexistes|famille;
    domestic abuse|violence; abusive husband|partner|boyfriend|relationship; forced|force mariage|marriage`,
  online: `
    cyberharcel-; cyberbull-; sextors-; revenge porn; nudes;
    harcel-|bully-|bullied|bullying|insult- ecole|college|lycee|school|classe|class|tiktok|snap-|instagram|insta|whatsapp|discord|facebook|internet|online|en_ligne|reseaux;
    menac-|threaten-|chantage|blackmail-|publi-|diffus-|leak-|post photo-|intime-|video-|nude-|images;
    chantage sexuel-|photo-|intime-`,
} as const;

export type Topic = keyof typeof TOPICS;
