/**
 * The rules, in a small language.
 *
 * A pattern is words in order. `CAPITALS` name a family of words.ts; `a|b` is either; `~` allows up to three
 * other words, `~5` up to five; `^` and `$` are the beginning and the end of a sentence; `!a|b` means the next
 * word is neither. Articles and the like (`FILLERS`) may always stand between. `{A B C}6` is all of them, in any
 * order, within six words: the order of signed languages is not that of French or English.
 *
 * A pattern never reaches over the end of a sentence.
 */

export type RuleText = {
  readonly id: string;
  /** Said of the present; not when denied, imagined, asked in general, usual or long past. */
  readonly now?: string;
  /** As `now`, but carries its own denial ("ne respire plus", "won't stop"). */
  readonly denial?: string;
  /** As `now`, but not when it happens on line. */
  readonly here?: string;
  /** A noun, a bare verb: as `here`, and not in a matter of papers ("how do I declare a rifle"). */
  readonly thing?: string;
  /** Just finished and grave by itself; not with any sign of another day, nor in a matter of papers. */
  readonly grave?: string;
  /** Finished; an emergency only if something says that it is not over ("il revient", "je saigne", "just"). */
  readonly fresh?: string;
};

export const RULES: readonly RuleText[] = [
  {
    id: 'help',
    now: `au|o|ô secours
      ^ secours|aide|aidez|help|sos $
      ^ help|aide|aider|aidez ME $|vite|please|HELP
      help|aidez ME HELP|FAST
      a l aide !de|d|pour|a
      HELP ~2 vite|quick|quickly|immediatement|immediately|asap|danger
      please|plait help ME $
      ^ HELP ME !a|pour|with|to|fill|find|understand|file|remplir|comprendre|trouver
      help me now|quick|please
      vite ~1 HELP
      need|besoin ~2 aide|help|secours ~1 FAST
      need|besoin ~1 police|ambulance|pompiers|samu|cops ~2 FAST
      need|want|veux ~1 ambulance
      need ~1 police $
      sos $
      sos sos|help|aide
      police|flics|ambulance|pompiers|samu|cops ~1 vite|maintenant|now|urgent|urgence|quick|venir|come|fast
      vite|quick|urgence ~2 police|ambulance|pompiers|samu|flics|cops
      appelez|apelez|envoyez|envoie|envoi|send ~2 POLICE
      call|appelle ~1 police|ambulance|cops|911|pompiers|samu|secours|17|112 !when|for_
      venez|viens|venir|come ~2 vite|quick|quickly|fast|now|immediatement|asap|urgence|maintenant|supplie
      please ~1 hurry|come
      hurry please
      I|WHO ~2 en|in danger
      am|suis ~1 danger
      danger ME|mort|immediat|immediate|now|maintenant|aider|help|vite
      ME danger
      vie|life|lives ~2 danger|menace
      c|this|it est|s|is ~1 urgence|emergency !de|numero|line
      emergency emergency
      urgence|emergency ~1 FAST|HELP
      urgent|urgence ~1 danger|HELP
      aide urgent|urgente|urgence
      supplie`,
    denial: `pas|not ~2 mourir|die ~ HELP`,
  },
  {
    id: 'death-threat',
    here: `WANT ~2 ME ~1 KILL|finir|saigner|descendre
      WANT ~1 faire tuer|buter|tabasser|defoncer|crever|massacrer
      WANT ~2 KILL|murder ~1 ME|him|her|them|WHO|tous|everyone|us|all
      WANT|will|to kill|murder ~1 ME|him|her|them|WHO|us|all|everyone
      faire ~1 peau
      vouloir tuer ME|WHO
      WANT ~2 HITBASE ~1 ME|him|her|WHO
      WANT ~2 le|la|l|les|ME tuer|HIT|buter
      WANT ~2 HIT ~1 ME|WHO|lui|elle
      menace ~3 couteau|arme|fusil|pistolet
      menace ~2 mort ~3 devant|porte|la|maison
      WHO|I ~1 am|is|are|vais|va|vont|allons|going ~2 DIE !rire|faim|soif|to_
      WHO !HAVE ~1 menace|menacent|menacer|threatening ME|WHO|passants ~3 devant|porte|WEAPON|maintenant|now
      peur|fear|scared|afraid|frightened ~3 vie|life|lives`,
  },
  {
    id: 'violence',
    here: `ME|se|s|nous HIT
      ME|se|s|nous fais|fait|faisons|font|faire ~1 HIT
      WHO ~2 HIT ~2 ME|WHO|CHILD
      HIT ~1 WHO|ME
      train|cours ~1 de ~2 HIT
      HITING ~2 ME|WHO|him|her|them|CHILD|passants|us|passengers|each
      HITS ~1 ME|WHO|him|her
      being|getting ~1 HITTED
      am|is|are|are ~1 being ~1 HITTED
      am|is|m getting HITTED
      keep|keeps ~1 HITING
      WHO HITBASE|HITTED ~1 ME|WHO|woman|him|her ~1 now|maintenant
      WHO HITBASE ME|woman|CHILD|WHO
      menace|menacent|threatening|threatens ~2 HIT|HITBASE|KILL
      casse|cassent|casser|smashing|breaking|destroying|pete tout|everything|stuff|things|plates
      leve ~1 main sur
      hands|mains|main ~3 throat|neck|cou|gorge
      WEAPON ~3 throat|neck|cou|gorge
      tire|pulling|drags|traine ~3 cheveux|hair
      bagarre|baston|rixe|fight|brawl ~4 cours|eclate|maintenant|now|devant|bas|happening|outside|sol|floor|ground|par
      huge|big|massive fight
      se|s battent|bagarrent|tapent|battre|entretuent
      are|is|r fighting|brawling
      coups ~4 sol|terre|tete|visage|corps
      rouer|roue ~1 coups
      force|forces|forcing ~2 coucher|sex|sexe|rapport
      touche|touches|touching|groping|colle|grope ~2 ME|enfant|child|metro|bus|fesses
      ME ~3 touche|colle|tripote|pelote
      lance|lancent|throwing|jettent|jette ~5 sur|at ~2 gens|people|police|passants|nous|voiture|us
      throwing|lancent|jettent ~2 bottles|stones|rocks|pierres|mortiers|bouteilles|cocktails
      HEAR ~4 SCREAM
      scream*|screaming|hurler|hurle|crie|crier|crying|yelling ~3 help|secours|arrete|stop|aide|mal
      crier|crie|screaming|hurle ~2 beaucoup|fort ~1 maintenant|now
      arrete|stop ~4 fais|hurting ~1 mal
      WHO ~2 violent ~1 maintenant|now|drunk|getting|devient
      devient|getting|gets|becoming ~1 violent|fou|agressif|aggressive
      ivre|drunk|bourre|drogue ~2 violent|violence
      coming|come|comes ~1 at|after|for ME|us
      arrache* ~3 sac|HIT
      grabbed|holding|hold ME|us|her ~3 wont|won|will|let|not
      se|s|ME ~2 jeter|precipiter|rue|acharne sur
      HIT ~3 baby|bebe|enfant`,
    denial: `arrete|arretent ~1 pas ~2 HIT|HITING
      not|never stop ~1 HITING|hit`,
    fresh: `ME ~1 HITTED
      HITTED ~2 ME|us|WHO|him|her
      se|ME ~2 fait|faite|fais ~1 HITTED|HIT
      suis fait ~1 HITTED|HIT
      viens|vient|venons ~3 HIT|pousser|jeter|gifler|casser|HITTED|lever
      pousse|push*|pushed ~3 escalier|stairs`,
    grave: `m|ma|s|l|lui ~1 a|ont|ai|est|ete ~1 poignarde|plante|egorge|stabbed
      have|ve|has|got|was|been|ai ~2 stabbed|shot
      tire|tiree ~1 dessus
      plante|poignarde ~3 BLEED`,
  },
  {
    id: 'robbery-now',
    here: `train ~1 STEAL|voler|fracturer|forcer|casser|braquer|cambrioler
      am|are|is|we|being ~2 robbing|robbed|stealing|mugging|burgling|looting|mugged
      robbing ME|us|WHO|store|shop|bank
      stealing ~3 now
      ME braque|braquent|rackette|depouille
      braquage|hold|robbery|cambriolage|burglary|heist|robery ~2 cours|progress|maintenant|now|up
      ME ~1 fais|fait|font ~1 braquer|racketter|depouiller|voler_`,
  },
  {
    id: 'weapon',
    thing: `WHO ~1 HAVE ~3 WEAPON|BOMB
      HAVE ~1 WEAPON ~5 porte|gens|passants|people|throat|rue|WHO|masques|ici|here|main|hand
      WHO ~1 WEAPON ~4 porte|door|come|venir|vient|magasin|store|shop|street|rue|maintenant|now|maison|house|dehors|ici|here|ecole|school|train|tram|bus|metro|inside|outside
      WHO arme|armed|armes|cagoule|masque|gun|couteau|knife
      armed|arme|armes|armee ~1 WHO
      pulled|pulls|sort|sorti|brandit|waving|swinging|pointing|pointe|braque|braquer|brandishing|agite|menace ~3 WEAPON|cou
      braque ~2 WEAPON
      WEAPON ~3 pointe|pointed|pointing|braque|menace|threatening
      menace|menacent|menacer|threatening|threatens ~4 WEAPON
      promene|promener|walking|running|marche|court|courir|running|balade ~4 WEAPON
      WEAPON WEAPON
      charge|loaded|loading ~2 WEAPON
      WEAPON ~3 il est ici
      sur|at|on ~1 WHO|nous|us avec ~2 WEAPON
      attaque|attack ~2 WEAPON`,
    now: `HEAR ~3 tirs|WEAPON2|coups feu
      coups ~1 feu
      il|ca|on|quelqun|WHO tire|tirent|shooting|shoots
      tire|tirent|shooting|shoots ~2 sur|at|dans|partout|coups|everywhere|rue|people|inside
      shots fired
      there|hear ~3 gunshots|gunfire|shots|shooting
      fusillade ~3 cours|maintenant|ici|quartier|rue|devant|now
      shooter|tireur|gunman|gunmen
      someone|somebody|WHO is shooting
      WEAPON2 ~3 outside|dehors|street|rue|now|maintenant`,
    grave: `ete|fait|got|been|was|vient|viens|getting|gets|just ~1 poignarde|poignarder|stabbed|shot|abattu|egorge|egorger
      stabbed|poignarde ~3 BLEED|ground|sol|secours|help
      a|ont sorti|sortit ~1 WEAPON`,
  },
  {
    id: 'break-in',
    here: `WHO|on|ils ~3 BREAK ~2 HOME
      BREAK|forcer ~2 HOME ~2 maintenant|now|moment|cours|right
      on|ils|they|he|WHO BREAK ~2 HOME
      breaking in|into !account|facebook|phone|computer|email|car
      breaking ~1 into ~2 HOME
      is|are|trying|to ~1 break|force|get ~1 in|into|lock ~2 HOME|now|right|$
      trying|tries|essaie|essaye|essaient|essayent|tente|veut|train|cherche|veulent|want|wants ~2 entrer|rentrer|ouvrir|forcer|penetrer|enter|get_ ~2 HOME|chez|$
      trying ~1 get in !touch|to|my
      trying ~3 HOME !online
      WHO|THIEF|there ~2 in|inside|dans|chez ~1 HOME|me|moi|us|nous !account
      THIEF ~1 HOME ~2 maintenant|now|cacher|ici|here|moi
      THIEF ~1 ENTER ~2 HOME
      WHO ~1 inconnu|unknown|stranger ~2 ENTER ~2 HOME|room
      THIEF ~2 dans|in|inside|est|downstairs|upstairs|bas ~2 HOME
      y a ~2 quelqun|WHO ~2 dans|chez|in|bas|derriere ~1 HOME|moi|nous|$
      quelqun|someone|somebody|WHO ~2 bas|downstairs|upstairs|inside|etage
      HEAR ~3 pas|footsteps|steps|bruit|noise|noises|someone|quelqun ~2 bas|downstairs|upstairs|inside|maison|house|etage|grenier|cave|stairs|escalier
      WHO ~2 escalade|escaladent|climbing|climb|climbs ~3 HOME
      they|ils|he|il ~2 inside $|house|now
      WHO ~2 tourne|gratte|crochete|force ~2 poignee|serrure|porte|verrou
      tape|tapent|frappe|tambourine|banging|kicking|pounding|cogne ~4 porte|door|window|fenetre|vitre
      WHO|THIEF ~2 ENTER ~2 fenetre|window
      camera ~4 WHO ~3 HOME`,
    denial: `refuse ~1 sortir|partir ~3 HOME
      WHO ~3 HOME ~2 refuse|wont|not ~1 sortir|partir|leave`,
    fresh: `est|sont|a|ont|WHO ~1 entre|entres|rentre|rentres|entree|broke|introduit|broken|forced|casse ~3 HOME|in|into
      entendu|heard|entends|hear ~3 vitre|window|porte|door|glass|verre
      vient|viens|viennent|just ~2 casser|briser|forcer|entrer|broke|smashed|entre|walked ~2 HOME|in`,
  },
  {
    id: 'suicide',
    now: `WANT ~2 SELF ~1 tuer|suicide|suicider|pendre|jeter|flinguer|buter|foutre|tirer|ouvrir|tailler|noyer|immoler|faire_|supprimer|butter|crever
      SELF tuer|suicider|pendre|suicide|immoler|supprimer $|ce|vite|now|ici|maintenant|tout|devant
      veux|veut|vouloir|voudrais|voulait|want|wants|wanna ~1 mourir|die|crever|dead
      envie|envies|want|wants ~1 ~1 mourir|die|crever|finir|end|disparaitre !rire
      WANT|envie|vouloir|decided|decide ~2 en finir
      WANT|going|will ~1 end ~1 it|life|my|things|everything
      kill|killing|hang|shoot|hurt|cut ~1 myself|himself|herself|themself|yourself|themselves
      WANT|about|ready|threatening|menace|pret|prete ~2 jump|sauter|jeter|suicide|suicider
      vouloir sauter|mourir|suicide
      pont|toit|rebord|fenetre|balcon|roof|bridge|ledge|window|falaise|cliff|rail|rails|voie ~4 sauter|jeter|jump|saute|se_
      sauter|jeter|jump|jumping ~3 pont|toit|train|metro|fenetre|balcon|vide|bridge|roof|window|rails|voie|bas|off|falaise
      WHO|I ~3 sur|on|standing ~2 rebord|ledge|toit|roof|parapet
      suis|am|m ~1 sur|on ~1 toit|roof|pont|bridge|rails
      foutre|fous ~2 air
      tirer ~1 balle
      tentative ~1 suicide
      en train ~1 suicider
      message|lettre|letter|note|text|sms ~2 adieu|goodbye|farewell|suicide
      adieu|goodbye ~2 saute|tous|all|monde|everyone|world|$
      laisse|left ~1 lettre|letter|note ~5 partie|parti|arme|fusil|corde|gone|gun
      have|ai|devant|avec ~3 corde|rope|noose|PILLS ~2 devant|front|hand|main|ready|prete|$
      corde|rope|noose ~2 cou|neck
      veines|wrists|poignets
      enferme|enfermee|locked|s_ ~5 avec|with ~2 lame|rasoir|razor|couteau|knife|blade|pills|medicaments|corde
      cutting|scarifie|taillade|mutile|tailade|cut ~1 myself|bras|arms|wrists|himself|herself|veines
      serai|will ~2 plus|gone|dead ~1 la|la_|ici|demain|soon|tomorrow`,
    denial: `plus|not|t ~2 envie|want|wanna|veux|veut|wants ~2 vivre|live|alive|exister
      plus|not ~1 vivre|here_ ~2 corde|rope|PILLS
      no|not|plus|rien ~3 reason|raison ~2 live|vivre
      can|peux|en ~2 plus|not|anymore ~6 adieu|goodbye|finir|mourir|die|suicide
      personne|nobody ~2 manquer*|manquera|miss`,
    grave: `pris|prise|avale|took|swallowed|taken|ingere|gobe|avaler|prendre|prend|drank ~4 PILLS
      pendu|pendue|hanged|hung ~2 SELF|$|found|retrouve
      SELF hanged|hung|pendu
      ouvert|coupe|taillade|cut|slit ~3 veines|wrists|poignets|bras|wrist`,
  },
  {
    id: 'fire',
    now: `^ feu|fire feu|fire|vite|help
      il ~1 y ~1 a|avait ~1 feu !rouge|vert|artifice
      a ~1 feu|incendie ~2 dans|chez|au|immeuble|maison|cuisine|batiment|appart|foret|ecole
      au feu !rouge|vert|tricolore
      there ~2 fire !alarm|drill|station|exit|extinguisher|department|truck
      is|s on fire
      on fire
      HOME|VEHICLE|building|foret|forest|batiment|ecole|school|camping|kitchen|hotel|magasin|toit|roof|usine|poubelle|poubelles|arbre|champ|bois ~3 BURN
      BURN ~2 HOME|VEHICLE|building|foret|forest|batiment|ecole|cuisine|dans
      ca|tout|c BURN
      incendie ~4 cours|immeuble|batiment|foret|maison|dans|chez|devant|maintenant|parking|hotel|avance|close
      fire ~3 building|close|house|kitchen|spreading|inside|kids|apartment|hotel|school|now|room|floor|getting
      flames|flammes ~4 sortent|coming|out|fenetre|window|devant|HOME|partout|everywhere
      en flammes|feu !de
      fumee|smoke ~4 partout|everywhere|porte|door|escalier|stairs|noire|black|out|appart|plein|coming|peux
      fumee|smoke ~6 sortir|coince|coinces|bloque|bloques|trapped|breathe|respirer
      mis|mettre|set|setting ~1 feu|fire ~2 !in
      setting|put_ ~2 fire to
      FIRE ~2 people|gens|kids|enfants|inside|dedans
      smell|smells|odeur|sent|sens ~3 gaz|gas|burning|brule
      fuite|leak|leaking ~2 gaz|gas
      gas|gaz ~1 leak|leaking|fuite|partout
      explosion ~3 blesses|hurt|people|gens|rue|now|maintenant|immeuble|building|metro|gaz|gas|people|outside|dehors|street
      there ~3 explosion
      a ~1 explose`,
  },
  {
    id: 'medical',
    now: `WHO|I|je|ca|me|s ~2 COLLAPSE !total_
      is|est|suis|am|was_ ~1 unconscious|inconscient|inconsciente|unresponsive
      perd*|lost|perdu|losing ~1 connaissance|consciousness
      perd|losing|lost ~3 sang|blood
      passed|passing|pass out
      tombe* ~1 pomme|pommes
      heart attack
      crise|arret|attaque ~1 cardiaque
      fais|fait|faire|faisons|having|has|have ~2 infarctus|avc|stroke|overdose|malaise|crise|seizure|convulsions|oedeme|surdose|arret
      having|has|is|in ~1 stroke|seizure|labour|labor
      s|se|m|ME ~1 etouffe|etouffer|noie|noyer|etouf
      WHO|I|CHILD ~2 choking|drowning|noie|suffocating|convulsing|convulse|overdosing|suffoque
      overdose ~2 vite|help|secours|now|maintenant|quick
      WHO|I ~1 overdose|overdosed|od_
      saigne|saignent|bleeding|saigner ~3 beaucoup|tete|badly|head|lot|partout|everywhere|visage|heavily|stop|nez_|arrete|gorge|ventre|neck
      I|je|am|il|elle|he|she ~2 saigne|bleeding !nez
      sang|blood ~2 partout|everywhere|enormement|beaucoup|sol|floor
      blood everywhere
      douleur|pain|mal ~4 poitrine|chest|coeur
      chest ~1 pain|pains
      accouche|accoucher|labour|labor|giving_birth ~4 voiture|taxi|maintenant|now|car|vite|seule|ici|maison|home
      waters broke
      perdu ~1 eaux
      gravement|grievement|badly|seriously|severely|grave ~1 blesse|hurt|injured|blessee|burned|brule
      WHO|ils|someone|gens|people|child ~2 noie|drowning|noyer
      tombe|tombee|fell|fallen|chute|falls ~5 bouge|moving|wake|reveille|reveiller|sol|inconscient|balcon|toit|echafaudage|scaffolding|roof|ladder|echelle|etage|fenetre|window|window
      GROUND ~5 bouge|moving|reagit|reveille|inconscient|unconscious|responding|blood|sang|respire|bleu|blue
      effondre|collapsed ~3 rue|street|floor|sol|terre
      tout|all|turning|is|hes ~1 bleu|bleue|blue ~2 !sky
      drogue|drugged|spiked ~3 drink|verre|boisson|ME
      mis|put ~3 dans|in ~1 verre|drink
      empoisonne|poisoned
      gonfle|swelling|swollen ~4 respir*|respirer|breathe|gorge|throat
      jambe|bras|leg|arm ~3 casse|cassee|arrache|broken|os|bone|coupe|off
      allergi* ~4 respirer|breathe|gonfle|severe|grave
      sens|feel ~1 partir|fading
      chest|poitrine ~5 bras|arm`,
    denial: `respir*|respire|bouge|reveille|reagit|parle|repond ~1 plus|pas|rien|mal|difficilement !telephone|mail|message|question|messages|appels
      NOTALIVE ~1 plus|pas ~4 terre|sol|vois|bouge|respire|inconscient|allonge
      pas|not|arrive|narrive|plus|isn|can|cannot ~3 respirer|respire|reveiller|breathe|breathing|bouger_|wake|moving|responding|respirer|react|reacting
      arrive|peux|peut ~2 respirer
      reveille* ~1 pas|plus
      CHILD|papa|maman|pere|mere|mom|dad|grandma|mum|WHO ~4 pas|not ~1 reveiller|reveille|wake|respire|breathe|bouge|move|waking
      tombe|tombee|fall|fell|fallen ~3 pas|not|plus
      not ~1 breathing|responding|moving|waking|responsive
      will|does|did not ~1 wake|respond|breathe|move
      feel|sens ~2 arm|bras|leg|legs ~1 plus|anymore|not
      stop|stopped ~1 breathing|moving|responding`,
    grave: `avale|bu|drank|swallowed|drunk|ingere|avaler|mange|ate|eaten ~4 javel|bleach|poison|produit|pile|batterie|detergent|acide|acid|champignon|battery|piles|lessive|essence|petrol
      a|as|ai|ont|had|has|did ~1 fait ~1 malaise|infarctus|avc|crise|overdose
      effondre|effondree|collapsed|fainted|evanoui|evanouie`,
  },
  {
    id: 'kidnapping',
    now: `suis|am|est|is|are|sommes|being|been ~2 sequestre|sequestree|kidnappe|kidnappee|kidnapped|ligote|ligotee|tied|prisonniere|prisonnier|captive|hostage|abducted|chained|attache|attachee
      ME ~2 sequestre|sequestrent|enferme|enferment|retient|retiennent|kidnappe|ligote|enleve
      WHO ~1 retient|retiennent|sequestre|enferme|ligote|enlever_ ~2 WHO|ME
      held|holding|hold|kept|keeping|garde|gardent|retenue|retenu ~4 against|will|gre|hostage|captive|enfermes|enferme|enfermee|prisoner|prisonniere|locked
      locked|locks|lock|locking ~1 ME|us|her ~1 in|inside|up|at|out_
      am|is|are|re ~1 locked ~1 in|inside|now|up|here
      enferme|enfermee|enfermes ~3 cles|clef|clefs|keys|telephone|sortir|cave|coffre
      prise|prises|prend|preneur|situation ~1 otage|otages|hostage
      hostage|hostages|otages ~2 situation|inside|bank|banque|now|ici|maintenant
      taken|taking|pris|prendre ~1 hostage|hostages|otages|otage
      en|dans|in ~1 coffre|trunk|boot ~2 voiture|car|$
      tape|tapping|cogne|knocking ~5 coffre|trunk|vitre|window ~3 voiture|car
      demandent|demande|asking|want ~1 rancon|ransom
      WHO ~2 take|taking|takes|prend|prendre|emmene|emmener|embarque|tire|traine|force|drags|dragging|forcing|pull ~2 WHO|CHILD ~4 voiture|car|van|camionnette|force|fourgon|vehicle
      force|forcer|forcing|forced|dragged|dragging|dragged|pushed|pulling|pulled|tire|embarque ~3 WHO|CHILD ~5 voiture|car|van|camionnette|vehicule|fourgon|camion
      partir|parti|partie|took|taken|emmene|enleve|left|pris ~3 force|par_ ~2 WHO|CHILD
      took|taken|takes|emmene ~2 CHILD ~2 force
      WHO ~1 enleve|kidnappe|kidnapping|abducting|emmene ~2 CHILD|WHO`,
    denial: `laisse|laissent|let|veut|refuse|letting|lets ~2 pas|plus|not|ME|no ~3 sortir|partir|leave|go|out|rentrer_
      not|wont|refuses|never ~1 let|letting ME|us|her ~1 leave|go|out
      peux|peut|can ~2 pas|plus|not ~1 sortir|escape|leave|get_ ~3 enferme|locked|enfermes|appart|house
      enferme|enfermes|locked ~5 not|pas ~1 sortir|leave|out|go`,
    grave: `kidnappe|kidnappee|kidnapped|abducted|enlevee|sequestre
      on|ils|they ~2 enleve|kidnappe|kidnapped|took|taken ~2 CHILD`,
  },
  {
    id: 'child-in-danger',
    now: `CHILD ~6 disparu|disparue|missing|introuvable|vanished|lost_ !piece|card
      disparu|disparue|missing ~5 CHILD|ans|years
      CHILD|baby|bebe ~4 enferme|enfermee|locked|seul|seule|alone|enferm* ~5 VEHICLE|voiture|soleil|hot|chaleur
      CHILD ~4 seul|seule|alone|lonely|wandering|tout ~5 balcon|rue|route|autoroute|fenetre|street|road|canal|motorway|highway|eau|water|bord|rails|train|gare|station|night|nuit|piscine|parking
      CHILD ~4 balcon|rebord|ledge|balcony|window|fenetre ~6 tomber|fall|nobody|personne|seul|alone|around|sauter
      CHILD ~3 bord|edge ~2 autoroute|route|eau|canal|toit
      suit|follow|following|aborde|attire|talking|suivre|approche|trying|lure|luring|filme ~3 CHILD|enfants|kids ~8 monter|voiture|car|ecole|school|van|park|parc|bonbons|candy
      lure|luring|get|getting|monter ~3 CHILD|kids|enfants ~4 car|van|voiture|camionnette
      HIT|HITING|HITBASE|HITTED|secoue|secouer|shaking ~3 bebe|baby|petit|little|enfant|child|nourrisson|toddler
      CHILD ~1 secouer|frapper|taper|battre|HIT ~2 papa|maman|dad|mom|maintenant|now
      CHILD ~3 hurler|hurle|crier|screaming|crying|pleure|beaten|frappe|being ~5 frappe|beaten|secours|hit|mal|being|HIT
      HEAR ~2 CHILD ~3 SCREAM
      touche|touching|touches|touched ~2 CHILD|enfant|child|kid
      ai|am|im|m|have ~1 NUM KID ~8 peur|HELP|secours|reveille|wake|scared|HIT|seul|alone|alone|frappe|tape|chambre|saigne|mort
      peur|HELP|reveille|wake|scared|seul|alone|chambre|up ~6 ai|am|m|im ~1 NUM $|KID`,
    denial: `can|trouve|retrouve|trouver|arrive|find ~3 plus|not|pas|find ~3 CHILD
      can not find ~2 CHILD
      CHILD ~7 pas|not ~1 rentre|rentree|rentrer|home|come|revenu|revenue|returned ~8 NUM|eteint|telephone|phone|nuit|night|$
      CHILD ~4 come|came|back|home`,
  },
  {
    id: 'terror',
    now: `attentat|attaque|attack|tuerie ~3 cours|maintenant|now|marche|devant|progress|foule|here|ici|rue|right|happening|terroriste|metro|eglise|gare|ecole|school|station|church
      there ~3 terrorist|terror|attack !warning
      terrorist|terror attack
      VEHICLE ~3 fonce|driving|roule|rouler|foncer|ramming|drove|rammed|ecrase|hitting|foncent ~2 into|dans|sur|through|over ~2 PUBLIC
      fonce|driving|ramming|plowing ~2 into|dans|sur|through ~2 PUBLIC|people
      rouler|roule ~1 sur ~1 PUBLIC|people
      BOMB ~4 gare|station|metro|ecole|school|avion|plane|train|voiture|sac|bag|aeroport|airport|lycee|building|immeuble|dans|in|college|mall|hopital !peinture|bain|bath|lacrymogene
      WHO ~3 BOMB !peinture|lacrymo|lacrymogene|insecticide
      alerte|threat|threats ~2 BOMB
      BOMB threat
      ceinture|gilet|vest|belt ~2 explosif|explosifs|suicide|explosives|bombe|bomb
      suicide|bomb|explosive vest|belt
      faire ~1 exploser|sauter !prix|budget|compteur|facture|batterie|points
      blow ~2 up
      suspicious|suspect|abandoned|unattended|suspecte|abandonne|abandonnee|bizarre ~1 package|bag|colis|paquet|sac|valise|suitcase|parcel|backpack|box
      colis|paquet|package|sac|valise|bag|suitcase ~1 suspect|suspecte|abandonne|abandonnee|suspicious|abandoned|unattended|fils|wires
      tuer|kill ~1 tous|all|everyone|everybody|tout
      people ~1 being ~1 stabbed|shot|killed|attacked
      explosion ~2 metro|gare|station|people|gens|rue|marche|airport
      lache|dropped|drone ~6 explose|exploded|bombe|bomb|explosif
      gunmen|gunman|shooters|tireurs|terroristes|terrorists ~3 in|dans|inside|entrent|entre|now|here|ici|devant|HOME`,
  },
  {
    id: 'accident',
    now: `CRASH ~7 HURT|bouge|secours|flammes|feu|cassee|grave|help|vite|broken|BLEED|ambulance !sans
      HURT ~5 CRASH
      gros|grave|terrible|bad|serious|horrible|major|violent ~1 CRASH
      CRASH ~2 grave
      VEHICLE ~4 toit|retournee|retourne|overturned|ravin|fosse|rolled|canal|river|riviere|ditch|upside ~3 !prix
      VEHICLE ~2 GROUND
      VEHICLE ~3 est|is|lying ~1 GROUND
      GROUND ~3 VEHICLE|motard
      coince|coincee|coinces|trapped|stuck|bloque|bloquee|pinned|inside ~4 VEHICLE|vehicule|carcasse|ravin|wreck|under !parking|fourriere
      VEHICLE ~7 trapped|coince|coincee|coinces|bloque|stuck|dedans|inside|under !fourriere|traffic
      contresens
      contre sens
      wrong ~1 way ~3 motorway|highway|road|freeway|autoroute|$
      driver|driving|drives ~2 wrong ~1 way
      VEHICLE ~1 tape|hit|frappe|rentre|percute ~3 arbre|tree|mur|wall|gens|people|homme|man|personne|child|pole
      blesses|injured|wounded|casualties ~4 route|rocade|autoroute|road|highway|plusieurs|many|several`,
    grave: `hit|struck|knocked|renverse|renversee|percute|percutee|fauche|ecrase|run|ran ~3 by|par|over ~2 VEHICLE|$|is
      vient|viens|just|fait|got|ete|est|been|was ~2 renverse|renversee|renverser|percute|percuter|percutee|fauche|ecrase|ecraser
      run|ran|knocked over|down
      WHO|CHILD|VEHICLE ~2 renverse|percute|renversee|fauche ~5 bouge|saigne|HURT|fuit|enfui|sol|terre|route
      tombe|fell|chute|fallen ~3 echafaudage|scaffolding|toit|roof|grue|crane|balcon|balcony|etage|fenetre|falaise|cliff|ladder|echelle|puits
      voiture|car|went ~2 off ~1 road`,
  },
  {
    id: 'followed',
    here: `WHO|voiture|car|types|VEHICLE|on ~2 ME suit|suivent|poursuit|poursuivent|traque|colle|piste|suivre|course|rattrape
      on|quelqun|someone|WHO ~1 ME suit|suivent|suis
      suis|am|being|is ~1 suivie|suivi|followed|stalked|chased|traquee|poursuivie !sur|par_ ~2 !medecin|psy
      being|been ~1 followed|chased|stalked
      is|are|keeps|been|s|has|re following|chasing|stalking ~1 ME|us|her|him
      following|chasing ~1 ME|us|her
      WHO|voiture|car ~1 FOLLOW ~1 ME ~3 STREET|peur|scared
      WHO suivre|follow ME
      follow ME street|rue|night|home|scared
      il|elle|he|she ~1 est|is|s ~1 derriere|behind ~1 moi|me|us|nous|porte|door
      right behind ME|us
      lache ~1 pas ~4 derriere|suit|rue
      WHO ~2 ME|m|nous|us|is|est ~1 attend|attendent|waiting|guette ~4 bas|dehors|outside|devant|downstairs|sortie|porte|door|car|parking|building
      ex|mari|husband|harceleur|stalker|agresseur|homme|man|he|il|inconnu|stranger|boyfriend|copain|il|frere ~3 est|is|s|la|now ~1 devant|outside|bas|at|derriere|in_front ~2 HOME|moi|my|travail|work|ecole|school|bureau|door|here|ici
      stalker|harceleur|agresseur|attacker|abuser|ex ~1 is|est|s ~1 here|ici|la|outside|back|devant|revenu
      rode|rodent|prowling|lurking ~4 HOME|autour|around|dehors|outside
      looking|regarde|staring|watching|peering ~3 through|par|in|into|dans ~2 fenetre|fenetres|window|windows
      court|courent|cours|running|run|runs|after ~1 apres|after|behind ME|lui|us|elle|moi
      ME court|courent|courir apres|after|dessus
      sonne|ringing|rings ~3 arret|cesse|doorbell|bell|stop ~6 HITBASE|tuer|peau|WANT|afraid|peur
      il|he|elle|she|ils|they ~1 arrive|arrivent|coming|revient|reviennent|approche|approchent|monte|comes|montent ~4 HELP|ME|retrouver|find|vite|hurry|peur|minute|tuer|kill|escalier|stairs
      going|va|vont|will ~2 retrouver|find|trouver|get ME|us $|HELP
      peur|scared|afraid ~3 revenir|revient|revienne|coming|back|arrive|approche`,
  },
  {
    id: 'hiding',
    here: `suis|sommes|am|are|is|est|re|m|on ~2 cache|cachee|caches|cachees|hiding|hidden|planque|planquee|barricade|barricades|barricaded|refugiee|refugie
      me|se|nous|ME cache|cachons|planque|cacher !derriere_pseudo ~3 SPOT|peur
      ME ~1 HIDE ~2 SPOT|peur|afraid|scared
      HIDE ~3 SPOT|peur|afraid
      ^ HIDE
      barricad*|barricade|barricades|barricaded
      enferme|enfermee|enfermes|locked|lock ~2 ME|dans|in|moi|myself|ourselves|us ~3 toilettes|salle|chambre|bathroom|bedroom|room|closet|wc|placard|bureau|office|toilet|cave ~8 WHO|il|he|they|tape|peur|outside|door|porte
      porte|door ~2 bloque*|bloquee|blocked|barricaded|coincee ~5 chaise|chair|meuble|hurle|table|commode|il|he
      sous|under|dans|in|behind|derriere|inside ~1 lit|bed|bureaux|bureau|placard|desk|closet|armoire|cupboard|wardrobe|desks|tables ~3 please|peur|HELP|il|he|scared|$`,
    denial: `peux|can|peut|could ~2 pas|not ~1 parler|talk|speak|telephoner|call|appeler ~4 il|he|cote|room|entend|hear|WHO|police|they|next|danger
      il|he|ils|they|WHO ~3 entend*|entendrait|entendre|entende|entend|hear ~1 ME|nous|us|$
      va|will|vont|could|might|can|may ~2 entendre|hear
      chut|shh|shhh|chuut|sh ~4 il|he|they|va|ici|hear|close|NEAR
      police|appelez|call ~5 peux|can|not ~2 pas|not ~1 parler|speak|talk
      text ~1 only ~6 he|near|close|here|scared
      parle* ~1 doucement|bas|pas ~3 il|elle|WHO
      not|pas ~1 call|appelez|appeler|ring|rappeler|rappelez ME ~4 hear|entendre|he|il|here`,
  },
];
