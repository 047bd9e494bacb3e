/**
 * The words the emergency rules know, in families. Written unaccented; doubled letters do not matter (both
 * sides are squeezed), and small misspellings of the longer ones are understood (lexicon.ts). A word ending in
 * `-` stands for every word that begins so. French and English live together: a frightened person mixes them.
 */
export const FAMILIES = `
ME me m moi mwa nous us myself
I je j i on we moi
WHO il ils elle elles he she they him her them lui quelqun someone somebody anyone homme- femme- dame dames
  monsieur messieurs mec mecs meuf- gars type types individu- man men woman women guy guys people gens
  personnes boy- girl- mari epoux copain- copine- ami amie amis ex conjoint- compagn- concubin- voisin-
  neighbo- pere mere papa maman frere- soeur- fils fille- parent- oncle tante cousin- patron- client-
  garcon- colleg- jeune- groupe inconnu- stranger- voleur- cambrioleur- agresseur- husband- hubby wife
  boyfriend- girlfriend- bf gf dad- mom- mum- father mother brother- sister- son daughter- roommate-
  flatmate- partner friend- grand- papi mamie papy mamy driver- chauffeur- coloc- dude- bloke- gang- stepdad
  beau creep- everyone everybody passant- monde customer- bouncer teen- cop cops vieux vieille daron- reuf
  kid- child- baby bebe- enfant- ado ados eleve- gosse- gamin- student- passager- passenger- colleague-
  tenant landlord lady ladies uncle aunt motard- cyclist- pieton- motorcyclist- pedestrian- ouvrier- worker
  tonton tata beaupere keum daronne security guard guards boss employee- cashier caissier- vendeur- chef
  locataire- proprietaire- infirmier- nurse doctor livreur- delivery stepmom stepmother stepfather nephew
  niece grandson granddaughter squatteur- squatter- drogue alcoolique junkie addict drunk ivrogne
  automobiliste- conducteur- supporter- bande maitresse prof teacher colocatair- couple menage clochard sdf
  individu tueur killer attacker predator rapist violeur pervers perv pedo pedophile exhib- family famille
  siblings twins jumeaux nounou nanny infirmiere patient patiente inspector kidnapper ravisseur racist group
  crowd- tenants host uber brute fou folle madman maniac forcene psycho dealer dealers trafiquant- copin- mn
  neighbours flatmates hooligan- casseur- patrons
UNK quelqun someone somebody inconnu- stranger- ils they on he il monsieur messieurs man men guy- mec mecs
  type types individu- gars thief thieves robber- voleur- cambrioleur- burglar- intruder- intrus ex mari
  husband squatteur- gens dude cagoul- masked bonhomme rodeur- elle she person
CHILD bebe- bb enfant- gosse- gamin- baby babies child- kid kids toddler- fils fille filles fillette-
  garcon- girl girls boy boys son daughter- eleve- ado ados teen- mineur- nourisson- infant- neveu niece
  petit petite petits frere soeur brother sister
VIOL frap- phrap- tape tapes taper tapent cogn- tabas- tabac- agres- etrangl- gifl- griff- mord mordre viole
  violer violent bat bats batre battent lynch- braqu- rackett- brutalis- tortur- defonc- attaqu- massacr-
  demont- demol- maltrait- molest- bouscul- hits hitting beats beating punching punches kicks kicking
  choking chokes strangling stabbing attacking attacks raping rapes hurting hurts slapping assaulting
  slamming stomping swinging grabbing dragging mugging robbing shoving bashing groping abusing molesting
  shaking smacking pushing cracher depouill- roue ruent acharn- tripot- forcing poignard- plantent egorg-
  ligot- planter tirent biting suffocat- arracher arrachent jumping thrashing clobber- bludgeon- brulent
  pietin- ecras- rouer savat- trucid- matrak- matraqu- strangl- menotte- whipping clubbing poking lynching
  scratching pelting secoue secouer secouent smothers smothering smother baillonn- menacing elbowing
  headbutting assaults robs pelts whips canne ceinture ceinturon gazer gaze lacrym- ebouillant- tazes tasing
  noyer drowning torturing tabasser cognant frappant tapant etranglant poignardant violant battant tirant
  menacant firing fires tabassent giflent slash- clawing scratches pinning restraining headbutt- spits choke
  punch kick rape attack stab strangle slap assault shakes
BASE hit beat hurt punch kick choke rape attack stab strangle shoot kill murder harm slap jump end burn
  drown grab rob tuer crever buter
STRUCK hit beat beaten punched kicked choked stabbed shot attacked raped assaulted robbed grabbed pushed
  jumped strangled mugged slapped hurt threw thrown slammed smashed spat bit scratched jete balance balancer
  pousse pousser lance casse casser coups kneed headbutted bottled slashed bitten elbowed burned clubbed
  tackled tripped dragged groped spiked shoved ebouillant- brule- gifle insulte tazed pepper beated knocked
  cracked punch decked pinned cornered cassé cassee fracture fracasse defigure mordu mordue griffe ecrase
  blesse blessee tabasse tabassee agresse agressee poignarde gaze renverse broke forced attrape attrapee
  giflee blesser saisi saisie tape frappe
KILL tuer tue tuent buter bute crever assassin- egorg- flinguer kill kills killing murder- descendre niquer
  saigner fumer
WANT va vais vas vont veut veux veulent voul- essai- essay- tente tentent tenter cherche- menac- pret- wants
  want wanna will gonna going trying tries threatening threatens threaten- about
HAVE a ont tient tenant tiennent brandi- sort sorti- pointe- agit- avec has have holding carrying waving
  pulled pulls pointing with w got wielding swinging porte portent put mis charge sous came comes coming
  armed tenait promene- entr- court running runs shows showing showed draws drew approch- vient holds held
  points waves swings threaten- threatening menac- serre main hand hands colere angry furieux fou crazy
  drunk ivre
WEAPON couteau- arme armes armee armed pistolet- fusil- flingue- gun guns gunman gunmen machette- hache
  hachette cutter lame lames batte revolver- kalach- carabine- grenade- sabre- tournevis marteau barre knife
  knives pistol- rifle- blade- axe machete- weapon- sword- hammer shotgun- tesson- ciseaux scissors molotov-
  screwdriver- matraque- taser crowbar bat baton chainsaw tronconneuse fourche machet- opinel katana
  arbalete crossbow canif harpon seringue syringe acide acid knif kniv- couto- pioche brick brique cran
  hatchet cleaver bayonet pitchfork spear bow shiv tazer baseball lamelle pavé pelle tire-bouchon flingot
  calibre gun9 9mm 22 glock kalashnikov kalashnikovs pétoire bouteille
SHOTS gunshot- gunfire fusillade- shooter- shooting tireur- canarde rafale- detonation- snip- gunfight
  rafales ak47 gunman mitrail- machinegun sniper
HOME maison- apart- chez porte fenetre- vitre vitres vitrine- jardin garage cave chambre salon cuisine
  immeuble balcon serrure- baie house home flat apartment- door window- room kitchen- downstairs upstairs
  garden- basement lock domicile palier couloir volet- rideau- villa bijouterie boutique magasin shop store
  place residence etage stairs verrou balcony hotel airbnb bedroom bathroom toit roof cellar attic shed
  grange boulangerie pharmacie bureau office bank banque ecole school caravan camping velux soupirail
  digicode yard lobby hall terrasse toilettes ascenseur elevator couloirs veranda cabanon car-port
BREAK forc- defonc- cass- fractur- bris- peter pete escalad- crochet- tambourin- breaking kicking smashing
  banging forcing climbing- cogn- tape tapent enfonc- fouill- grat- pounding break kick tourn- casser
  cambriol- burgl- demont- explos- scie- arrach- sawing drilling prying rattl- shak- defon- climb- jiggl-
  pick- secou- sonn- breaks enfoncee fracturee knock- jimmy- smash
ENTER entre- rentr- enter- inside introdui- penetr- ouvr- in into came coming through climb-
THIEF voleur- cambrioleur- burglar- intruder- intrus inconnu- stranger- rodeur- prowler- robber- cagoul-
  masked masque-
HEAR entend- hear heard hearing jentend- ecoute
CRY hurl- cri cris crie crier crient scream- yell- shout- cry crying pleur- beaten coups frap- tape help
PILLS medic- medoc- cachet- somnif- pilul- comprim- pills tablet- tylenol paracetamol doliprane xanax boite
  bottle plaquette- anxiolyt- drugs meds lexomil sedatifs sleeping pilule- antidepresseurs antidepressants
  insulin insuline morphine medicines opioids cachetons aspirin- ibuprofen- benzo- cocktail tranquilizers
  barbiturates traitement medication medications sirop xanax- drogue ghb
DIE mourir crever die dead disparaitre
FIRE feu incendi- flam- fire flames blaze wildfire brasier embrase fireball burning brousailles
BURN brul- bruel- cram- burning burns burn feu flam- fire embras- calcin- smould- flaming ablaze
SMOKE fumee smoke gaz gas monoxyde fumees smokey fumes carbone carbon burnt
HURT bless- injur- hurt bleed- saign- inconscien- unconscious coinc- trapped stuck mort morte morts dead
  dying ecras- ensanglant- casualt- sang blood flipped retourn- lying alonge- gisent inanim- encastr-
  fracture- casse cassee broken crushed agonise- impaled ejecte- impacted amput- amputated bloque bloquee
  bloques ko knocked unrespons- respond- inanime convuls- vegetatif evanoui- pisse brulee brule wounds
  wounded fracas- sonne assomme decombres rubble ensevel- buried
CRASH accident- crash- collision- carambol- percut- renvers- fauch- pileup derail- crashe crashed emboutit
  embouti colision wreck fonce
VEHICLE voiture- camion- bus car cars truck- train bike motorbike motorcycle moto motard- scooter- velo
  cyclist- van vehic- tram camionnette bagnole caisse tracteur tractor lorry fourgon- coffre trunk taxi
  trotinette motorcyclist- pieton pedestrian- poussette stroller quad velos ebike tractopelle rame trolley
  coach minibus autocar wheelchair fauteuil railing motorway
GROUND sol terre ground floor along- trottoir lying sidewalk pavement snow pluie middle carrelage kerb road
  route chaussee voie street rue tarmac
PUBLIC foule gens crowd people passants promenade marche pedestrians terrasse market students visitors
  pelerins marchands procession parade cortege manif manifest- touristes tourists shoppers customers terrace
  pietons
BOMB bomb bombs bombe bombes explosif- explosive- engin dynamite grenade grenades explosives tnt dynamit-
POLICE police flic flics keuf- cops patrouille ambulance- pompier- secours samu gendarme- officer- patrol
  schmit- policiers policier policeman cop gendarmerie urgences medics paramedic- medic rescue firemen
  firefighter- 911 999 assistance intervention
CALL appel- envoy- send- call appelle contact alert prevene- prevenir previens prevenez
COME viens venez vien vient venir viene come rapplique- arriver amene-
HELP aide aidez aider help secourez hlp aidé aid save sauve- sauvez rescue helpme
FAST vite quick- urgent- urgence- fast immediat- asap hurry depech- maintenant now supplie emergency rapid-
  rapidement urgently quickly quick emergencies deconne maintenan immediately intervention assistance
  renfort
FEAR peur scared afraid terrif- fear flippe trouille frightened panique terrorise- scary angoiss- shaking
  trembl- frightening terrifying paniqu- panicking effray- apeur- flip- crains
HIDE cache caches cachee cachees cacher cachent hiding hide hidden planque- barricad- refugi- wardrobe hid
  cachons planquer barricade concealed crouching accroupi-
SPOT placard lit toilettes toilette wc salle chambre armoire cave grenier reserve bureau- table bathroom
  closet bed wardrobe toilet- bedroom desk- attic basement office cupboard dressing vestiaire here ici toit
  grange couloir escalier stairs stairwell laundry buanderie sousol cellar garage shed voiture car bushes
  buisson- rayon shelves stall cabine comptoir counter backroom cuisine kitchen dessous douche shower lits
  placards sofa canape
OUT devant bas outside door porte waiting atten- behind derriere downstairs palier parked portail dehors
  autour yard jardin balcon
FOLLOW suit suivent suiv- poursui- following follow follows chasing traqu- stalking colle collent rattrap-
  followed chased stalked suivie suivi pursued pursuing tailing pistent tails poursuit
WALK rue metro nuit bus gare parking trottoir street station night home stop pied tram train walk- depuis
  since dark pas seule alone right
TAKE enlev- kidnap- abduct- sequestr- otage- hostage- ligot- captive prisonn- embarqu- embarque- ravisseur-
  kidnapp- abducted abducting chained enchain- menott- captiv- otages rapt
LOCK enferm- locked lock locks locking sequestr- retient retien- retenu- captive attach- tied enferme-
  imprisoned chained enchain- barred
GONE disparu- missing introuvable vanished fug- enfui- disparait kidnapping vanish- runaway echapp-
  kidnapped fugueuse wander- disappear- disparai-
ALONE seul seule seuls alone enferm- locked parked closed wandering left abandon- unattended pleure dehors
  outside perdu wander- unsupervised inside dedans
EDGE balcon balcony rebord ledge bord edge fenetre window rails tracks toit roof route road autoroute
  motorway highway canal eau water piscine pool pont bridge falaise cliff quai voie ravin pylone antenne
  crane grue echafaudage scaffolding metro sea mer lac lake riviere river plage beach
  etang pond puits well ledges platform vide void gouffre precipice railway ferree voies rambarde railing
  parapet nationale barriere fence corniche garde-corps roofs
STOP laisse laissent let lets letting refuse
LEAVE partir sortir leave go out rentrer descendre get_out
ALIVE respir- breath- bouge- move moving movin reveil- wake waking reagi- react- parle speak consci- marcher
  stand bouger wakes talk reaction pulse pouls wakeup breathes lever swallow responding responsive respond
FAINT effondr- collaps- faint- evanoui- inconscien- unconscious convuls- seizure- malaise- coma unresponsive
  infarct- avc stroke cardia- overdos- surdos- hemorrag- electrocut- etouf- suffoqu- noie noyer noyade
  drown- choking anaphyla- accouch- evanoui fainted evanouie inconsciente crisis syncope epilep- spasm-
  hypoglyc- diabet- asphyx- suffocat- allergi- hypotherm- stung hemorag- tetani- delir- ecroul- fit dying
  agonis- crack- overdo- sunstroke insolation hyperventilat- arythm- thrombos- anevrisme aneurysm embolie
  contraction- collapsing blackout fever delirium paralys-
BLEED saign- bleed- sang blood hemorrag- ensanglant- saigner pissing hemorag-
BODY tete head visage face ventre gorge throat neck cou bras arm arms dos nez poitrine chest coeur heart
  cheveux hair jambe leg poignet- belly stomach main mains hand hands doigt- finger- foot pied feet legs
  back eye yeux eyes crane skull cote pouls
PAIN douleur- pain mal gonfl- swell- closing drooping serre- brulure- ache tight numb paralys- oppress-
  crush-
TERROR attentat- terroris- kamikaze tuerie jihadi- djihadi- daech isis
VEINS veines poignets wrists veine wrist
SUICIDE suicid- pendre pendu- hang hanged hung immol- scarifi- mutil- tailad-
JUMP saut- jump- jumping sauter precipit-
SELF me se s m soi myself himself herself themself moi
NOT pas plus not no never jamais rien aucun- cannot sans without
EX ex mari husband stalker harceleur- agresseur- boyfriend copain conjoint attacker abuser compagnon mec
  exmari hubby bf exboyfriend exhusband admirer pere beau agressor inconnu stranger oncle

PRON il elle ils he she they
THERE ici here outside dehors palier derriere behind
TALK parler talk speak call telephoner phone appeler ecri-
NUM deux trois quatre cinq six sept huit neuf dix quinze vingt two three four five seven eight nine ten few
  many several couple quelques
YEAR an2000
DAY lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday thursday friday saturday
  sunday week weekend
LONG an ans annee- mois semaine- jour jours week weeks month- year- day days
MONTH janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre january february
  march april may june july august september october november december summer winter spring ete hiver
  printemps automne
`;

