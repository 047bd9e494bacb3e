import type { Texts } from './texts.ts';

/** What the cards say that an officer sends: a service, an address. A file of its own for each language. */
export const redirectionZh: Texts['redirection'] = {
  title: '警员推荐的服务',
  audience: '适用于',
  hours: '时间',
  open: (domain) => `打开 ${domain}`,
  call: (number) => `拨打 ${number}`,
  text: (number) => `发短信至 ${number}`,
  unverified: '此信息需向该机构确认。',
};

export const stationZh: Texts['station'] = {
  title: '警员推荐的地址',
  always: '每天昼夜开放',
  wheelchair: '可使用轮椅进入',
  noWheelchair: '无法使用轮椅进入',
  note: '须知',
};
