/**
 * The rules. A line is a set of things that must all stand close together in one sentence, in any order: the
 * order of signed languages, and of panic, is not that of French or English. `CAPITALS` name a family of words.ts;
 * `a|b` is either; `a_b` is those words in that order; a number before the line is how close (words apart, 5
 * unless told), `0` is "the whole sentence is this". `<` before: also when said of what has just finished
 * ("on m'a poignardé"); `?` before: only when something says that it is not over. `!` before: carries its own
 * denial ("ne respire plus").
 */
export const RULES: Readonly<Record<string, string>> = {
  help: `
0 emergency
0 besoin|need HELP
HELP tout_de_suite|right_now|immediat-
0 PRON|WHO coming|revenu|entrent|ici|here|arrive
0 fire|overdose|explosion|bomb|bombe|attentat|shooting|kidnapping|intruder|robbery
besoin|need secours|help mari|husband|FAST|bless-|hurt
bless-|hurt secours|help
je_vous_en_prie
prie aider|aidez|venez
please|prie come|venez
viens|venez|come aider|aidez|help
HELP|aidez tuer|kill|frap-|mal|danger|meurs
2 FEAR COME
send|envoyez|envoie someone|quelqun|quelquun|anyone
CALL|appeler POLICE empech-|can|peux|not
risque vie|mort
need|besoin|want immediate|immediat- POLICE|HELP
i_am|je dying|meurs
think dying
need|want ambulance
need officers|police|cops|someone here|now
get POLICE here|now
CALL POLICE FAST|please|plait|me|moi|adresse|peux|can
CALL 911|999|112|17|15|18
besoin secours|police|ambulance
kelkun|quelqun appel- POLICE
2 ME secours
3 ME danger
intervenir|intervention FAST
danger immin-|immediate|immediat|mortel|mort
WHO tuer|kill moi|me
mayday
2 sauv- ME
save me|us
au_secours
ossecours
0 secours
0 HELP
0 HELP ME
0 please HELP ME|someone
0 HELP HELP
0 FAST
0 FAST FAST
0 sos
HELP FAST
HELP danger
pitie HELP
HELP ME FAST|please|pitie
someone|somebody|quelqun|please HELP us|nous
somebody|someone come
please|pls someone|somebody|quelqun come|help
trapped help
a_l_aide
3 POLICE FAST
3 POLICE COME
2 POLICE CALL
2 POLICE need|besoin|want
3 POLICE faut|veux
get POLICE here
send|envoyez quelqun|someone|help
3 COME FAST
3 please hurry|come
hurry WHO
depech-
2 en|in danger
danger ME|mort|vite
vie|life danger
c|this|it|is est|is|s urgence|emergency
2 ON die|mourir going|va|vont
FEAR vie|life
grave vite
`,
  threat: `
menac-|threatening|threaten- saut-|blow|explos-|feu|fire|burn|brul-
blow|faire up|sauter bus|train|building|immeuble|maison|everything|tout|us
va|will|gonna|going kill|tuer la|le|her|him|nous|us
menac- casse-|tuer|frap-|brul-|tout palier|ouvre|porte|dehors|bas
says|dit|crie WANT|will KILL|BASE
3 threatening|menac- KILL|VIOL|BASE|feu|fire
PRON almost|presque here|ici|la
PRON coming up|upstairs|closer|approch-
found|retrouve|trouve us|me|nous ici|here|coming|dehors
PRON va|will entend-|hear|tuer|trouver|find
3 WANT KILL ME|WHO|SELF
3 WANT faire tuer|BASE|VIOL
4 WANT BASE ME|WHO
4 WANT VIOL ME|WHO
menac- mort|tuer|tout porte|devant|palier|maison
menac- WEAPON
menac- passants|gens|people|tout_le_monde|everyone
faire_la_peau
4 PRON revien-|revenir|coming|arrive|arrivent|approche|monte- FEAR|FAST|ME|escalier|stairs
coming for|after|at me|us
retrouver|find|attraper|catch|get WANT ME
`,
  violence: `
sol|floor|ground plaque-|pinned ME
caillass- ME|bus|police|nous
crie-|scream- viol|rape
plaque-|pinned ME|sol
4 are fighting
are|se fighting|battent WEAPON
? ME pushed|bit
? ME|M blesse|blesser
< 3 BODY grabbed|attrap-|saisi|held|tient
gifl-|slap-|spitting|crach- ME|on_me|dessus
claque-|gifle- donne|prend
< bagarre
< baston
< rixe
< brawl
fight WEAPON|bottle-|street|quick|platform|outside|people|there|sang|blood|ko|bar|club
killing|tue|tuent his|sa|her|WHO
chasing|poursui-|court_apres WHO
coups poing|pieds|tete|couteau|baton
? BODY STRUCK|punch-
< raped|violee
being|getting raped
viens de violer
on|hommes|men|types|they block-|barr-|entour-|coinc- route|way|passage|ME
WHO STRUCK|coups|sang now|still|encore|toujours
throw-|throwing|jet-|lanc- things|objets|stuff|assiettes|vaisselle|everything|tout WHO|ME|us
drunk|ivre|bourre|soul throwing|breaking|cass-|smash-|crie|yelling|screaming|hurle
< cass-|broke|broken|fractur- BODY BLEED
bagarre|baston|fight|brawl ko|knocked|sang|blood|couteau|outside|dehors|devant
violent PRON|mari|husband piece|room|here|ici|la|cote
? PRON|WHO smashed|broke|casse|threw|jet- phone|telephone|porte|door
WHO WANT sex|coucher|viol-|touch-
en_sang
beating up
< jet-|threw huile|acid-|bouillant-
choking|etrangl- WHO
PRON hits|frap-|hit ME
4 WHO tient|tiens|grabs|has|hold BODY|HAIR
lapid-
3 se|me|nous fait|fais|font arrach-|agress-|frap-|tabas-
on|WHO nous|us VIOL|jet-|attaqu-
WHO getting|being|is jumped|STRUCK
gaz-|lacrymo- ME|WHO visage|yeux
4 VIOL ME|WHO
5 VIOL CHILD
5 en_train_de VIOL|BASE
being|getting|gets|get STRUCK
3 BASE|STRUCK ME|WHO now|maintenant
3 WHO BASE|STRUCK WHO|ME moi|woman|street|kitchen|drunk|child|cuisine|rue|beaucoup|fort
se|me|fais|fait|font|faire VIOL
? 4 STRUCK ME|WHO
? ME VIOL
? me|se fait VIOL|STRUCK
casse|smashing|breaking|pete tout|everything|cable
going|devient|devenu|devenue crazy|fou|folle|violent
leve main
WHO top me
3 BODY hand|hands|mains|main|tient|grab|tire|pulling|by
bagarre|baston|rixe|brawl|fight eclate|cours|devant|bas|outside|ground|sol|huge|happening|now|maintenant
se|s battent|bagarrent|tapent|entretuent
are fighting
coups|kicks pied|ventre|sol|tete|head
force|forces|forcing coucher|sex
touche|touching|groping|stop ME|enfant bus|metro|train|fesses
jet-|lanc-|throw- sur|at pierre-|caillo-|rock-|stone-|bouteille-|bottle-|mortier-|people|gens|cars
HEAR CRY
CRY|screaming secours|help|arrete|stop
WHO crie-|crier beaucoup|fort
ivre|drunk|bourre|drogue hit|frap-|violent|yelling|hurle
! wont|not stop|arrete VIOL
`,
  weapon: `
menac- tirer|shoot
armed robbery|man|men|gang|hommes|homme
bless- balle|balles|couteau
balle|bullet tete|head|tir-|SELF
plaie|wound
3 tir-|firing|shoots|fire WEAPON|rifle|gun|balcon|window|fenetre
WEAPON FEAR
FEAR WEAPON|OUT
3 WEAPON hidden|cache|sac|bag|poche|pocket|ceinture
WHO WEAPON OUT
< ME|I poignard-|stabbed|shot|egorg-
active shooter
SHOTS school|rue|street|ecole|mall|bar|people|gens|outside|now
shooter|tireur|gunman|gunmen
WEAPON sur|at|on|contre|against ME|WHO|maman|tempe|head
WEAPON faisceau|threat
WHO arme|armed|armes
WEAPON crie-|hurl-|yell-|screaming|fou|crazy|folie
5 WEAPON HAVE WHO
4 WEAPON WHO come|venir|porte|door|rue|street|magasin|store|maintenant|now|metro|bus|tram|ecole|school|fenetre|tirer
4 WEAPON throat|gorge|cou|neck|head|tete
6 WEAPON WHO came|entr-|walk-|court|courir|promen-|running|menac-|threaten-|braqu-|pointe-
WEAPON menac-|threaten-|braqu-|pointe-|pointing|attaqu-
WEAPON loaded|charge|out|pris|prend
WEAPON WEAPON
WEAPON ici|here|la
3 tir- sur|dessus|ME|gens|partout|rue|bas
< tir- dessus
coup-_de_feu
coup-_feu
shots
SHOTS
HEAR tir tirs
HEAR tirs
ca tire
WHO is shooting|shoots|tire
0 WHO WEAPON
< 3 WHO|fait|got|been|ete stabbed|shot|poignard-|egorg-
< plante BLEED
`,
  'break-in': `
3 quelqun|someone|somebody|THIEF HOME
intruder
intrus
THIEF HOME|here|ici|bas|inside
cambriol- WHO|voisin-|train|now
< cass-|brise|broke|smash-|defonc- fenetre|window|porte|door|vitre|serrure|lock rentr-|entr-|in|dedans|inside|chez
3 THIEF BREAK|HOME
break|casser door|porte
lurk-|rod- porte|door|maison|house
WHO veut|wants|trying|essaie entrer|rentrer|in
prowler|rodeur
on|they|ils essai-|trying ouvrir|open porte|door|it
< quelqun|someone|somebody|inconnu-|stranger-|homme|man|monsieur|men|ils|they|on entre|rentre|introdui-|broke|entered|got HOME|chez
3 PRON dedans|inside
UNK rentre|rentrent|entrent par
HEAR glass|verre|vitre|fenetre|window|porte|door|des_pas|footsteps|voix|voices|bruit|noises
3 coming|came|come through|in door|window|fenetre|porte
2 on ENTER HOME
on ENTER par
porte|door forcee|forced|ouverte|open inside|interieur|encore|still
broken|brise|bris- glass|verre|vitre
cass-|break-|bris- vitre-|vitrine-|window-|windows UNK|train|now|moment
UNK fouill-|rod-|inside|bas|etage maison|house|bas|chez
noise|noises|bruit-|HEAR fouill-|bas|downstairs|attic|grenier|basement|cave reveil-|seul-|alone|quelqun|someone|peur
ouvr-|ouvre|opening porte|door|serrure cle|clef|key quelqun|someone|UNK
torch-|flashlight maison|house|voisin-|neighbo-
alarm- camera|UNK salon|maison|room
UNK rentr-|entr-|climb- fenetre|window|balcon|toit
UNK essai-|trying|veut|forc- porte|door|serrure|handle|poignee
UNK couloir|cour|cave|hall bizarre|inconnu|cagoul-
4 UNK|on|ils BREAK HOME
3 trying|essai-|essay-|veut|wants|tent-|cherche- ENTER|get_in|break
3 trying HOME
3 UNK ENTER HOME
3 break-|broke|broken in|into HOME
3 breaking|break in
3 THIEF HOME
THIEF dans|in|inside|bas|downstairs|ici|cour-
3 UNK|THIEF dans|in|inside|downstairs|upstairs|under|on HOME|closet|placard|lit|bed
quelqun|someone|y_a bas|inside|dans|downstairs HOME|moi|bas
HEAR des_pas|footsteps|bruit-|noise-|voices|voix|quelqun bas|downstairs|house|maison|inside|upstairs
UNK inside|open|ouvre|refuse HOME
camera UNK|men|people|deux|two
BREAK porte|door|window|vitre|vitrine
? ENTER HOME|chez
? STRUCK|broke|cass- window|vitre|door|HOME
braquage|robbery|cambriolage|burglary|hold_up cours|progress|maintenant|now
voler|stealing|cambrioler|robbing|piller|looting train|now|cours|right|are|is
being|am|getting|fais braqu-|racket-|robbed|mugged|depouil-
`,
  suicide: `
envie SELF KILL
3 fait ts
SELF tir- balle
decid- finir|end|mourir|die
adieu
goodbye end|life|world|forever|all|everyone|kids|love
plus|no courage vivre|live
< swallow-|avale PILLS|entire|whole|tout
veux plus vivre|la|me_reveiller
took|pris whole|entire|tout|toute PILLS
< suicid- trouve-|sang|pouls|pas|help|secours|instant
too|trop many|PILLS took|pris|avale
regret- PILLS
au_bord vide
edge standing|on_the
corde|rope ready|prepar-|prete|cou|achet-
throw|jet-|foutre|saut- under|sous train|metro|bus|camion
supporte plus|rien corde|vie|finir
not take_it|anymore rope|pills|knife|gun|bridge
night|soir|today|demain|heure last|derniere|fin|finis|jarrete|arrete tout|life|vie|all
ending it|life|everything
plus|not raison|reason|envie|want vivre|live
want|veux|aimerais|voudrais gone|disparaitre|dormir|sleep jamais|forever|toujours
veux rejoindre
fini vie|tout|pour_moi adieu|pont|train|rails|balcon
bord|edge|ledge|pont|quai|rails|toit|roof|bridge|parapet WHO pleur-|crying|saut-|jump-|pied|assis|sitting|suicid-|standing|debout
train WANT JUMP|jeter|under|sous
couch- rails|voie
allong- rails|voie
gas|gaz ouvert|ouvre|on mourir|sauter|die
4 WANT SELF KILL|suicid-|pendre|JUMP|foutre|flingu-|noyer|immol-
WANT suicid-|die|mourir|JUMP|crever
envie|veux mourir|crever|finir|disparaitre
envie|want end|finir|en_finir
en finir corde|vie|veux|envie|va
3 end it|life|everything|things WANT|my
kill-|hang|hurt|cut-|shoot|hanging myself|himself|herself|themself
SELF suicid-|pendre|tailad-|mutil-
4 WHO|I sur|on|standing|sitting|bord|monte|edge EDGE mere|kids|saut-|JUMP|pleur-|WHO|fini|rebord|ledge|jump
JUMP EDGE
adieu|goodbye|farewell saute|message|tous|all|saying|forever|say|lettre|letter
tell|dites kids|mere|mom|family love|aime
foutre|fous air
tirer balle
tentative suicide
corde|rope|noose|PILLS devant|ready|prete|have|foret|neck|cou
laisse|left|parti- lettre|letter|corde|rope fusil|gun|parti-|foret|gone
VEINS
SUICIDE SELF train|now
couteau|lame|razor|blade|knife|gun VEINS|head_|bathroom|own|SELF enferm-|locked|head
cutting|cut|coupe-|ouvert- VEINS|arms|bras|wrist-|herself|himself
tonight|soir|heure night|arrete_tout|serai|ends|over
cant|not|peux go_on|do_this|plus tonight|adieu|goodbye|anymore
vie vaut peine
over|fini love|toit|roof|pont
! NOT envie|want|veux|voul-|vaut live|vivre|exister
! NOT manquer-|miss personne|nobody
< pris|pri|prend|avale-|took|taken|swallowed|taking PILLS|NUM_pills
< pendu-|hanged|hung SELF|found|WHO
< ouvert|coupe|cut|slit|tail- VEINS|bras|arms
`,
  fire: `
debut incendi-
monoxyde
carbon monoxide
SMOKE corridor|couloir|cage|hall|room|kitchen|house|maison|immeuble|building
explosion usine|factory|cours
3 fire in|at house|home|kitchen|building|school|room|basement|flat|apartment
fire|feu etage|floor|can_not|get_down|descendre|coinc-|bloqu-
gens|people decombres|rubble
explos- decombres|rubble|gaz|gas
ablaze
FIRE escalier|stairs|stairwell|etage|roof|toit|fenetre|door|porte|cuisine|kitchen|cave
SMOKE ascenseur|elevator|lift|coinc-|stuck|bloqu-|trapped
stuck|coinc-|bloqu- FIRE|SMOKE
curtain-|rideau-|canape|sofa|lit|bed|matelas|tv|tele FIRE|BURN
odeur|smell BURN|SMOKE
brule|burned|burnt enfant|child|baby|eau|water|grave
< brule|burned|ebouillant- CHILD|WHO eau|huile|chaude|grave|visage
caught|catch|catches|catching fire
WHO|bloqu-|trapped FIRE|SMOKE
something|stove|oven|four|plaque-|pan|friteuse|batterie|chargeur|rideau- FIRE|BURN
SMOKE BURN
BURN now|help|vite|partout|everywhere|WHO
il_y_a SMOKE partout|plein|beaucoup|fuite
brulee_vive
0 feu
0 FIRE FIRE
au_feu
il_y_a feu
y_a incendi-|flam-
there_is fire
on_fire
en_feu
prend|pris|caught|catch feu|fire
BURN HOME|VEHICLE|building|batiment|foret|forest|ecole|school|camping|hotel|bin|poubelle-|cuisini-
ca|sa|c brul-
incendi- immeuble|foret|maison|cours|appart-
wildfire
FIRE spreading|close|vite|help|inside|dedans|out|etage|building|garage|fenetre|window
FIRE grand|immense-|huge|haut
mis|met|set feu|fire
SMOKE partout|everywhere|porte|door|escalier|stairs|noire|etage|sortir|coming|out
SMOKE smell|odeur|sent|fuite|leak|ouvert|strong-
bloqu-|trapped fumee|smoke|feu|fire
< explos- HURT|gens|rue|people|metro|just|basement|immeuble|building|there|is
< somet- explod-
a explose
`,
  medical: `
< mum|mom|dad|mere|pere|WHO fall|chute answering|repond-|moving|bouge-
can_not move PRON|pushed|fell|I
respir- mal|difficile
pommes tomb-
giving birth
accouch-
tomb-|fell reagi-|react-|bouge-|move
vide|vider sang
perdre|perds|losing|lose sang|blood
saigne|bleeding WHO|I|ME|oreille|nez_|ear|mouth|bouche|ventre|tete
dort|dormir|sleeping reveil-|wake BLEED
fievre|fever shaking|convul-|tremble-
NOT get_up|releve-|lever
fait|en arret WHO
bless-|injured|hurt partout|everywhere
repond-|responding|answering terre|sol|floor|ground|malaise|inconscien-|tomb-|fell
corps|body riviere|river|eau|water|canal|sol|rue|foret|woods|floor|bois
PAIN|hurts|numb arm|bras|chest|poitrine|coeur|heart
tombe-|fell|fall escalier|stairs|balcon|toit|echelle
trouve|no pouls|pulse|pou
< ecroul-|collaps- WHO
choking
WHO tomb-|fell|fallen|falls BODY|BLEED|escalier|stairs|get_up|releve
can not get_up|stand
coupe-|cut BODY BLEED
cut off BODY
pisse sang
WHO|baby|bebe fall|tomb- BLEED|sang|blood|tete|head
dying
meurs
unconscious
WHO|I|je poisoned|empoisonn-|drogue-|drugged
sens|feel plus|not|partir BODY|cote|jambe|gauche|droit
cote gauche mal|sens|paralys-
visage|face|bouche|mouth tomb-|paralys-|drooping|travers
WHO tomb-|fell|fallen escalier|stairs|etage|echelle|toit|sol|douche|bain|tete|floor
blood|sang WHO|partout|plein|tete|nose|nez
WHO no|pas pulse|pouls
WHO|il|elle|je gonfl-|swell-
WHO vomi-|throwing sang|blood|reveil-|wake
baby|bebe coming|arrive|nait|sort|born
contractions
miscarriage
3 WHO|I|SELF|CHILD FAINT
3 fais|fait|faire|fai|having|has|had|have FAINT
FAINT vite|help|rue|street|maintenant
3 perd- connaissance|sang
lost|losing consciousness|blood
passed|passing out
heart_attack
crise|arret cardia-
BLEED beaucoup|badly|BODY|partout|everywhere|lot|sol|floor|nez_non
2 I|WHO|je BLEED
3 PAIN poitrine|chest|coeur|heart|bras
3 BODY closing|gonfl-|swell-|drooping
waters|eaux perd-|broke|perdu
labour|labor in|woman|taxi
gravement|badly|seriously|severely bless-|hurt|injured
4 tomb-|fell|fall|chute sol|sang|blood|tete|echafaudage|scaffolding|etage|balcon|toit|roof|reveil-|bouge-|wake|moving|eau|water
GROUND WHO HURT|froid|bleu|reveil-|bouge-|respir-|middle|reagi-
WHO GROUND|man along-|lying|passed
turning|tout|now|is|est bleu|blue respond-|WHO
drugged|spiked|drogue- WHO|drink|verre
mis|put|someone verre|drink
sens|feel partir|passing
jambe|bras|leg|arm cass-|broken|arrach-|os|bone
baby|bebe no|pas breath|souffle
! 3 NOT ALIVE WHO|SELF|BODY|papa|GROUND|peux|arrive
! 2 NOT respir-|breath-|reveil-|wake
! sens|feel NOT bras|arm|cote|jambe|leg
! NOT parle|speak avc|stroke|face
< avale-|drank|swallowed|bu|ate|mange javel|bleach|poison|pile|battery|produit|acid-|piece|detergent
< effondr-|collaps-|evanoui-|electrocut-
`,
  kidnapping: `
! refus-|refuse laisser|let partir|sortir|leave|go
< quelqun|somebody|someone|they|on|ils|he|il|ex|men|man took|pris|pri|taken|prend CHILD
< WHO|men|hommes|they|ils|put|mis|mont- ME VEHICLE
< CHILD enlev-|kidnap-|abduct-
< CHILD|daughter|son|fille|fils taken|took|emmen- school|ecole|college|outside|just|devant|by
retenu-|kept|held volonte|will|hotel|room|chambre|house
empech- sortir|partir|leaving|appeler
! NOT let|laisse LEAVE
took|pris|confisqu- passport|passeport|papiers|papers|phone|telephone locked|LOCK|let|empech-|sortir
locked|enferm- room|piece|chambre phone|telephone|PRON
WHO LOCK ME|WHO
garde-|gardent|kept|keeping|keep prisonn-|LOCK|entrepot|force|will|gre|leave|partir|sortir
passeport|passport|papiers pris|took|taken|confisqu- LOCK|leave|sortir
driver|chauffeur stop|descendre|out|arrete NOT|wont|let
bag head
dans|in coffre|trunk
! NOT where|ou am|suis TAKE|taken|club|drogue-|car|van|voiture|cave
2 ME|I|WHO LOCK
LOCK in|cave|keys|cles|trunk|coffre
against|contre will|gre
ME|I TAKE
situation|prise|pris|took|taken|ont otage-|hostage-
< on|WHO TAKE ME|CHILD|WHO
coffre|trunk|boot voiture|car
rancon|ransom
tied|attach-|bag hands|mains|head|chair
4 WHO CHILD|WHO force|drag-|pull-|attrap-|embarqu-|emmen-|prend-|prendre|take|took|mis|force- VEHICLE|crier|cry
partir|emmen-|took|parti- force CHILD|WHO
WHO force- mont-|get VEHICLE
taken|know where|know am
vitre|sign|window voiture|car help|aide
? TAKE WHO
! NOT STOP ME|LEAVE|WHO
! 4 NOT STOP LEAVE
! NOT peut|peux|can LEAVE LOCK|entrepot|gardent|house
! enferm-|locked|gard- NOT LEAVE
`,
  'child-in-danger': `
CHILD disappear-|disparu- poussette|stroller|parc|park|bed|lit
old|age-|vieux|vieille|vieil|alzheimer confus-|desorient-|perdu-|lost|wandering|pyjama-
CHILD play-|jou-|marche-|walking|court|running EDGE|road|route|rails|tracks|railway|ferree|voie|voies
introuvable
CHILD vigilance|echapp-|vanish-|perdu|lost minutes|beach|plage|mall|supermarche|pleur-|cry
CHILD coinc-|stuck|trapped
lost_little|lost_kid|lost_son|lost_daughter|GONE CHILD airport|beach|store|market|crowd|foule|plage|magasin|gare|parc|zoo|mall
CHILD ran|sauv-|enfui-|echapp-|parti-|ran_away ecole|school|hour|heure|maison|home|cherche
CHILD VEHICLE|voiture|car locked|enferm-|seul|alone|hot|closed|soleil|degr-
CHILD pleur-|cri-|hurl-|crying|screaming heures|hours|secours|seul|alone|coups|help
4 hit-|frap-|tap-|bat|secou- CHILD
trying|essaie|veut|invit- CHILD voiture|car|monter|van|camionnette
CHILD GONE
GONE NUM|KID ans|years|old
perdu_fils|perdu_fille|perdu_bebe|perdu_enfant|perdu_petit|perdu_petite|lost_son|lost_daughter|lost_girl|lost_boy|lost_child|lost_kid|lost_baby|lost_little
3 CHILD est|is perdu|perdue|lost
CHILD ALONE EDGE|VEHICLE|rue|street|route|bench|banc|park|parc|baby|bebe|soleil|night|nuit
CHILD VEHICLE hot|soleil|chaleur|closed|degrees|degres|locked|enferm-
CHILD|gosse EDGE rails|tracks|tomb-|fall|playing|marche|alone|seul|bord|ledge|rebord|autoroute|motorway|remonte-
WHO suit|follow-|trying|approch-|propos-|bonbon-|candy|lure CHILD voiture|car|ecole|school|monter|bonbons
secou-|shaking|HIT bebe|baby
CHILD CRY|VIOL frap-|beaten|VIOL|heures|hours
touche|touching|touches CHILD|filles|enfant
ans|im|i FEAR|reveil-|wake|chambre|secours|battent years|NUM|ans
ran_away hour|now|just
! NOT can|trouv-|retrouv-|find CHILD
! NOT CHILD rentr-|home|jardin|remont-|reveni-
cherche partout CHILD
! wake mom|mum|maman|papa|dad NOT
`,
  terror: `
alert-|threat bombe|bomb
blow_up
faire_sauter bus|train|gare|tout|immeuble
BOMB
kalach-|arme-|gunm-|hommes_armes theatre|concert|ecole|cinema|school|eglise|mosque-|synagog-|church
WHO tue-|killing|tire-|shooting tout|tous|everyone|people|gens|monde
attentat cours|marche|maintenant|foule|metro|rue
terroris- attack|attaque|now
attack-|attaque couteau|knife|eglise|church|cours|now|foule
fonc-|ploug-|driving|roul-|ecras-|ram- PUBLIC
VEHICLE into|sur|through PUBLIC
BOMB WHO|gare|station|school|lycee|ecole|metro|alert-|threat|dans|in|mall
ceinture|gilet|vest|belt explosi-|bomb-|suicide
3 WHO explosi-
faire exploser
colis|package|paquet|sac|bag suspect-|suspicious|abandon-|unattended|ticking|tic|fils|wires
tuer|kill tous|all|everyone
poignard-|stabb- gens|people
gunman|gunmen|tireurs|shooters
explosion metro|gens|people
lache-|drop- explos-
allah
`,
  accident: `
< 3 WHO|SELF fait|fai|got|ete renvers-|percut-|run|hit_by
off road run|trying|car|went
freins|brakes lach-|failed|marchent|work
fell|fallen|falls|tomb-|push-|pouss-|saut- rails|tracks|voie|voies|metro|quai
2 head collision
frontal-
collision
CRASH|percut-|renvers- respond-|repond-|bouge-
pietons|pieton|pedestrian hit|renvers-|percut-|unconscious|inconscien-
WHO|dame|man|woman tomb-|fell route|road|rue BLEED
CRASH HURT
gros|grave|terrible|bad|serious CRASH
VEHICLE HURT|ravin|fosse|ditch|river|riviere|canal|flipped|overturned|upside|toit
motard|moto|cyclist-|pieton-|pedestrian-|motorcyclist-|scooter- GROUND
contresens
sens_inverse
a_contre_sens
wrong way
VEHICLE|conducteur hit|tape|rentr- arbre|tree|mur|wall|gens
echafaudage|scaffolding
bless- route|rocade|autoroute|plusieurs|several|many
< hit|struck|run|ran|knocked by|over VEHICLE|just|was|got|is
< renvers-|percut-|ecras- WHO|I|vient|fait|camion|bus|voiture
< hit|renvers- someone|quelqun|WHO car|voiture|bouge|waking
< off road trapped|car
`,
  followed: `
3 he|she|they|il|ils OUT house|door|porte|building|immeuble|chez
FOLLOW|chasing WHO moto|motorbike|voiture|car|parc|park|women|femmes|rue|enfant-|kids
behind ME walking|right|stop|street|rue
restrain-|ordonnance|interdi- EX|PRON|approch- door|devant|porte|here|ici
EX|PRON devant|outside chez HOME
chasing|poursuiv-|poursui- ME|I|us
entour-|surround-|encercl- ME|us|voiture|car|nous
FOLLOW ME FEAR
been|being|am|suis FOLLOW
WHO showed|venu|debarqu-|turned work|travail|chez|door|home refus-|leave|partir|crie
WHO derriere|behind ME walking|marche|stop|arret|rue|right|cours
VEHICLE|bagnole ME|cote|next roule-|slow-|pas|suit|arret-
guett- ME|OUT
WHO est|is OUT porte|door|palier|bas|window|house|chez|maison EX|menac-|crie-|peur|veut|refus-
WHO arret|stop ME derriere|behind|suit|parle|veut
3 FOLLOW ME
3 suis|am|being|been FOLLOW
3 WHO|VEHICLE suivre|follow ME|femme|woman|rue|street|night|nuit
femme|woman suivre nuit|night
! lache|lacher|leave NOT ME|alone
WHO|VEHICLE behind|derriere|next|cote ME|walking|rue|cours|right
EX|harceleur OUT|here|ici|showed|tourne|revenu
PRON OUT waiting|parked|watching|sonne|porte|door|menac-
3 PRON|EX at door|travail|work|fenetre
1 m attend|attendent
1 WHO atten- dehors|bas|porte|sortie|coin|palier FEAR|couteau|menac-|moi
1 waiting for_me|outside_my|me
looking|regard-|watching through|fenetre-|windows|par|me
rode|rodent|prowling|lurking
court|courent|running|cours|courir apres|after|derriere|behind
VEHICLE slow-|pas|roule|ralenti- next|cote|rue|walking
colle|trottoir|chelou rue|tram|metro|moi|homme|lache
FEAR PRON revien-|revenir|come_back
stalker ici|here
`,
  hiding: `
0 NOT TALK I|can|peux
3 I sous|under lit|bed|table|bureau|desk
PRON dort|sleeping|asleep cote|next|salon|room
cachette
secret|secretly|discret- writing|ecris PRON|mari|husband
LOCK|enferm- car|voiture surround-|entour-|outside|dehors|autour
I|je|on cache|HIDE
! peux|i|je NOT TALK cote|next|piece|room|he|il|ils|they|entend-
2 I|ME HIDE
HIDE SPOT
0 HIDE
HIDE PRON cherch-|looking
LOCK SPOT PRON|tape|outside|door|porte|crie
SPOT sous|under|dans|in PRON|please|peur|afraid|with_my|inside
barricad-
porte|door bloqu-|blocked|barricaded|chaise|chair
chuchot-|whisper-
order-|fais|pretend- pizza
text only
chut|shh|shhh PRON|ici|HEAR|sous
! TALK NOT i|je|peux he|il|they|ils|room|cote|police|entend-
! NOT call|appel-|phone hear|entend- PRON
3 PRON HEAR va|will|entendrait
doucement|only|seulement PRON la|close|near|piece|room|ici
`,
};
