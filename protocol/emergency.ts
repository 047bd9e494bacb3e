export { detectEmergency, type EmergencyRuleId, isEmergency } from './emergency/detect.ts';
export { type Topic, topicsOf } from './emergency/topics.ts';
