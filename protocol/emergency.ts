export { detectEmergency, type EmergencyRuleId, topicsOf } from './emergency/detect.ts';
export type { Topic } from './emergency/topics.ts';
