/** Lives of stories, from what a wire sends to what a channel sees. */
import { describe, expect, it } from 'vitest';
import { matchEvents } from '../src/editing/select.ts';
import { parsed } from './wires/formats/parsed.ts';
import type { Copy } from '../src/news/take.ts';
import { FLOOD, killOf, later, posted, send, textOf } from './amending/desk.ts';
import { CHANNEL, copy, openDesk, ScriptedWire } from './fakes/newsroom.ts';

const SERVED = {
  channel: CHANNEL,
  topics: ['disasters', 'export-controls'],
  schedule: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], time: '10:00', zone: 'UTC' }],
  alerts: 2,
  whenEmpty: 'silence' as const,
  limit: 10,
};

const anpa = (item: string): readonly Copy[] =>
  parsed({ bytes: Buffer.from(item, 'latin1'), contentType: null, baseUrl: null }).copies;

/** The stories that a desk holds live, by headline. */
async function liveOn(desk: ReturnType<typeof openDesk>): Promise<(string | null)[]> {
  const page = await desk.store.transact((records) => records.eventsSaved(0, 100));
  const stories = await desk.store.transact((records) =>
    records.stories(page.events.flatMap((event) => event.stories)),
  );
  return stories.flatMap(({ state, current }) =>
    state === 'live' ? [current?.headline ?? null] : [],
  );
}

describe('an urgent story under embargo', () => {
  const embargo = { until: '2026-03-12T12:00:00Z' };

  it('is a bulletin at its time, not before, and no part of the next digest', async () => {
    const desk = openDesk({ channels: [SERVED] });
    await desk.newsroom.publish();
    const flood = copy('Flood hits Vara valley', FLOOD('three'), { urgency: 1, embargo });
    await send(desk, '2026-03-12T09:10:00Z', flood);
    desk.moveTo('2026-03-12T10:00:00Z');
    await desk.newsroom.publish();
    await later(desk, '2026-03-12T11:59:59Z');
    expect(desk.chat.posted).toHaveLength(0);
    desk.moveTo('2026-03-12T12:00:30Z');
    await desk.newsroom.gather();
    await desk.newsroom.publish();
    expect(desk.chat.texts()).toHaveLength(1);
    expect(desk.chat.texts()[0]).toContain('Bulletin');
    expect(desk.chat.texts()[0]).toContain('Vara valley');
    desk.moveTo('2026-03-13T10:00:00Z');
    await desk.newsroom.publish();
    expect(desk.chat.posted).toHaveLength(1);
  });

  it('that is killed before its time is never seen', async () => {
    const desk = openDesk({ channels: [SERVED] });
    await desk.newsroom.publish();
    const flood = copy('Flood hits Vara valley', FLOOD('three'), {
      urgency: 1,
      embargo,
      guid: 'flood',
    });
    await send(desk, '2026-03-12T09:10:00Z', flood);
    await send(desk, '2026-03-12T11:00:00Z', killOf('flood', '2026-03-12T10:59:00Z'));
    for (const at of ['2026-03-12T12:00:30Z', '2026-03-13T10:00:00Z']) {
      desk.moveTo(at);
      await desk.newsroom.gather();
      await desk.newsroom.publish();
    }
    expect(desk.chat.posted).toHaveLength(0);
  });
});

describe('the cycles of a day', () => {
  const item = (number: string, slug: string, day: string, footer: string, toll: string): string =>
    `\x16\x16\x01${number}\x1f\r\nu i \x12^ ${slug} ${day} 0120\r\n\x02^${slug},120<\r\n` +
    `^${toll} dead in Vara flood<\r\n\tVARA, Norland (NPA) _ A flood in the Vara valley killed ${toll.toLowerCase()} ` +
    `people and cut the main railway, the interior ministry said.\r\n\x03\r\nNPA-WF-${footer}GMT<\x04`;
  const pm = item('a0101', 'PM-Norland-Flood', '03-12', '03-12-26 0930', 'Three');

  it.each([
    ['sent in the evening', item('a0201', 'AM-Norland-Flood', '03-13', '03-12-26 2030', 'Nine')],
    ['sent after midnight', item('a0201', 'AM-Norland-Flood', '03-13', '03-13-26 0110', 'Nine')],
  ])('are one story though the morning one is dated the next day, %s', async (_, am) => {
    const desk = openDesk({ channels: [SERVED] });
    await send(desk, '2026-03-12T09:40:00Z', ...anpa(pm));
    await send(desk, '2026-03-13T01:15:00Z', ...anpa(am));
    expect(await liveOn(desk)).toEqual(['Nine dead in Vara flood']);
  });

  it('leave a daily column of the next day alone', async () => {
    const column = (
      number: string,
      slug: string,
      day: string,
      footer: string,
      toll: string,
    ): string =>
      item(number, slug, day, footer, toll).replaceAll('Norland-Flood', 'Norland-Weather');
    const desk = openDesk({ channels: [SERVED] });
    await send(
      desk,
      '2026-03-12T09:40:00Z',
      ...anpa(column('a0101', 'PM-Norland-Flood', '03-12', '03-12-26 0930', 'Three')),
    );
    await send(
      desk,
      '2026-03-13T01:15:00Z',
      ...anpa(column('a0201', 'AM-Norland-Flood', '03-13', '03-13-26 0110', 'Nine')),
    );
    expect(await liveOn(desk)).toHaveLength(2);
  });
});

