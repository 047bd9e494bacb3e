/**
 * The words the emergency rules know, in families. Written unaccented; doubled letters do not matter (both
 * sides are squeezed), and small misspellings of the longer ones are understood (see normalise.ts). A word
 * ending in `*` stands for every word that begins so. French and English live together: a frightened person
 * mixes them.
 */
export const FAMILIES = {
  ME: 'me m moi mwa nous us',
  I: 'je j i on we ns jsuis',
  WHO: `il ils elle elles he she they hes quelqun someone somebody homme hommes femme femmes dame dames monsieur
    mec mecs meuf gars type types individu individus man men woman women guy guys people gens boy girl mari epoux
    copain copine ami amie ex conjoint conjointe compagnon voisin voisine voisins pere mere papa maman frere soeur
    fils fille parents cousin oncle patron client garcon collegue jeune jeunes groupe inconnu inconnus voleur voleurs
    cambrioleur cambrioleurs agresseur harceleur husband wife boyfriend girlfriend neighbour neighbours neighbor
    neighbors dad daddy mom mum mother father brother sister son daughter roommate flatmate stepdad stepfather
    partner uncle stranger strangers burglar burglars intruder robber robbers gang kid kids child children baby
    toddler bebe enfant enfants passager passagere passenger student eleve eleves prof vigile videur chauffeur
    driver friend stalker beau gamin gosse mamie papi grandma grandpa grandmother grandfather clients gunman gunmen
    monde everyone everybody bf gf hubby colocataire vieux vieille fillette ado dude bloke lady mate teenager
    policier cop officer neveu niece tante aunt daron daronne reuf reum frangin gonz keum colleague coworker`,
  CHILD: `enfant enfants bebe bebes fils fille filles gamin gamine gamins gosse gosses frere soeur garcon fillette ado
    eleve eleves baby babies child children kid kids toddler son daughter boy girl boys girls nourrisson old petit
    petite neveu niece mineur mineure adolescent adolescente teenager infant`,
  HIT: `frapp* frape* tape tapes tapent taper cogn* tabass* agress* etrangl* poignard* plante plantent planter viole
    violer violent bat bats battre battent batre attaque attaquent attaquer massacr* defonce defoncer defoncent lynch*
    egorg* braque braquent braquer racket* brutalis* gifle* gifler torture* fracass* pietin* secoue secouer demont*
    derouill* molest* malmen* crame bouscul* ligot* insulte* mfrap* depouill* dechir* savat* crache etouffe etouffer
    pousse pousser mord mordre poursui* coince`,
  HITING: `hitting beating punching kicking choking strangling stabbing attacking raping hurting slapping assaulting
    robbing shooting mugging grabbing chasing dragging touching pushing forcing groping molesting abusing killing
    suffocating jumping harming spitting torturing threatening cornering burning shaking`,
  HITBASE: `hit beat hurt punch kick choke rape attack stab strangle shoot kill murder harm jump slap grab end rob burn
    shake bite drown touch push`,
  HITS: 'hits beats kicks chokes punches hurts attacks rapes slaps strangles stabs threatens',
  HITTED: `hit beat beaten punched kicked choked stabbed shot attacked raped assaulted robbed grabbed pushed jumped
    strangled mugged slapped hurt followed chased bitten`,
  KILL: 'tuer tue tuent tuerait buter bute assassiner crever creve egorger flinguer suriner zigouiller fumer niquer',
  WANT: `va vais vont veut veux veulent essaie essaye essaient essayent essai tente tentent cherche menace menacent
    vouloir essayer menacer tenter will wants want gonna going trying tries threatening threatens try allons
    voudrait pret prete cherchent wanna allait`,
  SELF: 'me m se s moi myself himself herself themself themselves',
  HAVE: `a ont tient tiennent brandit sort sorti sortit sortis pointe pointait pointent avec charge agite has have
    holding carrying waving pulled pulls pointing with w got wielding swinging porte portent tenant lame`,
  WEAPON: `couteau couteaux arme armes armee pistolet pistolets fusil fusils flingue flingues gun guns machette machettes
    hache hachette cutter lame batte revolver kalach* kalash* carabine grenade grenades sabre tournevis marteau barre
    knife knives knif pistol rifle blade axe machete weapon weapons sword hammer armed shotgun tesson surin schlass
    gourdin poignard matraque taser molotov crowbar screwdriver razor`,
  WEAPON2: 'coups tirs detonations rafale gunshots gunfire shots gunshot',
  HOME: `maison appart apart appartement chez porte fenetre fenetres vitre vitres vitrine jardin garage cave chambre salon
    cuisine immeuble balcon serrure baie house home flat apartment door window windows room kitchen downstairs garden
    basement lock domicile palier grille portail rideau volet volets place upstairs yard logement residence toit
    studio hall backdoor`,
  HEAR: 'entends entend entendre hear heard hearing jentend jentends entendu entendons ecoute',
  SCREAM: `hurler hurle hurlent crier crie crient cris hurlement hurlements scream screams screaming yelling shouting
    crying pleure pleurer pleurs beaten beating appelle coups frapper taper bagarre shouts yells hurt`,
  PILLS: `medicament medicaments medoc medocs cachet cachets somniferes pilules comprimes pills pill tablets meds
    tylenol paracetamol doliprane xanax bottle boite tablet drugs plaquette valium lexomil insuline codeine`,
  DIE: 'mourir crever die disparaitre',
  FIRE: 'feu incendie flamme flammes fire flames blaze',
  BURN: 'brule brulent bruler crame crament cramer burning burns burn feu flammes flames fire embrase',
  HURT: `blesse blesses blessee blessees injured hurt bleeding saigne saignent sang blood inconscient inconsciente
    unconscious coince coinces coincee bloque bloquee trapped stuck mort morts dead gisent dying crushed ecrase ecrasee
    ensanglante injuries casualties incarcere inanime`,
  CRASH: `accident accidents crash collision carambolage percute percutee percutes renverse renversee renverser fauche
    fauchee crashed accidente pileup derailed`,
  VEHICLE: `voiture voitures camion bus moto motard scooter train velo cycliste car truck bike motorbike motorcyclist cyclist
    van bagnole caisse camionnette vehicule pieton pedestrian tram trotinette driver conducteur automobiliste lorry
    fourgon fourgonette taxi trunk coffre`,
  GROUND: 'sol terre ground floor allonge allongee trottoir lying sidewalk pavement',
  PUBLIC: `foule gens crowd people passants monde tous terrasse marche pedestrians everyone enfants children kids`,
  BOMB: 'bombe bomb explosif explosifs explosives grenade engin bombes bombs dynamite',
  POLICE: `police flics keufs cops patrouille ambulance pompiers secours samu gendarmes policemen officers quelqun
    someone somebody help aide patrol firefighters schmitts condes renfort`,
  CALL: 'appelez apelez envoyez envoie envoi send call appelle apele apelle envoyer sends',
  HELP: 'aide aidez aider help hlp aides secourez helpe',
  FAST: `vite vit quick quickly urgent urgence fast immediatement immediate immediately asap hurry urgemment maintenant
    now danger supplie urgently plait please emergency depechez depeche svp stp secours beg`,
  FEAR: 'peur scared afraid terrified fear terrifie terrifiee flippe trouille frightened panique',
  HIDE: 'cache cachee caches cachees cacher hiding hide hidden planque planques planquee barricade barricades barricaded refugie refugiee hid',
  SPOT: `placard lit toilettes wc salle chambre armoire sous derriere cave grenier reserve bureau bureaux table bathroom
    closet bed wardrobe toilet toilets bedroom under desk desks attic basement office here ici avec enfants kids
    cupboard dressing vestiaire storeroom behind inside stockroom buisson bushes cabine stairwell`,
  NEAR: `cote piece porte derriere couloir salon escalier room door outside bas near close next close dessous pres
    downstairs entend entendrait hear entendre`,
  OUTSIDE: 'devant bas outside door porte waiting attend derriere behind downstairs',
  FOLLOW:
    'suit suivent suis suivre poursuit following follow follows chasing poursuivre traque traquent stalking suivie suivi',
  STREET: `rue metro nuit bus gare parking maison trottoir pas derriere street station night home park stop voiture car
    quand depuis peur toujours minutes pied foret tram train walk walking tunnel quai arret`,
  TAKE: `enleve enlever enleves enlevee kidnappe kidnapper kidnapped kidnap kidnapping abducted taken sequestre sequestree
    ligote attache attachee tied otage otages hostage hostages captive prisonnier prisonniere kidnaping abducting`,
  LOCK: 'enferme enfermee enfermes enfermer enferment locked lock locks locking sequestre retient retiennent retenue retenu captive',
  MISSING: 'disparu disparue disparait missing perdu perdue introuvable vanished gone fugue lost',
  STOP: 'arrete arreter arretent cesse stop lache leave keep partir sortir go leaves stops lacher',
  NOTALIVE:
    'respire respirer respir breathing breathe bouge bouger moving move reveille reveiller wake responding responsive reagit reaction conscient conscious repond parle sent sens awake react',
  COLLAPSE: `effondre effondree collapsed fainted evanoui evanouie inconscient inconsciente unconscious convulse convulsions
    convulsion seizure unresponsive malaise coma evanouit collapse fainting`,
  ILL: 'infarctus avc stroke cardiaque overdose hemorragie choking etouffe etouffer noie noyer noyade drowning suffoque surdose overdosed anaphylactic hemorrhage asphyxie electrocute suffocating',
  BREAK: `force forcent forcer defonce defoncent defoncer casse cassent casser breaking kicking smashing banging forcing brise
    fracture break brisent fracturer tambourine cogne tape tapent climbing escalade escaladent enfonce crochete brisees
    bashing smashed`,
  ENTER: `entrer entre entrent rentrer rentre rentres entres enter in inside penetrer penetre introduit introduire entree
    come coming rentrent infiltre`,
  THIEF: `voleur voleurs cambrioleur cambrioleurs burglar burglars intruder intruders inconnu inconnus stranger strangers
    intrus robber robbers rodeur prowler`,
  STEAL:
    'voler volent cambrioler braquer stealing robbing burgling siphonner cambriolent dérober looting piller',
  TERROR: 'attentat terroriste terroristes terrorist terrorists attaque attack tuerie massacre kamikaze',
  GAS: 'gaz gas monoxyde',
  BLEED: 'saigne saignent bleeding saignant hemorragie sang blood',
  KID: 'ans years old annees yo',
  /** Any number; digits are one too. */
  NUM: 'deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente two three four five seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen',
  /** 1900 to 2099, written in digits. */
  YEAR: 'year_in_digits',
} as const;

export type Family = keyof typeof FAMILIES;

/**
 * Everyday words that sound or look like one above: never taken for a misspelling of it. (`volé` is not
 * `violé`.)
 */
export const COMMON = `voler vole voles volee volees volent voiler voile viole violon couleur couleurs couter coute
  couteux couture`;

/** Words that may stand between two others of a pattern without changing what it says. */
export const FILLERS = `le la l les un une des du de d mon ma mes ton ta son sa ses leur leurs notre nos the a an my his
  her our your their tres vraiment really very so just encore still tout toute s il vous plait please y en ne n that
  qui who 1 2 plein fort big gros grosse completement totally already deja literally maintenant now this these ce
  cet cette some to pas_ bien juste donc la trop super`;
