/** What takes the danger out of a sentence: denial, the past, a supposition, a film, habit, a screen between. */
export const GUARDS = {
  /** Another day: nothing finished counts any more, anywhere in the message. */
  past: `hier|yesterday
    y ~1 a ~2 an|ans|annee|annees|mois|semaine|semaines|jours|jour|longtemps
    an|ans|annee|mois|semaine|semaines|jours|week|nuit|samedi|ete|hiver|noel|fois|mars|end|ends|lundi|mardi|mercredi|jeudi|vendredi|dimanche|juin dernier|derniere|passe|passee|avant
    last ~1 week|month|year|night|weekend|summer|winter|time|monday|tuesday|wednesday|thursday|friday|saturday|sunday|spring|autumn|christmas|january|february|march|april|june|july|august|september|october|november|december
    NUM|few|many|several|couple|some ~1 years|year|months|month|weeks|week|days|day|ans ago
    years|months|weeks|days|long ago
    used to
    when ~1 i|we was|were
    quand j|nous etais|etait|etions
    autrefois|jadis|enfance|childhood|epoque|previously|formerly|anciennement
    en|in|since|depuis|of|de YEAR
    ^ avant|before
    date de
    condamne|condamnee|convicted|sentenced|prison|jail
    pendant|during|while|durant ~3 vacances|holiday|holidays|absence|away|vacation|travail|work|guerre|war
    autre jour
    other day
    was|were|when ~4 NUM $
    a|etais ~1 NUM ans !et
    etais|was ~2 petit|petite|jeune|child|kid|young|enfant|young|teenager
    en|in|since|depuis|mars|de|of janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|january|february|march|april|june|july|august|september|october|november|december
    separe|separes|separee|divorce|divorced|divorcee|divorces|split ~3 depuis|since|fini|finished|up|now|maintenant
    tout ~1 va ~1 bien
    back home ~2 safe
    trop tard
    too late
    years|ans ~1 ago|plus_tard`,
  /** Earlier on: what is finished by itself no longer counts, unless it goes on. */
  earlier: `ce|this matin|morning|afternoon|apres
    lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday
    hours|heures|hour|heure ago
    y ~1 a ~2 heures|heure
    cette nuit
    was|etait|were !followed|attacked`,
  /** It is happening, or not over. */
  now: `maintenant|actuellement|now|currently|urgent|vite|immediatement|minute|minutes|secondes|seconds
    tout ~1 de suite
    ce moment
    en train de
    the moment
    right now
    just
    vient|viens|viennent|venons de|d
    a l instant
    au secours
    HELP ME
    please help|come|hurry
    saigne|bleeding|blood|sang
    FEAR !de_|d_
    revient|revien|coming|arrive|approche|returning
    still|encore ~3 la|here|ici|dehors|outside
    ici $
    HIDE
    venez`,
  habit: `souvent|parfois|regulierement|toujours|habituellement|sometimes|often|usually|regularly|lately|generalement|frequemment|weekends
    temps en temps
    tous|toutes les jours|soirs|nuits|matins|semaines|week|mois|fois|dimanches|samedis
    chaque|every jour|soir|nuit|semaine|week|end|day|night|evening|morning|time|fois|dimanche|weekend|mois
    depuis|for|since ~3 ans|annees|mois|semaines|years|months|weeks|longtemps|rentree|ages|toujours|an|year
    fait ~2 annees|ans|mois
    quand il|elle ~1 boit|bu|rentre|est_ivre
    when he|she ~1 drinks|drunk|gets
    des fois
    le dimanche|week|weekend
    at work
    au travail|boulot`,
  /** If, suppose, in case of: what follows is imagined. */
  supposed: `si !vous|tu_|te|HELP
    s il|ils !vous|te
    if !you_
    au cas
    en|in cas|case
    suppos*|imaginons|imagine|imaginez|suppose|supposing
    would ~2 it|be
    should ~2 i|we call
    in case
    when|quand should|do|faut|peut|appeler|on appelle_
    que ~1 se passe
    what happens`,
  /** A question about the world in general. */
  asked: `comment !faire|faites
    how ~1 do|to|can|does|long|should|would|many
    what ~1 is|are|s ~2 penalty|law|number|signs|rules|age|difference|definition|procedure|punishment|time
    quel|quelle|quels|quelles ~4 peine|peines|est|sont|delai|numero|regle|regles|signes|heure|cas|loi|armes|difference|moment|age
    is|est ~1 it|ce ~3 illegal|legal|allowed|interdit|trop|late|autorise|possible
    can i|a|we|anyone
    could i
    puis|peut|ai|pouvons je|on|nous
    que risque*|risk
    ou|where ~1 trouver|puis|can|could|find|do|is|est|pourrais|rendre
    qui|who ~2 appeler|contacter|call|contact|ask
    qui appeler
    droit|right ~1 de|d|to
    a quoi
    a partir de
    existe
    faut il
    quand ~1 passe
    when should|can|do|does
    do you|we ~1 offer|have|know|need|use`,
  /** Told, played, learnt: not lived. */
  story: `film|films|movie|movies|serie|roman|romans|novel|livre|expose|zombie|zombies|chanson|song|documentaire|documentary|exercice|drill|exercise|statisti*|scenario|podcast|jouet|jouets|airsoft|nerf|factice|factices|fausse|fausses|fake|replica|toy|training|formation|story|fiction|videogame|simulation
    court metrage
    jeu|game|jeux ~2 video|ou|where|chat|online|tuer|kill
    dans|in ~1 jeu|game
    joue|plays|playing|jouer ~2 jeu|game|gta|fortnite
    reve|revais|cauchemar|dream|dreamt|dreamed|nightmare
    lu|read|vu|saw|seen|watched ~3 journal|news|paper|tele|tv|internet|newspaper|facebook|film|movie|article
    tele|tv|television ~3 parl*|fusillade
    news|journal ~3 a|that
    etudie|study|studying|etudiant|etudiante|travaille|memoire|recherche ~4 violence|violences|suicide|attentats|attacks|sur
    paper|school_paper|essay|dissertation|these ~3 on|about|sur
    patron|boss|vire|work|collegue|associe ~8 dos|back
    dos|back ~4 work|travail|boulot|associe|office|boss
    prevention ~2 suicide
    peinture|paint|tagu*|tag ~5 bombe|bomb
    bombe ~2 peinture|bain|lacrymo|lacrymogene|insecticide
    like|comme ~1 film|movie
    mort|mourir|meurs ~1 rire|faim|soif|envie|froid|chaud|honte|fatigue|ennui
    dying|die ~1 to|of|for ~2 know|see|laughing|laughter|hunger|curiosity|hear|go|find`,
  /** On a screen, not at the door. */
  online: `internet|facebook|instagram|insta|snapchat|snap|tiktok|twitter|telegram|discord|linkedin|messenger|gmail|hacker|pirate|pirater|hacked|pirate|paypal|bitcoin|crypto|youtube|onlyfans|tinder|vinted|leboncoin|abonne|abonnes|follower|followers|pseudo|reseaux|whatsapp|mails|mail|email|emails|courriel
    en ligne
    online
    compte|account|accounts|comptes|ordinateur|computer|wifi|cloud|password|site|website
    sms|texto|textos|texting ~3 depuis|menac*|insult*|insultes|insults
    par sms|texto|message|telephone|courrier|lettre`,
  /** A matter of papers. */
  papers: `plainte|complaint|complaints|porter_plainte|formulaire|form|forms|rendez|appointment|passeport|passport|attestation|temoigner|statement|declarer|declare|declaration|permis|licence|license|licensed|chasse|hunting|collection|collectionneur|association|assurance|insurance|constat|concours|renseignement|demarche|demarches|procuration|regle|regles|rules|legal|legale|illegal|heritage|herite|inherited|attic|grenier|vendre|sell|selling|acheter|buy|acheterais|signaler|report|indemnisation|tribunal|avocat|lawyer|law|loi|peine|penalty|certificat|conseil|conseils|advice|information|informations|question|procedure|suisse|swiss|trouve|found_|tir_sportif|club|musee|museum|officer_exam|policiers_utilis|remercier|thank|remplir|fill
    rendre|hand ~2 arme|gun|in
    mois|month ~1 prochain|next`,
  /** Whose denial takes the whole away, wherever in the sentence it stands. */
  calm: `pas|aucune|aucun|not|no|pas_d|non|without|sans ~2 urgence|urgent|emergency|danger|blesse|blesses|injured|injury|hurt|incendie|fire|feu|grave|armed|arme|armes|gun|weapon
    personne|nobody|one|aucun|noone ~3 blesse|blesses|hurt|injured|bleeding|wounded
    no|nobody|noone one|is ~2 follow*|following|hurt|injured|danger
    sans blesse|gravite
    urgence|danger|feu non|pas
    fausse|false alerte|alarm|alarme
    pas|not|jamais|never ~3 suicid*|suicidal|suicidaire|suicide
    pas|not ~2 want|veux|envie|vouloir ~1 to mourir|die
    pas|not ~2 envie|veux ~1 mourir
    rassurez
    tout va bien
    everything|all|im ~1 is ~1 fine|ok|okay
    cest|c|it|its|just|simple|juste|only|seulement ~2 question
    barbecue|bbq
    alarme|alarm ~3 exercice|drill|test|souvent|often|rien|keeps|beeping|battery
    aucun|zero danger|urgence`,
} as const;

export type GuardName = keyof typeof GUARDS;
