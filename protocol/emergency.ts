export { detectEmergency, type EmergencyRuleId } from './emergency/detect.ts';
