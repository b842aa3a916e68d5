/** Copy in other languages, from the bytes of a wire to the card: title, lede, no guessed facts, and a note. */
import { describe, expect, it } from 'vitest';
import { createOfflineAnalyst } from '../src/analysts/offline/offline.ts';
import { cardOf } from '../src/cards.ts';
import { fullCard } from '../src/editing/layout/card.ts';
import { SECTIONS, type Card } from '../src/news/card.ts';
import { parsed } from './wires/formats/parsed.ts';
import { openDesk } from './fakes/newsroom.ts';

type Sample = { readonly language: string; readonly title: string; readonly body: string[] };

const SAMPLES: readonly Sample[] = [
  {
    language: 'fr',
    title: 'Grève dans le port de Valmoré : trafic suspendu',
    body: [
      'Les dockers du port de Valmoré ont cessé le travail jeudi pour réclamer une hausse des salaires, a annoncé leur syndicat.',
      'Le directeur du port, Bastien Roquelaure, a déclaré que 14 navires attendaient au large. Une réunion est prévue lundi à Sarcelle.',
    ],
  },
  {
    language: 'ja',
    title: '北浜市で橋が崩落、3人けが',
    body: [
      '北浜市の中央橋が12日朝、一部崩落し、3人がけがをした。市の土木課が発表した。',
      '田島健一市長は「原因を調べている」と述べた。市は17日に説明会を開く。',
    ],
  },
  {
    language: 'ar',
    title: 'إضراب في ميناء واحة السلام',
    body: [
      'أعلن عمال ميناء واحة السلام يوم الخميس إضرابا عن العمل للمطالبة بزيادة الأجور، وفق ما قالت نقابتهم.',
      'وقال مدير الميناء كريم الحداد إن 14 سفينة تنتظر في البحر. ومن المقرر عقد اجتماع يوم الاثنين.',
    ],
  },
  {
    language: 'de',
    title: 'Brücke in Oberfelden gesperrt',
    body: [
      'Die Hauptbrücke in Oberfelden ist am Donnerstag nach einem Schiffsunfall gesperrt worden, teilte die Stadt mit.',
      'Bürgermeisterin Grete Holm sagte, 14 Menschen seien verletzt worden. Am Montag soll der Stadtrat tagen.',
    ],
  },
  {
    language: 'id',
    title: 'Banjir melanda kota Sungai Batu, 14 orang mengungsi',
    body: [
      'Banjir melanda kota Sungai Batu pada hari Kamis dan memaksa 14 orang mengungsi, kata badan penanggulangan bencana.',
      'Wali Kota Rahmat Surya mengatakan bahwa pemerintah akan menggelar rapat pada Senin.',
    ],
  },
];

const paragraphs = ({ body }: Sample): string => body.map((each) => `<p>${each}</p>`).join('');

const WRITERS = {
  text: ({ title, body }: Sample): string => `${title}\n\n2026-03-12\n\n${body.join('\n\n')}\n`,
  'newsml-g2': (sample: Sample): string => `<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="tag:lisiere.example,2026:1" version="1" standard="NewsML-G2" xml:lang="${sample.language}">
<itemMeta><itemClass qcode="ninat:text"/><provider literal="Lisière"/><versionCreated>2026-03-12T08:00:00Z</versionCreated><pubStatus qcode="stat:usable"/></itemMeta>
<contentMeta><headline>${sample.title}</headline><language tag="${sample.language}"/></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>${paragraphs(sample)}</body></html></inlineXML></contentSet>
</newsItem>`,
  rss: (sample: Sample): string => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Lisière</title><link>https://lisiere.example/</link><description>News</description>
<item><title>${sample.title}</title><guid isPermaLink="false">l-1</guid><pubDate>Thu, 12 Mar 2026 08:00:00 GMT</pubDate><content:encoded><![CDATA[${paragraphs(sample)}]]></content:encoded></item></channel></rss>`,
} as const;

/** The card of the one story that these bytes hold. */
async function cardFrom(bytes: string): Promise<Card> {
  const desk = openDesk({ channels: [] });
  const input = { bytes: Buffer.from(bytes, 'utf8'), contentType: null, baseUrl: null };
  const { copies } = parsed(input);
  desk.wire.batches.push(copies);
  await desk.newsroom.gather();
  const window = { from: '2026-01-01T00:00:00Z', to: '2026-12-31T00:00:00Z' };
  const [event] = await desk.store.eventsChanged(window, 5);
  if (!event) throw new Error('no event was made');
  const card = await cardOf(desk.store, createOfflineAnalyst(), event, window.to);
  if (!card) throw new Error('no card was made');
  return card;
}

describe.each(Object.entries(WRITERS))('copy as %s', (_format, write) => {
  it.each(SAMPLES)(
    'in $language has title and lede, no guessed facts, and says so',
    async (each) => {
      const card = await cardFrom(write(each));
      expect(card.title).toBe(each.title);
      expect(card.origin.note).toBe('not in English');
      const shown = JSON.stringify(fullCard(card, { id: 'e', version: 1 }).blocks);
      expect(shown).toContain('not in English');
      expect(card.summary.length).toBeGreaterThan(0);
      const text = each.body.join('\n\n');
      for (const sentence of card.summary) expect(text).toContain(sentence.text);
      for (const section of SECTIONS.filter((name) => name !== 'summary'))
        expect(card[section], section).toEqual([]);
    },
  );

  it('of a headline alone says "headline only"', async () => {
    const card = await cardFrom(
      write({ language: 'en', title: 'Two dead as ferry sinks off Osten', body: [] }),
    );
    expect(card.title).toBe('Two dead as ferry sinks off Osten');
    expect(card.origin.note).toBe('headline only');
    // a plain text of one line is title and text in one
    for (const { text } of card.summary) expect(text).toBe(card.title);
    for (const section of ['who', 'outcome', 'open', 'next', 'quotes'] as const)
      expect(card[section], section).toEqual([]);
  });
});
