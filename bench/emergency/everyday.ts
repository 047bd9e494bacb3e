/**
 * What people write around what they come for, and languages that the phrases are not in: none of it is an emergency, and
 * none of it may hide one.
 */
export const EVERYDAY: Readonly<Record<'fr' | 'en', readonly string[]>> = {
  fr: `Bonjour.|Bonsoir.|Bonjour madame.|Bonjour monsieur.|Salut.|Bjr.|Bsr|Merci de me lire.|Merci.|Merci beaucoup.|Merci d’avance.
Je vous écris depuis mon téléphone.|Je m’appelle Camille !|Je m’appelle Karim.|Mon nom est Martin.|Mon prénom est Sofia.|J’ai 34 ans.
Il pleut ici.|Nous sommes à Paris.|Je suis à Lille.|J’habite à Lyon, rue des Lilas.|J’habite 12 avenue de la République.|Je suis de Marseille.
Mon adresse est 4 rue Pasteur.|C’est au troisième étage.|Appartement 12.|Le code est 1234.|Voilà.|D’accord.|OK.|Oui.|Non.|Oui merci.
Pardon de vous déranger.|Excusez mon français.|Excusez-moi.|C’est la première fois que j’écris ici.|Je ne savais pas à qui écrire.
J’espère que vous allez bien.|J’espère que c’est le bon service.|Bonne journée.|Bonne soirée.|Cordialement.|Bien à vous.|À bientôt.
J’ai une question.|C’est pour un renseignement.|Je vous explique.|Voici la situation.|Je suis étudiant.|Je suis retraitée.|Je travaille de nuit.
Je suis en France depuis trois ans.|Je parle un peu français.|Vous m’entendez ?|Il y a quelqu’un ?|Allô ?|Je patiente.|J’attends votre réponse.
Mon numéro de dossier est 2024.|Je vous envoie la photo.|C’est une longue histoire.|Je ne sais pas par où commencer.|On m’a conseillé ce site.
mot pour mot|message 3|page 2|test|essai|deuxième message|première question|Et pour l’amende ?|C’était mardi.|Je reviens vers vous.|Je n’ai rien d’autre.`.split(
    /[|\n]/,
  ),
  en: `Hello.|Hi.|Good morning.|Good evening.|Hello sir.|Hi there.|Hey.|Thank you.|Thanks.|Thanks a lot.|Thank you for reading.
I am in Lyon.|I am in Paris.|I live in Lille.|I live near the station.|My name is Alex.|My name is Sarah.|I am 28.|I am from Canada.
I am writing from my phone.|I don’t speak French.|I do not speak French very well.|Sorry for my English.|Sorry to bother you.|Excuse me.
It is raining here.|I hope you are well.|I hope this is the right place.|I have a question.|It is just a question.|Here is the situation.
My address is 4 Pasteur street.|Third floor.|Flat 12.|The code is 1234.|OK.|Yes.|No.|Yes thanks.|Fine.|See you.|Have a nice day.|Best regards.
This is my first time here.|I did not know who to write to.|I am a student.|I am retired.|I work nights.|Is anybody there?|Are you there?
I am waiting.|I am waiting for your answer.|My file number is 2024.|I will send the picture.|It is a long story.|I don’t know where to begin.
word for word|message 3|page 2|test|second message|first question|And the fine?|It was on Tuesday.|Nothing else.|A friend told me about this site.`.split(
    /[|\n]/,
  ),
};

export const ELSEWHERE: readonly string[] =
  `Guten Tag, ich habe meinen Ausweis verloren.|Wo kann ich eine Anzeige erstatten?|Danke schön.|Ich habe eine Frage.
Mein Fahrrad wurde gestohlen.|Ich wohne in Straßburg.|Wie lange dauert es?|Hola, he perdido mi pasaporte.|¿Dónde puedo poner una denuncia?|Muchas gracias.
Tengo una pregunta.|Me robaron la bicicleta.|Vivo en París.|Buongiorno, ho perso il passaporto.|Dove posso fare denuncia?|Grazie mille.|Ho una domanda.
Mi hanno rubato la bici.|Abito a Nizza.|Bom dia, perdi o meu passaporte.|Onde posso apresentar queixa?|Muito obrigado.|Tenho uma pergunta.
Roubaram a minha bicicleta.|Moro em Paris.|Goedendag, ik heb een vraag.|Dziękuję bardzo.|Mam pytanie.|Bună ziua, am o întrebare.|Merhaba, bir sorum var.
Teşekkürler.|Xin chào, tôi có một câu hỏi.|Asante sana.|lorem ipsum dolor sit amet|abc def ghi|azerty qwerty|aaaa bbbb|xyz`.split(
    /[|\n]/,
  );
