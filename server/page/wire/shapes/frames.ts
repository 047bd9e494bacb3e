import { ToCitizen } from '../../../../protocol/citizen-channel.ts';
import { shapeOf } from '../shape-of.ts';

export const toCitizen = shapeOf(ToCitizen);
