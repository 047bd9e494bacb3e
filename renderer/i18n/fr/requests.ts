import type { RequestKind, Right } from '../../../protocol/request.ts';
import { counted } from '../../format/plural.ts';
import { fr } from '../../format/typography.ts';

const rights: Record<Right, string> = {
  access: 'droit d’accès',
  rectification: 'droit de rectification',
  limitation: 'droit à la limitation',
  erasure: 'droit à l’effacement',
  opposition: 'droit d’opposition',
};

const kinds: Record<RequestKind, string> = { malfunction: 'Dysfonctionnement', rights: 'Droits' };

/** What the forms of the site bring: malfunctions and rights, for supervisors. */
export const requests = {
  title: 'Demandes',
  count: (count: number) => counted(count, 'fr', 'demande à traiter', 'demandes à traiter'),
  empty: 'Aucune demande n’est à traiter.',
  age: 'reçue depuis',
  kinds,
  states: { new: 'Nouvelle', returned: 'Réponse non parvenue', 'in-hand': 'En main', answered: 'Traitée' },
  nobody: '–',
  due: (day: string) => `avant le ${day}`,
  arrived: (kind: RequestKind, reference: string) => fr`Nouvelle demande ${reference} : ${kinds[kind]}.`,
  show: 'Voir',
  columns: { kind: 'Objet', age: 'Reçue depuis', who: 'Par', due: 'Réponse' },
  noAddress: fr`Aucune adresse n’a été laissée : cette personne ne peut pas être jointe. Traitez la demande, notez ce qui a été fait, puis clôturez.`,
  take: 'Prenez cette demande pour y répondre ou la clore.',
  release: {
    title: (reference: string) => `Rendre ${reference} aux demandes`,
    text: 'Un autre superviseur pourra la prendre.',
    submit: 'Rendre aux demandes',
  },
  entry: {
    malfunction: (place: string | null): string =>
      place === null
        ? 'Dysfonctionnement signalé par le site'
        : fr`Dysfonctionnement signalé par le site, page : « ${place} »`,
    rights: (right: Right, concerns: string | null): string =>
      concerns === null
        ? fr`Demande par le site : ${rights[right]}, sans référence de conversation`
        : fr`Demande par le site : ${rights[right]}, conversation ${concerns} (à vérifier)`,
  },
  satisfaction: {
    title: '« Avez-vous obtenu ce qu’il vous fallait ? »',
    today: 'Satisfaction, aujourd’hui',
    week: '7 derniers jours',
    yes: 'oui',
    partly: 'en partie',
    no: 'non',
  },
};
