/** What takes the danger out of a sentence, in the same language as the rules. */
export const GUARDS = {
  /** Another day. What is finished counts no more, anywhere in the message; a bare noun not in this clause. */
  past: `
    nouvel_an; noel; quand|when j_avais|i_was; pendant|while j_etais|i_was|was|absent; week_end; termine;
    finished; used; 1 eu infarctus|avc|malaise|crise|accident;
    1 had heart_attack|stroke|seizure|accident|overdose|heart; il|y a longtemps; long time; ai_quitte;
    left_him; had STRUCK|locked|followed|been; 0 before WHO; 1 before WHO; avant WHO divorc-|fini; hier;
    yesterday; 3 il|y|ya a|y NUM|des|LONG LONG; 2 LONG|DAY|MONTH|nuit|soir|fois|end dernier-|passe|passee;
    2 last LONG|DAY|MONTH|night|time; 1 LONG ago; long_ago; used_to;
    when|quand was|were|etait|etais|etions|etaient|had; autrefois; enfance; epoque; childhood;
    1 en|in|since|depuis|de|of YEAR; 1 in|en|since|depuis|of|de|juillet MONTH; 1 NUM MONTH; date_de; condamn-;
    convict-; prison; pendant|while|durant vacances|holiday-|absence|away|travail|work|guerre|abroad|parti-;
    autre_jour; other_day; a|at|when NUM ans|i_was;
    separe-|divorc- depuis|since|fini|now|maintenant|in|before|avant; split up; back home safe; trop tard;
    too late; 0 avant; 1 new year; an passe; survived; ete|hiver|winter|summer dernier|cet|this|last`,
  /** Earlier on: what is finished counts no more, unless it goes on. */
  earlier: `
    2 ce|this matin|morning|afternoon; DAY; 3 heures|hours|heure il_y_a|ago; cette_nuit; subi`,
  /** It is happening, or is not over. */
  now: `
    quick; quickly; mnt; dedans; inside; muette; maintenant; now; actuellement; currently; vite; urgent-;
    hurry; immediat-; NUM|une minute-|second-; tout_de_suite; ce_moment; en_train; right_now; just;
    a_l_instant; 0 viens; vient|viens|viennent|venons de|d; BLEED; FEAR; HIDE; revien-; returning;
    1 arrive|arrivent|approche il|ils|elle; coming; encore|still|toujours la|here|ici|sont|is; ici; secours;
    help; venez; enceinte; pregnant; enfants_peur`,
  /** Stronger still: said even where papers are spoken of. */
  acute: `
    interdi- approch-; restrain-; BLEED; FEAR; HIDE; ici; en_train; ce_moment; right_now;
    1 il|elle|he|she|ils|they revien-|arrive|coming|back; TAKE; vient|viens de VIOL; WEAPON`,
  /** Again and again: not this minute. */
  habit: `
    souvent; parfois; regulier-; sometimes; often; usually; regularly; lately; temps_en_temps;
    tous|toutes|chaque|every jours|soirs|nuits|matins|semaine-|week|day|night|evening|time|fois|mois|soir|jour|dimanche-|nuit|end;
    depuis|for|since LONG|annees|longtemps|rentree; des annees; fait annees|ans;
    quand|when il|elle|he|she boit|drinks|bu; des_fois; le DAY|week; a_l_ecole par|regulier-|que_dois;
    temps_a_autre`,
  /** The sentence is a question. */
  question: `
    qmark`,
  supposed: `
    faut_il; should_i; 1 si il|elle|on|je|quelqun|WHO|mon|un|une|jamais|voisin|mari|kelkun|vous|ma|ils;
    s_il|s_ils|s_elle; if; cas; in_case; suppos-; imagin-; would|should we|it|i|you|one be|do|call|react;
    when|quand should|do|faut|appel-|doit; se_passe; what_happens; au_cas; a_quel_moment; dans_quel`,
  asked: `
    est_ce normal; is_it normal|ok;
    should_i; did WHO|agent|officer; sanctions; penalties; penalty; a_t_il; a_t_elle;
    est_ce grave|legal|interdit; is_it; est_ce une; peut_il; peut_elle; does_my; is_my;
    voudrais|souhaite|aimerais|souhaiterais|would_like; would like; want to know; want_to_know; looking for;
    cherche; is there anyone; anyone|anybody here|there; wonder-; est_ce que; que|quoi|what risqu-|encour-;
    1 can|could|would|may you; comment; how do|to|can|does|long|should|would|many|one;
    what|quel|quelle|quels|quelles penalty|law|number|sign-|rule-|peine-|delai|regle-|difference|heure|armes|loi|age|time|moment|cas|numero|est|is;
    what_is; is|est-ce|ce legal|illegal|allowed|interdit|autorise|possible; 1 can|could|may i|we|you|police;
    1 puis|peut|ai|pouvons|pouvez je|on|nous|vous; peut_on; puis_je; ai_je; que_risqu-;
    ou|where trouver|puis|can|find|do|rendre|is; qui|who appeler|contacter|call|contact;
    droit|right|allowed de|d|to; a_quoi; a_partir; existe; est_ce_que; is hitting illegal|allowed; do_police;
    does; do_you; qu_est; sens_de`,
  story: `
    histoire|story; infos; radio; enquete|enquetes; question sur|about; scenarist-; screenwriter; raconte|told_me; witnessed;
    personnage-; character-; thes-; these; redig-; piece|play scene|school|theatre|ecole; videos; article;
    film-; movie-; serie; series; scene; theatre piece|scene|ecole; roman-; novel-; book; livre; expose;
    zombie-; chanson; song; document-; exercice; drill; statist-; jouet-; toy; fausses; fake; prop; plastique;
    airsoft; training; formation; projet|project school|ecole; court_metrage; clip; tournage;
    jeu|game|jeux|call video|ou|where|chat|tuer|kill|duty|online; dans|in|the jeu|game|chat_game;
    joue|plays jeu|game; rev-|dream- que|someone|quelqun|i|j; nightmare;
    lu|read|vu|saw|heard|entendu|watched|parl- journal|news|paper|tele|tv|radio|internet|telegram|video; news;
    prof parle; etud-|stud- violence-|attentat-|travaille|domestic|university;
    paper|essay|memoire on|about|sur; patron|boss|work|associe-|vire dos|back; prevention;
    mort|morte|mourir|meurs rire|faim|soif|envie|fatigue|froid|chaud; dying to|know|hunger|laugh-; starving`,
  /** A manner of speaking. */
  figure: `
    this|that|these|it|those killing|kills; ca|ce|cette|ces tue|tuent; violon; violin; range arme;
    ecrase-|buried|submerg- travail|work|boulot; camera tourne-|facing|pointed|pointe-|surveillance; surveillance camera; rendre|return arme|gun;
    music|musique killing|tue; vomi-|threw_up hall|hallway; 1 bat|battre pour; se_bat pour; homework; devoirs;
    doigts exploser; ronfl-|snor- tue|killing; tombe-|tomber|dropped|drop telephone|phone;
    trop|too vite|fast voiture|roule-|drive-|car; roul-|driv- trop|too vite|fast; rats; souris;
    homeless sleep-|hall; sdf dort|hall; see_my; voir_ma; voir_mon; voir_mes; trottoir scooter-|velo-;
    scooters; postman; facteur; banquier; banker; banque frais; bank bleeding|killing|rob-; dry; ambiance;
    fusille regard; dirty_look; exam-; du_regard; dossier; mine-; megot-; butts; rouleau; profil; profile;
    musee; museum; tue|tuer|killing ennui|temps|time; tyre-|tires|pneu- slash-|creve-;
    slash- tyres|tires|my_tires|pneu-; fume|smokes|fumer|smoking cannabis|weed|joint|herbe; dead_tired;
    dead tired|battery; mort fatigue; tired; patron|boss|travail|work tue|tuer|killing|kills;
    tue|tuer|killing travail|boulot|work; atten-|waiting deliver-|livr-; bebe gun;
    shooting|tir range|club|sport-; sport shooting|tir; do_with; faire_de; summon-; convoqu-; rehears-;
    voisin|neighbour|neighbor perceuse|drill-|bricol-; poules|chickens; chapeau|hats; parking_ticket;
    suit medical-; locked|enferme- out|dehors;
    cle|cles|key|keys|chat|cat|passport|passeport|carte|card|dossier coinc-|stuck|blocked|bloqu-;
    1 WHO fument|smoke|smokes|smoking; 1 voisin|voisine|jeunes|gens fume|fument; fire_me; licenci-; expuls-;
    evict; coeur|heart saigne|bleeds|goes; demande|projet|dossier|plan tombe- eau;
    tombe-|tomber hasard|panne|malade|arnaque; by_chance; bats|battre|battons|fighting contre|against|for|pour;
    bb_gun; gun|pistolet billes|eau|water; ballon; ball; crie dessus; scam; mouche-; le|un|a bras suisse;
    told|dit wait|attendre;
    suivi|suivie|followed|suit par|by|medical- psychol-|psychi-|medecin|doctor|assistante|therap-|docteur|agression|juge;
    suis|suivre dossier|affaire|cours|formation; tape|tap-|typing clavier|keyboard|murs|machine;
    dechets|leaves|feuilles; bougie-|candle-; colis|parcel|livr-|deliver- atten-|waiting|bloqu-;
    mur|wall travaux|building_work; chaleur|froid mourir; work killing; hurts|mal reading|site;
    feu circulation|signal-; traffic_light; depression|psych-; feu rouge|vert|artifice|orange|tricolore; feux;
    fire-work-; fireworks; fired_me; 2 got|was|were|been|me|get fired; coup- main|fil|telephone|barre_; stabbed|poignard- dos|back;
    bombe peinture|lacrymo-|bain; are|is|guys the_bomb; c la_bombe; prix; compteur; budget; dettes; papera-;
    paperwork; tue|killing|killed|killer ca|shoes|bruit|joke|traffic|back|carte|feet|me_elle|heat; murder is;
    drowning|noie in|dans; sous_les_dettes; in debt; heart_attack nearly|almost|when|fine; trait; appareil;
    photo-; embouteill-; bouchon-; traffic; page; batterie|battery|telephone|phone mort|dead|died|plat|low;
    voiture|car morte|died; pneu-; tyre; tire blew|flat; appli; ordinateur; computer; website; logiciel; borne;
    hit show|song; colis|chat|cat|dog|passport|carte perdu|disparu|missing; bataill-; rent|loyer; laser|radar;
    saved|sauve vie|life`,
  online: `
    whatsapp; internet; facebook; insta; instagram; snap-; tiktok; twitter; telegram; discord; hacker; hacked;
    pirat-; bitcoin; en_ligne; online; compte-; account-; ordinateur; computer; email-; mail-; courriel;
    password; site; sites; web-; par|by sms|message|texto|text; keeps_texting; brouteur`,
  papers: `
    WEAPON grenier|attic; lycee rendez|inscription|certificat;
    trouve|found balle|arme|fusil|munition-|bullet|gun|obus;
    avocat; lawyer; cagnotte; raising money; page; rembours-; fire_certificate; certificat; reunion;
    presentation; rendez; school to_talk; intervention ecole|classe|scolaire; form; the_form; deced-; died;
    grandmother|grandfather guns|armes; press_charges; garde_a_vue; proces; interdit; forbidden;
    mailbox; boite lettres; canape; sofa; consomm-; letter; plainte-; complaint-; formulaire; forms;
    appointment; passport lost|renew|expire|appointment|where; passeport perdu|renouvel-|rendez|expire|vol-;
    lost|perdu passport|passeport; rendez|appointment passeport|passport; attestation; statement; temoigner;
    declarer|declare|declaration perte|vol|arme|fusil|accident|loss|lost|gun|rifle|theft|damage|degat-|disparition;
    a_declarer; permis; licen-; chasse; hunting; collection-; association-; insurance; assur-; constat;
    concours; renseign-; demarch-; procuration; regle-; rules; legal-; illegal;     vendre|sell|sells|vend; signaler; report; document-; tribunal; la_loi; the_law; penalty; conseil-; advice;
    info-; question; procedure; suisse; museum; musee; remerci-; thank-; remplir; fill; rendre_une; hand_in;
    next|prochain- mois|month|week|semaine; recepisse; stage; facture; numero; numeros; number; refund;
    understand; embass-; stationnement; plaque; overcharg-; description; combien; owes; doit argent; conseils;
    gratuit; free; parler femme|policiere|female|officer|quelqun; travaux; location; rapidement; fast_please;
    statistiques; reprend; serait`,
  calm: `
    pas peine; no need;
    deja|already la|here|ici; sous|under controle|control; finalement; was nothing; termine;
    it is finished|over; rien|nothing de_grave|grave|serious; inquiet-; mais|but fini|over|fine;
    now|maintenant divorc-|separe-|fini|safe|mieux|better|fine|parti; back_home; is|am|are safe;
    personne|nobody|no_one me|is|ne suit|following|frap-|menac-|hitting;
    NOT|non urgence|urgent|emergency|danger|blesse|blesses|injured|hurt|incendie|fire|feu|armed|arme|gun|weapon|grave|serious|coup_de_feu|need|besoin|menacee|attacked|bomb|bombe;
    personne|nobody|aucun|noone blesse|hurt|injured|bleeding; no_one; sans bless-; accident sans;
    fausse|false alerte|alarm; NOT|jamais|never suicid-; pas|not|jamais|never want|veux|envie die|mourir; NOT vais me_tuer;
    not want kill|die; rassur-; tout_va_bien; i_am|je|everyone|all|we fine|ok|okay|safe|bien|vais_bien;
    just|juste|only|seulement question|asking; barbecue; bbq;
    alarm- exercice|drill|test|souvent|keeps|battery|rien; petard-; parapluie|umbrella; don|do_not worry;
    worry; calme; gentil; autorise; NOT|n disparu; n_pas_disparu`,
} as const;

export type GuardName = keyof typeof GUARDS;
