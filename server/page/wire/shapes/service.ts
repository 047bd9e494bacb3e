import { CurrentConversation, HttpRefusal, Opened, ServiceInfo, Terms } from '../../../../protocol/http.ts';
import { EmbeddedService, Saved, Theme } from '../schemas.ts';
import { shapeOf } from '../shape-of.ts';

export const embeddedService = shapeOf(EmbeddedService);
export const serviceInfo = shapeOf(ServiceInfo);
export const currentConversation = shapeOf(CurrentConversation);
export const opened = shapeOf(Opened);
export const terms = shapeOf(Terms);
export const httpRefusal = shapeOf(HttpRefusal);
export const saved = shapeOf(Saved);
export const theme = shapeOf(Theme);
