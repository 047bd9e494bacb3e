import { Announcement } from '../../../../protocol/announcement.ts';
import { WaitEstimate } from '../../../../protocol/citizen-channel.ts';
import { RefusalCode } from '../../../../protocol/errors.ts';
import { Id, Reference } from '../../../../protocol/ids.ts';
import { CitizenLanguage } from '../../../../protocol/language.ts';
import { shapeOf } from '../shape-of.ts';

/** What the first screen and the conversation both read: written once. */
export const announcement = shapeOf(Announcement);
export const citizenLanguage = shapeOf(CitizenLanguage);
export const id = shapeOf(Id);
export const reference = shapeOf(Reference);
export const refusalCode = shapeOf(RefusalCode);
export const waitEstimate = shapeOf(WaitEstimate);
