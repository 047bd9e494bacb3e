/** What takes the danger out of a sentence, in the same language as the rules. */
export const GUARDS = {
  /** Another day. What is finished counts no more, anywhere in the message; a bare noun not in this clause. */
  past: `
    1 LONG ago; 2 LONG|DAY|MONTH|nuit|soir|fois|end dernier-|passe|passee; 1 NUM MONTH; ai_quitte; an passe;
    autre_jour; autrefois; 0 avant; avant WHO divorc-|fini; a|at|when NUM ans|i_was; back home safe;
    0 before WHO; 1 before WHO; childhood; condamn-; convict-; date_de; enfance;
    1 en|in|since|depuis|de|of YEAR; epoque; ete|hiver|winter|summer dernier|cet|this|last;
    1 eu infarctus|avc|malaise|crise|accident; finished; had STRUCK|locked|followed|been;
    1 had heart_attack|stroke|seizure|accident|overdose|heart; hier; il|y a longtemps;
    3 il|y|ya a|y NUM|des|LONG LONG; 1 in|en|since|depuis|of|de|juillet MONTH;
    2 last LONG|DAY|MONTH|night|time; left_him; long time; long_ago; 1 new year; noel; nouvel_an; other_day;
    pendant|while j_etais|i_was|was|absent;
    pendant|while|durant vacances|holiday-|absence|away|travail|work|guerre|abroad|parti-; prison;
    quand|when j_avais|i_was; separe-|divorc- depuis|since|fini|now|maintenant|in|before|avant; split up;
    survived; stolen|volee|vole found|retrouvee|retrouve; 1 a NUM moi; 2 once thought|tried|wanted; 2 deja pense|tente|voulu|songe; termine; too late; trop tard; used; used_to; week_end;
    when|quand was|were|etait|etais|etions|etaient|had; yesterday`,
  /** Earlier on: what is finished counts no more, unless it goes on. */
  earlier: `
    DAY; cette_nuit; 2 ce|this matin|morning|afternoon; 3 heures|hours|heure il_y_a|ago; subi`,
  /** It is happening, or is not over. */
  now: `
    BLEED; FEAR; HIDE; NUM|une minute-|second-; a_l_instant; actuellement;
    1 arrive|arrivent|approche il|ils|elle; ce_moment; coming; currently; dedans; en_train; enceinte;
    encore|still|toujours la|here|ici|sont|is; enfants_peur; help; hurry; ici; immediat-; inside; just;
    maintenant; mnt; muette; now; pregnant; quick; quickly; returning; revien-; right_now; secours;
    tout_de_suite; urgent-; venez; 0 viens; vient|viens|viennent|venons de|d; vite`,
  /** Stronger still: said even where papers are spoken of. */
  acute: `
    BLEED; FEAR; HIDE; TAKE; WEAPON; ce_moment; en_train; ici;
    1 il|elle|he|she|ils|they revien-|arrive|coming|back; interdi- approch-; restrain-; right_now;
    vient|viens de VIOL`,
  /** Again and again: not this minute. */
  habit: `
    a_l_ecole par|regulier-|que_dois; depuis|for|since LONG|annees|longtemps|rentree; des annees; des_fois;
    fait annees|ans; lately; le DAY|week; often; parfois; quand|when il|elle|he|she boit|drinks|bu;
    regularly; regulier-; sometimes; souvent; temps_a_autre; temps_en_temps;
    tous|toutes|chaque|every jours|soirs|nuits|matins|semaine-|week|day|night|evening|time|fois|mois|soir|jour|dimanche-|nuit|end;
    usually`,
  /** The sentence is a question. */
  question: `
    qmark`,
  supposed: `
    a_quel_moment; au_cas; cas; dans_quel; faut_il; if; imagin-; in_case; s_il|s_ils|s_elle; se_passe;
    should_i; 1 si il|elle|on|je|quelqun|WHO|mon|un|une|jamais|voisin|mari|kelkun|vous|ma|ils; suppos-;
    what_happens; when|quand should|do|faut|appel-|doit; would|should we|it|i|you|one be|do|call|react`,
  asked: `
    a_partir; a_quoi; a_t_elle; a_t_il; ai_je; anyone|anybody here|there; 1 can|could|may i|we|you|police;
    1 can|could|would|may you; cherche; comment; did WHO|agent|officer; do_police; do_you; does; does_my;
    droit|right|allowed de|d|to; est_ce grave|legal|interdit; est_ce normal; est_ce que; est_ce une;
    est_ce_que; existe; WHO veut|wants savoir; how do|to|can|does|long|should|would|many|one; is hitting illegal|allowed;
    is there anyone; is_it; is_it normal|ok; is_my;
    is|est-ce|ce legal|illegal|allowed|interdit|autorise|possible; looking for;
    ou|where trouver|puis|can|find|do|rendre|is; penalties; penalty; peut_elle; peut_il; peut_on; puis_je;
    1 puis|peut|ai|pouvons|pouvez je|on|nous|vous; qu_est; que_risqu-; que|quoi|what risqu-|encour-;
    qui|who appeler|contacter|call|contact; sanctions; sens_de; should_i;
    voudrais|souhaite|aimerais|souhaiterais|would_like; want to know; want_to_know; what_is;
    what|quel|quelle|quels|quelles penalty|law|number|sign-|rule-|peine-|delai|regle-|difference|heure|armes|loi|age|time|moment|cas|numero|est|is;
    wonder-; would like; must|should it|i|we be; who|qui collects|vient|takes|picks chercher|it|recup-; couvert|covered par|by; veut|wants|aimerait|demande|asks savoir|know|how|comment; 1 may|might he|she|they|one|i|we`,
  story: `
    airsoft; article; 1 la pub|publicite; 1 that|this|the|an advert|commercial; a|dans|in|on|sur gta|fortnite|minecraft|roblox|warzone|valorant|pubg|playstation|xbox;
    project|presentation|report|dissertation|podcast about|on|sur|of; book; chanson; character-; clip; court_metrage; dans|in|the jeu|game|chat_game;
    document-; drill; dying to|know|hunger|laugh-; enquete|enquetes;
    etud-|stud- violence-|attentat-|travaille|domestic|university; exercice; expose; fake; fausses; film-;
    formation; histoire|story; infos; jeu|game|jeux|call video|ou|where|chat|tuer|kill|duty|online; jouet-;
    joue|plays jeu|game; livre;
    lu|read|vu|saw|heard|entendu|watched|parl- journal|news|paper|tele|tv|radio|internet|telegram|video;
    mort|morte|mourir|meurs rire|faim|soif|envie|fatigue|froid|chaud; movie-; news; nightmare; novel-;
    paper|essay|memoire on|about|sur; patron|boss|work|associe-|vire dos|back; personnage-;
    piece|play scene|school|theatre|ecole; plastique; prevention; prof parle; projet|project school|ecole;
    prop; question sur|about; raconte|told_me; radio; redig-; rev-|dream- que|someone|quelqun|i|j; roman-;
    scenarist-; scene; screenwriter; serie; series; song; starving; statist-; theatre piece|scene|ecole;
    thes-; these; tournage; toy; training; videos; witnessed; zombie-`,
  /** The writer says that help is being called: what they answer to an officer, no cry for it. */
  calling: `
    2 i|je|j|we|on CALL; 1 i|we am|are CALL; 1 have|ai|avons called|appele;
    1 secours|pompiers|ambulance|samu|police|paramedics|firefighters sont|are|is|came|avec|with|passee`,
  /** A manner of speaking. */
  figure: `
    1 WHO fument|smoke|smokes|smoking; ambiance;
    rappeur|rapper|chanteur|chanteuse|singer|joueur|player|track|album|punchline feu|fire|killing|tue|bombe|bomb;
    feu|fire|tue|bombe ce|cet|cette rappeur|chanteur|chanteuse|joueur|album|morceau|gateau; appareil; appli; are|is|guys the_bomb;
    atten-|waiting deliver-|livr-; ball; ballon; bank bleeding|killing|rob-; banker; banque frais; banquier;
    bataill-; bats|battre|battons|fighting contre|against|for|pour;
    batterie|battery|telephone|phone mort|dead|died|plat|low; 1 bat|battre pour; bb_gun; bebe gun;
    bombe peinture|lacrymo-|bain; borne; bouchon-; bougie-|candle-; budget; butts; by_chance; c la_bombe;
    camera tourne-|facing|pointed|pointe-|surveillance; ca|ce|cette|ces tue|tuent; chaleur|froid mourir;
    chapeau|hats;
    cle|cles|key|keys|chat|cat|passport|passeport|carte|card|dossier coinc-|stuck|blocked|bloqu-;
    coeur|heart saigne|bleeds|goes; colis|chat|cat|dog|passport|carte perdu|disparu|missing;
    colis|parcel|livr-|deliver- atten-|waiting|bloqu-; compteur; computer; convoqu-;
    coup- main|fil|telephone|barre_; crie dessus; dead tired|battery; dead_tired; dechets|leaves|feuilles;
    demande|projet|dossier|plan tombe- eau; depression|psych-; dettes; devoirs; dirty_look; do_with;
    doigts exploser; dossier; drowning|noie in|dans; etouffe|croule|suffocating|drowning sous|in|under|dans pv|papiers|amendes|fines|factures|bills|dettes|debt|mails|emails|travail|work; dry; du_regard;
    ecrase-|buried|submerg- travail|work|boulot; embouteill-; evict; exam-; expuls-; facteur; faire_de;
    feu circulation|signal-; feu rouge|vert|artifice|orange|tricolore; feux; fire-work-; fire_me; fired_me;
    fireworks; fume|smokes|fumer|smoking cannabis|weed|joint|herbe; fusille regard;
    2 got|was|were|been|me|get fired; gun|pistolet billes|eau|water; heart_attack nearly|almost|when|fine;
    hit show|song; homeless sleep-|hall; homework; hurts|mal reading|site; in debt; laser|radar;
    le|un|a bras suisse; licenci-; locked|enferme- out|dehors; logiciel; megot-; mine-; mort fatigue;
    mouche-; murder is; mur|wall travaux|building_work; musee; museum; music|musique killing|tue; ordinateur;
    page; papera-; paperwork; parking_ticket; patron|boss|travail|work tue|tuer|killing|kills; photo-; pneu-;
    postman; poules|chickens; prix; profil; profile; range arme; rats; rehears-; rendre|return arme|gun;
    rent|loyer; ronfl-|snor- tue|killing; roul-|driv- trop|too vite|fast; rouleau; saved|sauve vie|life;
    scam; scooters; sdf dort|hall; se_bat pour; see_my; shooting|tir range|club|sport-;
    slash- tyres|tires|my_tires|pneu-; souris; sous_les_dettes; sport shooting|tir;
    stabbed|poignard- dos|back; suis|suivre dossier|affaire|cours|formation; suit medical-;
    suivi|suivie|followed|suit par|by|medical- psychol-|psychi-|medecin|doctor|assistante|therap-|docteur|agression|juge;
    summon-; surveillance camera; tape|tap-|typing clavier|keyboard|murs|machine;
    this|that|these|it|those killing|kills; tire blew|flat; tired; told|dit wait|attendre;
    tombe-|tomber hasard|panne|malade|arnaque; tombe-|tomber|dropped|drop telephone|phone; traffic;
    traffic_light; trait; trop|too vite|fast voiture|roule-|drive-|car; trottoir scooter-|velo-;
    tue|killing|killed|killer ca|shoes|bruit|joke|traffic|back|carte|feet|me_elle|heat;
    tue|tuer|killing ennui|temps|time; tue|tuer|killing travail|boulot|work; tyre;
    tyre-|tires|pneu- slash-|creve-; violin; violon; voir_ma; voir_mes; voir_mon;
    voisin|neighbour|neighbor perceuse|drill-|bricol-; 1 voisin|voisine|jeunes|gens fume|fument;
    voiture|car morte|died; vomi-|threw_up hall|hallway; website; work killing`,
  online: `
    account-; bitcoin; brouteur; compte-; computer; courriel; discord; email-; en_ligne; facebook; hacked;
    hacker; insta; instagram; internet; keeps_texting; mail-; online; ordinateur;
    par|by sms|message|texto|text; password; pirat-; site; sites; snap-; telegram; tiktok; twitter; web-;
    whatsapp`,
  papers: `
    WEAPON grenier|attic; a_declarer; advice; appointment; association-; assur-; attestation; avocat; vieille|vieil|old|ancienne|ww1|ww2 grenade|obus|shell|bombe|bomb|munition-;
    boite lettres; cagnotte; certificat; chasse; collection-; combien; complaint-; concours;
    conseil-; conseils; consomm-; constat; deced-;
    declarer|declare|declaration perte|vol|arme|fusil|accident|loss|lost|gun|rifle|theft|damage|degat-|disparition;
    demarch-; description; died; document-; doit argent; embass-; facture; fast_please; fill;
    fire_certificate; forbidden; form; forms; formulaire; free; garde_a_vue;
    grandmother|grandfather guns|armes; gratuit; hand_in; hunting; illegal; info-; insurance; interdit;
    intervention ecole|classe|scolaire; la_loi; lawyer; legal-; letter; licen-; location;
    lost|perdu passport|passeport; lycee rendez|inscription|certificat; mailbox; musee; museum;
    next|prochain- mois|month|week|semaine; number; numero; numeros; overcharg-; owes; page;
    2 parler femme|policiere|female|officer|quelqun; passeport perdu|renouvel-|rendez|expire|vol-;
    passport lost|renew|expire|appointment|where; penalty; permis; plainte-; plaque; presentation;
    press_charges; procedure; proces; procuration; question; raising money; rapidement; recepisse; refund;
    regle-; rembours-; remerci-; remplir; rendez; rendez|appointment passeport|passport; rendre_une;
    renseign-; report; reprend; reunion; rules; school to_talk; serait; signaler; stage; statement;
    stationnement; statistiques; suisse; temoigner; thank-; the_form; the_law; travaux; tribunal;
    trouve|found balle|arme|fusil|munition-|bullet|gun|obus; understand; vendre|sell|sells|vend`,
  calm: `
    NOT vais me_tuer; NOT|jamais|never suicid-; NOT|n disparu;
    NOT|non urgence|urgent|emergency|danger|blesse|blesses|injured|hurt|incendie|fire|feu|armed|arme|gun|weapon|grave|serious|coup_de_feu|need|besoin|menacee|attacked|bomb|bombe;
    accident sans; alarm- exercice|drill|test|souvent|keeps|battery|rien; autorise; back_home; barbecue; bbq;
    calme; deja|already la|here|ici; don|do_not worry; fausse|false alerte|alarm; finalement; gentil;
    i_am|je|everyone|all|we fine|ok|okay|safe|bien|vais_bien; inquiet-; is|am|are safe; it is finished|over;
    just|juste|only|seulement question|asking|advice|conseil|conseils|info|information; mais|but fini|over|fine; n_pas_disparu; no need; no_one;
    not want kill|die; now|maintenant divorc-|separe-|fini|safe|mieux|better|fine|parti; parapluie|umbrella;
    pas peine; pas|not|jamais|never want|veux|envie die|mourir;
    personne|nobody|aucun|noone blesse|hurt|injured|bleeding;
    personne|nobody|no_one me|is|ne suit|following|frap-|menac-|hitting; petard-; rassur-;
    rien|nothing de_grave|grave|serious; sans bless-; sous|under controle|control; termine; tout_va_bien;
    was nothing; worry`,
} as const;

export type GuardName = keyof typeof GUARDS;
