export { detectEmergency, type EmergencyRuleId } from './emergency/detect.ts';
export { type Topic, topicsOf } from './emergency/topics.ts';