/**
 * Everyday words that sound or look like one above: never taken for a misspelling of it. (`volé` is not
 * `violé`.)
 */
export const COMMON = `agression agressions enlevement enlevements torture tortures kidnapping kidnappings there these them then their snow shit match told violence violences menu grandes grande agent agents voler vole voles volee volees volent voiler voile violon couleur couleurs couter coute couteux
  couture avait avais savoir sortie merci enfin parti partie marche porter pouvoir assure cartes place`;

/** Words that may stand inside a set phrase without changing it, and are never counted as distance. */
export const FILLERS = `of and et is are am est sont qmark le la l les un une des du de d mon ma mes ton ta son sa ses leur leurs the a an my his her our
  your tres vraiment really very so just encore still tout toute s il vous plait please y en ne n that qui who plein
  fort trop super deja literally this cet cette some juste bien`;

/** How people write on a telephone, written out: what the lexicon's own tolerance does not reach. */
export const SHORTHAND = `jve je vais,jv je vais,jvai je vais,jvais je vais,jvas je vais,mfr me faire,jsui je suis,chui je suis,g j ai,
  jai j ai,c c est,cest c est,ya il y a,ia il y a,ki qui,ke que,kelkun quelqun,kelk1 quelqun,qq1 quelqun,qqun quelqun,qqn quelqun,kkun quelqun,
  some1 someone,sum1 someone,sm1 someone,mnt maintenant,mtn maintenant,mtnt maintenant,rn right now,plz please,pls please,svp please,
  stp please,aled a l aide,alaide a l aide,laide l aide,ossecour au secours,osecour au secours,ausecour au secours,oskour au secours,
  dan dans,ds dans,vs vous,ns nous,tt tout,tjr toujours,tjrs toujours,qd quand,rdv rendez vous,im i am,ive i have,hes he is,shes she is,
  theyre they are,theres there is,were we are,youre you are,its it is,u you,r are,ur your,gona gonna,gna gonna,tryna trying,hlp help,
  wont will not,dont do not,cant can not,isnt is not,arent are not,doesnt does not,didnt did not,wasnt was not,ppl people,bc because,
  kms kill myself,couto couteau,cuto couteau,kouto couteau,tro trop,veu veut,peu peut,fai fait,fé fait,jpeu je peux,jpe je peux,jveu je veux,jme je me,
  jm je me,narive n arrive,sest s est,plu plus,hom monsieur,ome monsieur,nife knife,fyre fire,fir fire,hous house,tyre pneu,hose house,haus house,fe feu,fö feu,pa pas,moa moi,avk avec,ac avec,besoin besoin,koman comment,swicid suicide,mor mort,mouri mourir,bb bebe,goin going,comin coming,jetend j entends,linstant l instant,repon repond,creve crever,creves crever,tonite tonight,evrywhere everywhere,mi mis,cou coups,e est,che chez,mezon maison,salle salle,pie pied,repo repond,repons reponse,apele appelle,done donne,bin bain,suis suis,mfe me fait,arete arrete,areter arreter,marche marche,siouple please,sil s il,yu you,abt about,wth what,gonn gonna,mek mec,keske quoi,deor dehors,dehor dehors,aidé aidez,vene venez,dun d un,etouf etouffe,nrv enerve,tel telephone,o au`;
