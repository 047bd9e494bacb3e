import { HelpIndex } from '../../../../protocol/help.ts';
import { shapeOf } from '../shape-of.ts';

export const helpIndex = shapeOf(HelpIndex);
