/** Lives of stories: what a wire sends in its format, one after the other, and what a desk may show. */
import { expect } from 'vitest';
import { send } from '../amending/desk.ts';
import { parsed } from '../wires/formats/parsed.ts';
import { openDesk } from './newsroom.ts';

/** At this time the wire sends this, and then the desk may show these headlines. */
export type Step = readonly [at: string, source: string, shown: readonly string[]];

/** A lede about one fire. */
export const FIRE = (what: string): string =>
  `A fire at the Tolk cannery ${what}, the fire service said on Thursday in a statement to the press.`;

/** NewsML-G2 */
export const g2 = (guid: string, sent: string, headline: string, text: string, meta = ''): string =>
  `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="${guid}" version="1"><itemMeta>
  <itemClass qcode="ninat:text"/><versionCreated>2026-03-12T${sent}:00Z</versionCreated>${meta}</itemMeta>
  <contentMeta><headline>${headline}</headline></contentMeta><contentSet>
  <inlineXML><html><body><p>${text}</p></body></html></inlineXML></contentSet></newsItem>`;
/** The status of NewsML-G2 by its code. */
export const STATUS = (code: string): string => `<pubStatus qcode="stat:${code}"/>`;
/** NITF: what stands in docdata, and its attributes */
export const nitf = (
  id: string,
  sent: string,
  headline: string,
  text: string,
  more = '',
  is = '',
): string =>
  `<nitf><head><docdata ${is}><doc-id id-string="${id}"/><date.issue norm="20260312T${sent.replace(':', '')}00Z"/>${more}
  </docdata></head><body><body.head><hedline><hl1>${headline}</hl1></hedline></body.head>
  <body.content><p>${text}</p></body.content></body></nitf>`;
/** ninjs 1.x; `more` are further fields */
export const ninjs = (
  uri: string,
  sent: string,
  headline: string,
  text: string,
  more: object = {},
): string =>
  JSON.stringify({
    uri,
    version: '1',
    versioncreated: `2026-03-12T${sent}:00Z`,
    pubstatus: 'usable',
    headline,
    body_text: text,
    ...more,
  });
/** ANPA 1312: number, slug, hour, lines of the desk and text */
export const anpa = (
  number: string,
  slug: string,
  sent: string,
  lines: string,
  text: string,
): string =>
  `\x16\x16\x01${number}\x1f\r\nr i \x12 ${slug} 03-12 0120\r\n\x02^${slug},120<\r\n${lines}` +
  `\t${text}\r\n\x03\r\nNPA-WF-03-12-26 ${sent.replace(':', '')}GMT<\x04`;
/** IPTC 7901: number, hour, the lines up to " =" and text */
export const old = (number: string, sent: string, top: string, text: string): string =>
  `\x01bas${number} 4 vm 120 apx ${number}\r\n\r\nBrand/Tolk/\r\n\x02\r\n${top} =\r\n\r\n   Tolk (apx) - ${text}\r\n\x03\r\n12${sent.replace(':', '')} Mär 26\r\n\x04`;
/** an e-mail; `more` are further headers */
export const mail = (id: string, sent: string, subject: string, text: string, more = ''): string =>
  `From: Desk <desk@apx.example>\r\nSubject: ${subject}\r\nDate: Thu, 12 Mar 2026 ${sent}:00 +0000\r\nMessage-ID: <${id}@apx.example>\r\n${more}Content-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n`;
/** plain text under a headline and a dateline */
export const plain = (headline: string, dateline: string, text: string): string =>
  `${headline}\n\n${dateline} - ${text}\n`;

/** Sends each step at its time, and looks at what the desk may show then. */
export async function live(steps: readonly Step[]): Promise<void> {
  const desk = openDesk();
  for (const [at, source, shown] of steps) {
    const bytes = Buffer.from(source, source.startsWith('\x01') ? 'latin1' : 'utf8');
    const { copies } = parsed({ bytes, contentType: null, baseUrl: null });
    await send(desk, `2026-03-12T${at}:00Z`, ...copies);
    expect(await headlinesOn(desk), `at ${at}`).toEqual([...shown].sort());
  }
}

/** What a desk may show: headlines of the stories that are live. */
async function headlinesOn(desk: ReturnType<typeof openDesk>): Promise<string[]> {
  const page = await desk.store.transact((records) => records.eventsSaved(0, 100));
  const stories = await desk.store.transact((records) =>
    records.stories(page.events.flatMap((event) => event.stories)),
  );
  const live = stories.filter(({ state }) => state === 'live');
  return live.map(({ current }) => current?.headline ?? '').sort();
}
