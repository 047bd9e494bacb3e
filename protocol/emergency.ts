/** Why a text looks like an emergency: ids of rules, never the text. Empty when it does not. */
export type EmergencyRuleId = string;

const RULES: readonly { readonly id: EmergencyRuleId; readonly pattern: RegExp }[] = [
  { id: 'help-now', pattern: /\b(au secours|a l'aide|aidez[- ]moi vite|help me now|please help me quick)/ },
  {
    id: 'weapon',
    pattern:
      /\b(il|elle|on|he|she|they) (a|ont|has|have|got) (un|une|des|a|an) (couteau|arme|fusil|pistolet|knife|gun|weapon)/,
  },
  { id: 'kill', pattern: /\b(va me tuer|veut me tuer|vont me tuer|going to kill me|wants to kill me)/ },
  {
    id: 'break-in-now',
    pattern: /\b(quelqu'un (entre|est entre|force)|someone is (breaking|trying to get) in)/,
  },
];

/**
 * Which emergency rules a message matches. The same deterministic rules run in the page (at once, off line
 * too) and in the relay; detection never blocks or delays a message.
 */
export function detectEmergency(text: string): readonly EmergencyRuleId[] {
  const plain = text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/[’`´]/g, "'");
  return RULES.filter((rule) => rule.pattern.test(plain)).map((rule) => rule.id);
}
