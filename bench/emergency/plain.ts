/** Plain, unmistakable cries: weights that miss one of them are not written (train.ts), whatever their figures. */
export const PLAIN: readonly string[] =
  `au secours|au secours il me tue|au secours aidez-moi|à l’aide il me tape|help he has a knife
il me tue|il me frappe|il me frappe au secours|il va me tuer|il veut me tuer|elle va me tuer|ils vont me tuer|mon mari me frappe|mon mari va me tuer|mon père me frappe là
il a un couteau|elle a un couteau|il a une arme|il a un pistolet|il a un fusil|ils ont des armes|il m’étrangle|il me viole|je me fais violer|on m’agresse|on me frappe
je suis en danger|je suis en danger de mort|on veut me tuer|quelqu’un veut me tuer|je vais mourir|je vais me tuer|je veux mourir|je vais me suicider|je vais sauter
il y a le feu|il y a le feu chez moi|la maison brûle|il ne respire plus|elle ne respire plus|mon bébé ne respire plus|il est inconscient|elle est inconsciente
je saigne beaucoup|il saigne beaucoup|on m’a poignardé|on m’a tiré dessus|il y a un homme armé|un homme tire sur les gens|il y a une bombe|quelqu’un est entré chez moi
il y a un cambrioleur chez moi|il force ma porte|quelqu’un force ma porte|on force ma porte|il défonce la porte|je suis cachée il est là|je suis enfermée il a pris les clés
on me suit j’ai peur|un homme me suit|quelqu’un me suit|mon enfant a disparu|ma fille a disparu|mon fils a disparu|on a enlevé ma fille|envoyez la police vite|venez vite
appelez la police|aidez-moi il me bat|il me séquestre|il m’a enfermée|il y a un accident il y a des blessés|il fait une crise cardiaque|elle fait une overdose
he is hitting me|he is going to kill me|he will kill me|he wants to kill me|he is killing me|he has a knife|he has a gun|she has a knife|they have guns|he’s strangling me
he is raping me|i am being raped|i am being attacked|my husband is hitting me|my dad is hitting me|i am in danger|someone is trying to kill me|i am going to die|i want to die
i am going to kill myself|i am going to jump|there is a fire|my house is on fire|he is not breathing|she is not breathing|my baby is not breathing|he is unconscious
she is unconscious|i am bleeding badly|i have been stabbed|i have been shot|there is a man with a gun|someone is shooting|there is a bomb|someone is in my house
someone is breaking in|he is breaking down the door|there is a burglar in my house|i am hiding he is here|he locked me in|i am being followed|a man is following me
someone is following me|my child is missing|my daughter is missing|my son is missing|someone took my daughter|send the police now|please send police|call the police
help me he is beating me|i have been kidnapped|there has been an accident people are hurt|he is having a heart attack|she is overdosing|please help me|i need help now
j’ai besoin d’aide vite|besoin d’aide urgente|aidez moi|au secour il ma tape|aled il me tape|ya kelkun ki rentre ché moi|il a 1 couto|mari frapper moi maintenant
Mon mari est en train de me frapper|MON MARI ME FRAPPE !!!|mari frapper moi maintenant|My husband is hitting me|il n’arrête pas de me frapper|he won’t stop hitting me
jvé mfr tuer|he’s going to kill me|il a un couteau|il a 1 couto|ILLL A UN COUTEAUUU|homme couteau venir porte
theres a guy with a gun outside|on m’a poignardé|ya kelkun dan la maison|Someone is breaking into my house|je vais me tuer|I want to die
J’ai avalé toute la boîte de somnifères|Il y a le feu dans mon immeuble|my house is on fire|Mon père ne respire plus|she’s unconscious|il m’a enfermée et il a pris les clés
they are holding me against my will|Mon fils de 4 ans a disparu au parc|there’s a baby locked in a hot car|un camion fonce dans la foule|there is a bomb in the station|Accident de voiture, il y a des blessés
someone just got hit by a car|Quelqu’un me suit depuis le métro|im being followed|je suis cachée dans la salle de bain|i cant talk hes in the next room|g besoin daide vite
h3lp me pl3ase|Please send police now`.split(/[|\n]/);

/** The plainest: found however many polite sentences stand around them. */
export const VITAL: readonly string[] =
  `au secours il me tue|help he has a knife|il a un couteau|il va me tuer|he is going to kill me|mari frapper moi maintenant|My husband is hitting me
someone is following me|je suis cachée dans la salle de bain|Mon père ne respire plus|he is not breathing|i want to die|je vais me tuer|Someone is breaking into my house
ya le feu dans limmeuble|my house is on fire|he has a gun`.split(/[|\n]/);

/** As plain, and no emergency: weights that flag one of them are not written either. */
export const PLAINLY_NOT: readonly string[] =
  `Le bouton Rechercher ne répond pas.|votre site ne répond plus|la page est bloquée|the search button does not respond|the page is stuck
mon voisin m’a menacé il y a deux ans|ce n’est pas une urgence|ce n’est pas urgent|it is not an emergency|not an emergency
My husband hit me last week, where can I get help?|homme frapper moi année dernière|non il ne me frappe pas|no he isn’t hitting me|il n’a pas de couteau
no one is following me, just asking|personne ne me suit|je ne suis pas en danger|I am not in danger|je suis mort de rire avec votre site|this is killing me, so funny|my boss fired me yesterday
Comment déclarer le fusil de chasse de mon grand-père ?|quelqu’un me suit sur tiktok|someone is trying to log into my bank account|quelqu’un essaie d’entrer dans mon compte
mon mari me frappe parfois quand il boit, à qui en parler ?|J’ai reçu une amende pour un feu rouge|aidez moi à remplir ma plainte en ligne svp
J’ai vu un film où un homme prend des otages|would it be an emergency if someone stole my bike|Si un cambrioleur entre chez moi, ai-je le droit de me défendre ?|there is no fire|il n’y a pas de feu
Je voudrais déposer plainte pour vol de vélo|I want to report a stolen bike|j’ai perdu mon passeport|I lost my passport|mon téléphone a été volé|my phone was stolen|mon chat a disparu|page 2 sur 2|17|Mon mari m’a frappée il y a deux ans|Mon père me frappait quand j’étais petite|Mon fils est harcelé au collège|Ma fille a fugué le mois dernier|J’ai des idées noires depuis des mois|On me surveille.|Je suis en train d’écrire`.split(
    /[|\n]/,
  );
