/**
 * The words the emergency rules know, in families. Written unaccented; doubled letters do not matter (both
 * sides are squeezed), and small misspellings of the longer ones are understood (lexicon.ts). A word ending in
 * `-` stands for every word that begins so. French and English live together: a frightened person mixes them.
 */
export const FAMILIES = `
ME m me moi mwa myself nous us
I i j je moi on we
WHO lad lads toddler- bambin- mome- blokes chap workmate- grandad grandpa grandma granny nana mamy daronne darone pote potes mate mates stepson addict ado ados agresseur- alcoolique ami amie amis anyone attacker aunt automobiliste- baby bande beau
  beaupere bebe- bf bloke- boss bouncer boy- boyfriend- brother- brute caissier- cambrioleur- cashier
  casseur- chauffeur- chef child- client- clochard colleague- colleg- coloc- colocatair- compagn- concubin-
  conducteur- conjoint- cop copain- copin- copine- cops couple cousin- creep- crowd- customer- cyclist- dad-
  dame dames daron- daughter- dealer dealers delivery doctor driver- drogue drunk dude- eleve- elle elles
  employee- enfant- epoux everybody everyone ex exhib- famille family father femme- fille- fils flatmate-
  folle forcene fou frere- friend- gamin- gang- garcon- gars gens gf girl- girlfriend- gosse- grand-
  granddaughter group groupe guard guards guy guys he her him homme- hooligan- host hubby husband- il ils
  inconnu- individu- infirmier- inspector ivrogne jeune- jumeaux junkie keum kid- killer ladies lady
  landlord livreur- locataire- lui madman maitresse maman mamie mamy man maniac mari mec mecs men menage
  mere messieurs meuf- mn mom- monde monsieur motard- mother motorcyclist- mum- nanny neighbo- nephew niece
  nounou nurse oncle ouvrier- papa papi papy parent- partner passager- passant- passenger- patient patiente
  patron- pedestrian- pedo pedophile people pere personnes perv pervers pieton- predator prof proprietaire-
  psycho quelqun racist rapist ravisseur reuf roommate- sdf security she siblings sister- soeur- somebody
  someone son squatter- squatteur- stepdad stepfather stepmom stepmother stranger- student- supporter- tante
  tata teacher teen- them they tonton trafiquant- tueur twins type types uber uncle vendeur- vieille vieux
  violeur voisin- voleur- wife woman women worker
UNK bonhomme burglar- cagoul- cambrioleur- dude elle ex gars gens guy- he husband il ils inconnu- individu-
  intruder- intrus man mari masked mec mecs men messieurs monsieur on person quelqun robber- rodeur- she
  somebody someone squatteur- stranger- they thief thieves type types voleur-
CHILD lad lass toddler- bambin- mome- marmot- pitchoun- grandson granddaughter tot babies ado ados baby bb bebe- boy boys brother child- daughter- eleve- enfant- fille filles fillette-
  fils frere gamin- garcon- girl girls gosse- infant- kid kids mineur- neveu niece nourisson- petit petite
  petits sister soeur son teen- toddler-
VIOL abusing acharn- agres- arrachent arracher assault assaulting assaults attack attacking attacks attaqu-
  baillonn- bashing bat batre bats battant battent beating beats biting bludgeon- bouscul- braqu- brulent
  brutalis- canne ceinture ceinturon choke chokes choking clawing clobber- clubbing cogn- cracher defonc-
  demol- demont- depouill- dragging drowning ebouillant- ecras- egorg- elbowing batters battering etrangl- fires firing
  forcing frap- gaze gazer gifl- grabbing griff- groping headbutt- hits hitting hurting hurts jumping kick
  kicking kicks lacrym- ligot- lynch- maltrait- massacr- matrak- matraqu- menacant menacing menotte- molest-
  mord mordre mugging noyer pelting pelts phrap- pietin- pinning plantent planter poignard- poking punch
  punches punching pushing rackett- rape rapes raping restraining robbing robs roue rouer ruent savat-
  scratches scratching secoue secouent secouer shakes shaking shoving slamming slap slapping slash- smacking
  smother smothering smothers spits stab stabbing stomping strangl- suffocat- swinging tabac- tabas- tapant
  tape tapent taper tapes tasing tazes thrashing tirant tirent tortur- tripot- trucid- violant viole violent
  violer whipping whips
BASE attack beat burn buter choke crever drown end grab harm hit hurt jump kick kill murder punch rape rob
  shoot slap stab strangle tuer
STRUCK agresse assaulted attacked attrape balance balancer beat beated beaten bit bitten blesse blesser
  bottled broke brule- burned casse casser cassé choked clubbed cornered coups cracked decked defigure
  dragged ebouillant- ecrase elbowed forced fracasse fracture frappe gaze gifle grabbed griffe groped
  headbutted hit hurt insulte jete jumped kicked kneed knocked lance mordu mordue mugged pepper pinned
  poignarde pousse pousser punch punched pushed raped renverse robbed saisi saisie scratched shot shoved
  slammed slapped slashed smashed spat spiked stabbed strangled tabasse tackled tape tazed threw thrown
  tripped
KILL assassin- bute buter crever descendre egorg- flinguer fumer kill killing kills murder- niquer saigner
  tue tuent tuer
WANT about cherche- essai- essay- going gonna menac- pret- tente tentent tenter threaten- tries trying va
  vais vas veulent veut veux vont voul- wanna want wants will
HAVE a agit- angry approch- armed avec brandi- came carrying charge colere comes coming court crazy draws
  drew drunk entr- fou furieux got hand hands has have held holding holds ivre main menac- mis ont pointe-
  pointing points porte portent promene- pulled pulls put running runs serre showed showing shows sort
  sorti- sous swinging swings tenait tenant threaten- tiennent tient vient w waves waving wielding with
WEAPON handgun- ak aks 9mm acid acide arbalete arme armed armes axe barre baseball bat baton batte bayonet blade-
  bouteille bow brick brique calibre canif carabine- chainsaw ciseaux cleaver couteau- couto- cran crossbow
  crowbar cutter flingot flingue- fourche fusil- glock grenade- gun gun9 gunman gunmen guns hache hachette
  hammer harpon hatchet kalach- kalashnikov kalashnikovs katana knif knife kniv- lame lamelle lames machet-
  machete- marteau matraque- molotov- opinel pavé pelle pioche pistol- pistolet- pitchfork pétoire revolver-
  rifle- sabre- scissors screwdriver- seringue shiv shotgun- spear sword- syringe taser tazer tesson-
  tire-bouchon tournevis tronconneuse weapon-
SHOTS ak47 canarde detonation- fusillade- gunfight gunfire gunman gunshot- machinegun mitrail- rafale-
  shooter- shooting snip- tireur-
HOME loft airbnb apart- apartment- ascenseur attic baie balcon balcony bank banque basement bathroom bedroom
  bijouterie boulangerie boutique bureau cabanon camping car-port caravan cave cellar chambre chez couloir
  couloirs cuisine digicode domicile door downstairs ecole elevator etage fenetre- flat garage garden-
  grange hall home hotel house immeuble jardin kitchen- lobby lock magasin maison- office palier pharmacie
  place porte residence rideau- roof room salon school serrure- shed shop soupirail stairs store terrasse
  toilettes toit upstairs velux veranda verrou villa vitre vitres vitrine- volet- window- yard
BREAK arrach- banging break breaking breaks bris- burgl- cambriol- cass- climb- climbing- cogn- crochet-
  defon- defonc- demont- drilling enfonc- escalad- explos- forc- fouill- fractur- grat- jiggl- jimmy- kick
  kicking knock- pete peter pick- pounding prying rattl- sawing scie- secou- shak- smash smashing sonn-
  tambourin- tape tapent tourn-
ENTER came climb- coming enter- entre- in inside into introdui- ouvr- penetr- rentr- through
THIEF burglar- cagoul- cambrioleur- inconnu- intruder- intrus masked masque- prowler- robber- rodeur-
  stranger- voleur-
HEAR ecoute entend- hear heard hearing jentend-
CRY beaten coups cri crie crient crier cris cry crying frap- help hurl- pleur- scream- shout- tape yell-
PILLS antidepressants antidepresseurs anxiolyt- aspirin- barbiturates benzo- boite bottle cachet- cocktail
  comprim- doliprane drogue drugs ghb ibuprofen- insulin insuline lexomil medic- medoc- meds morphine
  opioids paracetamol pills pilul- pilule- plaquette- sedatifs sirop sleeping somnif- tablet- traitement
  tranquilizers tylenol xanax-
DIE crever dead die disparaitre mourir
FIRE blaze brasier brousailles burning embrase feu fire fireball flam- incendi- wildfire
BURN ablaze bruel- brul- burn burning burns calcin- cram- embras- feu fire flam- smould-
SMOKE burnt carbon carbone fumee fumees gas gaz monoxyde smoke smokey
HURT agonise- alonge- amput- assomme bleed- bless- blood bloque bloques broken brule buried casse casualt-
  coinc- convuls- crushed dead decombres dying ecras- ejecte- encastr- ensanglant- ensevel- evanoui- flipped
  fracas- fracture- gisent hurt impacted impaled inanim- inconscien- injur- knocked ko lying mort morte
  morts pisse respond- retourn- rubble saign- sang sonne stuck trapped unconscious unrespons- vegetatif
  wounded wounds
CRASH accident- carambol- collision- crash- derail- embouti emboutit fauch- fonce percut- pileup renvers-
  wreck
VEHICLE camionnette- van autocar bagnole bike bus caisse camion- car cars coach coffre cyclist- ebike fauteuil fourgon- lorry
  minibus motard- moto motorbike motorcycle motorcyclist- motorway pedestrian- pieton poussette quad railing
  rame scooter- stroller taxi tracteur tractopelle tractor train tram trolley trotinette truck- trunk van
  vehic- velo velos voiture- wheelchair
GROUND along- carrelage chaussee floor ground kerb lying middle pavement pluie road route rue sidewalk snow
  sol street tarmac terre trottoir voie
PUBLIC cortege crowd customers foule gens manif manifest- marchands marche market parade passants
  pedestrians pelerins people pietons procession promenade shoppers students terrace terrasse touristes
  tourists visitors
BOMB bomb bombe bombes bombs dynamit- engin explosif- explosive- grenade grenades tnt
POLICE 911 999 ambulance- assistance cop cops firefighter- firemen flic flics gendarme- intervention keuf-
  medic medics officer- paramedic- patrol patrouille police policeman policier policiers pompier- rescue
  samu schmit- secours urgences
CALL alert appel- call contact envoy- prevene- prevenir previens send-
COME amene- arriver come rapplique- venez venir vien viene viens vient
HELP aid aide aider aidez aidé help helpme hlp rescue sauve- save secourez
FAST asap assistance deconne depech- emergencies emergency fast hurry immediat- intervention maintenan
  maintenant now quick- rapid- renfort supplie urgence- urgent- vite
FEAR afraid angoiss- apeur- crains effray- fear flip- frightened frightening panicking paniqu- peur scared
  scary shaking terrif- terrorise- trembl- trouille
HIDE accroupi- barricad- cache cachees cachent cacher cachons concealed crouching hid hidden hide hiding
  planque- refugi- wardrobe
SPOT armoire attic backroom basement bathroom bed bedroom buanderie buisson- bureau- bushes cabine canape
  car cave cellar chambre closet comptoir couloir counter cuisine cupboard desk- dessous douche dressing
  escalier garage grange grenier here ici kitchen laundry lit lits office placard placards rayon reserve
  salle shed shelves shower sofa sousol stairs stairwell stall table toilet- toit vestiaire voiture wardrobe
  wc
OUT atten- autour balcon bas behind dehors derriere devant door downstairs jardin outside palier parked
  portail porte waiting yard
FOLLOW coursent courser coursait talonn- pistent chased chasing colle collent follow followed following follows pistent poursui- pursued pursuing
  rattrap- stalked stalking suit suiv- tailing tails traqu-
WALK alone bus dark depuis gare home metro night nuit parking pas pied right rue seule since station stop
  street train tram trottoir walk-
TAKE abduct- captiv- chained embarqu- embarque- enchain- enlev- hostage- kidnap- ligot- menott- otage-
  prisonn- rapt ravisseur- sequestr-
LOCK attach- barred captive chained enchain- enferm- enferme- imprisoned lock locked locking locks retenu-
  retien- sequestr- tied
GONE disappear- disparai- disparu- echapp- enfui- fug- introuvable kidnapped kidnapping missing runaway
  vanish- wander-
ALONE abandon- alone closed dedans dehors enferm- inside left locked outside parked perdu pleure seul seule
  seuls unattended unsupervised wander-
EDGE antenne autoroute balcon balcony barriere beach bord bridge canal cliff corniche crane eau echafaudage
  edge etang falaise fence fenetre ferree garde-corps gouffre grue highway lac lake ledge ledges mer metro
  motorway nationale parapet piscine plage platform pond pont pool precipice puits pylone quai railing rails
  railway rambarde ravin rebord river riviere road roof roofs route scaffolding sea toit tracks vide void
  voie voies water well window
STOP laisse laissent let lets letting refuse
LEAVE descendre get_out go leave out partir rentrer sortir
ALIVE bouge- breath- consci- lever marcher move movin moving parle pouls pulse react- reagi- respir- respond
  responding responsive reveil- speak stand swallow talk wake wakes wakeup waking
FAINT accouch- agonis- allergi- anaphyla- aneurysm anevrisme arythm- asphyx- avc blackout cardia- choking
  collaps- coma contraction- convuls- crack- crisis delir- diabet- drown- dying ecroul- effondr- electrocut-
  embolie epilep- etouf- evanoui- faint- fever fit hemorag- hyperventilat- hypoglyc- hypotherm- inconscien-
  infarct- insolation malaise- noie noyade noyer overdo- overdos- paralys- seizure- spasm- stroke stung
  suffocat- suffoqu- sunstroke surdos- syncope tetani- thrombos- unconscious unresponsive
BLEED bleed- blood ensanglant- hemorag- pissing saign- sang
BODY arm arms back belly bras chest cheveux coeur cote cou crane doigt- dos eye eyes face feet finger- foot
  gorge hair hand hands head heart jambe leg legs main mains neck nez pied poignet- poitrine pouls skull
  stomach tete throat ventre visage yeux
PAIN ache brulure- closing crush- douleur- drooping gonfl- mal numb oppress- pain paralys- serre- swell-
  tight
TERROR attentat- daech djihadi- isis jihadi- kamikaze terroris- tuerie
VEINS poignet poignets veine veines wrist wrists
SUICIDE hang hanged hung immol- mutil- pendre pendu- scarifi- suicid- tailad-
JUMP jump- precipit- saut-
SELF herself himself m me moi myself s se soi themself
NOT aucun- cannot jamais never no not pas plus rien sans without
EX abuser admirer agresseur- agressor attacker beau bf boyfriend compagnon conjoint copain ex exboyfriend
  exhusband exmari harceleur- hubby husband inconnu mari mec oncle pere stalker stranger
PRON elle he il ils she they
THERE behind dehors derriere here ici outside palier
TALK appeler call ecri- parler phone speak talk telephoner
NUM cinq couple deux dix eight few five four huit many neuf nine quatre quelques quinze sept seven several
  six ten three trois two vingt
YEAR an2000
DAY dimanche friday jeudi lundi mardi mercredi monday samedi saturday sunday thursday tuesday vendredi
  wednesday week weekend
LONG an annee- ans day days jour jours mois month- semaine- week weeks year-
MONTH aout april august automne avril december decembre ete february fevrier hiver january janvier juillet
  juin july june mai march mars may november novembre october octobre printemps september septembre spring
  summer winter
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
export const SHORTHAND = `scour secours,skour secours,sekour secours,secour secours,jve je vais,jv je vais,jvai je vais,jvais je vais,jvas je vais,mfr me faire,jsui je suis,chui je suis,g j ai,
  jai j ai,c c est,cest c est,ya il y a,ia il y a,ki qui,ke que,kelkun quelqun,kelk1 quelqun,qq1 quelqun,qqun quelqun,qqn quelqun,kkun quelqun,
  some1 someone,sum1 someone,sm1 someone,mnt maintenant,mtn maintenant,mtnt maintenant,rn right now,plz please,pls please,svp please,
  stp please,aled a l aide,alaide a l aide,laide l aide,ossecour au secours,osecour au secours,ausecour au secours,oskour au secours,
  dan dans,ds dans,vs vous,ns nous,tt tout,tjr toujours,tjrs toujours,qd quand,rdv rendez vous,im i am,ive i have,hes he is,shes she is,
  theyre they are,theres there is,were we are,youre you are,its it is,u you,r are,ur your,gona gonna,gna gonna,tryna trying,hlp help,
  wont will not,dont do not,cant can not,isnt is not,arent are not,doesnt does not,didnt did not,wasnt was not,ppl people,bc because,
  kms kill myself,couto couteau,cuto couteau,kouto couteau,tro trop,veu veut,peu peut,fai fait,jpeu je peux,jpe je peux,jveu je veux,jme je me,
  jm je me,narive n arrive,sest s est,plu plus,hom monsieur,ome monsieur,nife knife,fyre fire,fir fire,hous house,tyre pneu,hose house,haus house,fe feu,fö feu,pa pas,moa moi,avk avec,ac avec,besoin besoin,koman comment,swicid suicide,mor mort,mouri mourir,bb bebe,goin going,comin coming,jetend j entends,linstant l instant,repon repond,creve crever,creves crever,tonite tonight,evrywhere everywhere,mi mis,cou coups,e est,che chez,mezon maison,salle salle,pie pied,repo repond,repons reponse,apele appelle,done donne,bin bain,suis suis,mfe me fait,arete arrete,areter arreter,marche marche,siouple please,sil s il,yu you,abt about,wth what,gonn gonna,mek mec,keske quoi,deor dehors,dehor dehors,aidé aidez,vene venez,dun d un,etouf etouffe,nrv enerve,o au`;