describe('a kill that names another id', () => {
  it('takes the item out of the digest that showed it', async () => {
    const flood = copy('Flood hits Vara valley', FLOOD('three'), { guid: 'flood' });
    const desk = await posted([flood]);
    const kill = { ...killOf('kill-77', '2026-03-12T11:00:00Z'), replaces: ['flood'] };
    await send(desk, '2026-03-12T11:01:00Z', kill);
    expect(textOf(desk.chat.edited[0])).toContain('Withdrawn');
    expect(textOf(desk.chat.edited[0])).not.toContain('Vara');
    expect(await liveOn(desk)).toEqual([]);
  });
});

describe('a write-thru that comes late', () => {
  it('changes nothing when a correction was sent after it', async () => {
    const flood = (toll: string, more: Partial<Copy> = {}): Copy =>
      copy('Flood hits Vara valley', FLOOD(toll), { guid: 'flood', ...more });
    const desk = await posted([flood('nine')]);
    const correction = flood('seven', { signal: 'correction', sentAt: '2026-03-12T11:00:00Z' });
    await send(desk, '2026-03-12T11:01:00Z', correction);
    expect(textOf(desk.chat.edited[0])).toContain('Correction: death toll 9 to 7');
    const late = flood('11', { signal: 'writethru', sentAt: '2026-03-12T10:30:00Z' });
    await send(desk, '2026-03-12T11:10:00Z', late);
    await later(desk, '2026-03-12T11:20:00Z');
    expect(desk.chat.edited).toHaveLength(1);
    expect(desk.chat.posted).toHaveLength(1);
    expect(textOf(desk.chat.edited[0])).toContain('killed seven people');
  });
});

describe('serial digests', () => {
  it('of one day are as many items as were sent', async () => {
    const digest = (hour: string): Copy =>
      copy(
        `Norland news at ${hour}00 GMT`,
        `A flood in the Vara valley killed three people.\n\nMinisters of Norland meet in Osten.`,
        {
          guid: `digest-${hour}`,
          slug: 'BC-Norland-News-Digest',
          sentAt: `2026-03-12T${hour}:00:00Z`,
        },
      );
    const desk = openDesk();
    await send(desk, '2026-03-12T09:00:00Z', digest('06'), digest('07'), digest('08'));
    const { events } = await desk.store.transact((records) => records.eventsSaved(0, 100));
    expect(events).toHaveLength(3);
  });
});

describe('sources', () => {
  const AGENCY = `${FLOOD('three')}\n\nThe river rose by two metres in an hour, said hydrologist Mira Tolen, who had warned of it in January.`;
  const OWN = `Three people died on Thursday when the river Vara left its bed and flooded the valley, police in Osten told this paper.\n\nThe main railway is cut and two villages cannot be reached.`;
  const sitesOf = (providers: readonly string[], text: (at: number) => string) => {
    const wires = providers.map((_, at) => new ScriptedWire(`site-${at}`));
    const config = wires.map(({ name }) => ({
      name,
      push: true as const,
      article: false,
      exportText: false,
      backfill: 86_400_000,
    }));
    const desk = openDesk({ wires: config }, wires);
    wires.forEach((wire, at) => {
      const provider = providers[at] ?? '';
      const headline = `Flood hits Vara valley, ${provider}`;
      wire.batches.push([copy(headline, text(at), { provider, guid: `${provider}-${at}` })]);
    });
    return desk;
  };
  const countOn = async (desk: ReturnType<typeof openDesk>): Promise<number[]> => {
    await desk.newsroom.gather();
    const { events } = await desk.store.transact((records) => records.eventsSaved(0, 100));
    const whole = await desk.store.transact((records) =>
      Promise.all(
        events.map(async (event) => ({ event, stories: await records.stories(event.stories) })),
      ),
    );
    const matched = matchEvents(whole, desk.topics, '2026-03-12T10:00:00Z');
    return matched.map(({ sourceCount }) => sourceCount);
  };
  const ten = Array.from({ length: 10 }, (_, at) => `Site ${at}`);

  it('that run one text are one', async () => {
    const cut = (at: number): string => (at % 2 === 0 ? AGENCY : FLOOD('three'));
    expect(await countOn(sitesOf(ten, cut))).toEqual([1]);
  });

  it('with a text of their own are counted', async () => {
    const texts = (at: number): string => (at === 0 ? AGENCY : OWN);
    expect(await countOn(sitesOf(['Site A', 'Site B'], texts))).toEqual([2]);
  });

  it('are one for several feeds of one publisher', async () => {
    const texts = (at: number): string => (at === 0 ? AGENCY : OWN);
    expect(await countOn(sitesOf(['Osten Post', 'Osten Post'], texts))).toEqual([1]);
  });
});
