import { LineAnswer, LineOpened } from '../../../../protocol/citizen-line.ts';
import { shapeOf } from '../shape-of.ts';

export const lineOpened = shapeOf(LineOpened);
export const lineAnswer = shapeOf(LineAnswer);
