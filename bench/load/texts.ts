/** What people write to a duty desk, in lengths as they come: 20 to 230 characters. None looks like an emergency. */
const TEXTS = [
  'Bonjour, on m’a volé mon vélo devant la gare ce matin, que dois-je faire ?',
  'Oui, j’ai la facture et le numéro gravé sur le cadre.',
  'Mon voisin fait du bruit toutes les nuits depuis trois semaines, nous avons essayé de lui parler mais rien ne change. Qui peut intervenir, et faut-il un constat avant d’aller plus loin ?',
  'D’accord, merci beaucoup.',
  'J’ai reçu un SMS pour un colis avec un lien et j’ai donné ma carte. La banque a fait opposition, mais faut-il aussi porter plainte ?',
  'C’était hier vers 22 h, rue de la République.',
  'Est-ce que je peux déposer une pré-plainte en ligne, ou dois-je me rendre au commissariat ? Je travaille la journée et je ne peux venir que le samedi matin.',
  'I lost my passport at the airport and my flight home leaves on Thursday. Where do I get a statement of loss?',
] as const;

/** The text of the `index`th message. */
export function textOf(index: number): string {
  return TEXTS[index % TEXTS.length] ?? TEXTS[0];
}
