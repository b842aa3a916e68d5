/** From wire to channel, through every part but the platforms. */
import { describe, expect, it } from 'vitest';
import { readCommand } from '../src/chats/commands.ts';
import { CHANNEL, copy, openDesk, ScriptedWire } from './fakes/newsroom.ts';

const TALKS = `Officials of Norland and Sudland agreed on Thursday to ease their export rules, both sides said after talks in Port Mary.

They will meet again in Sudhaven on April 21, a joint statement said.

"This helps our companies," trade minister Ada Lindqvist told reporters.`;

const FLOOD = `A flood in the Vara valley killed three people on Thursday and cut the main railway, the interior ministry said.

Rescue teams had not reached two villages by evening, officials said.`;

const SERVED = {
  topics: ['export-controls', 'disasters'],
  schedule: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], time: '10:00', zone: 'UTC' }],
  whenEmpty: 'silence' as const,
  limit: 10,
};

const PLAIN = { kind: 'text' } as const;

describe('publish', () => {
  it('posts one digest at the slot and none before it or again', async () => {
    const { newsroom, wire, chat, moveTo } = openDesk();
    wire.batches.push([copy('Norland, Sudland ease export rules', TALKS)]);
    await newsroom.publish(); // the channel is set up at 09:00
    await newsroom.gather();
    moveTo('2026-03-12T09:59:00Z');
    await newsroom.publish();
    expect(chat.posted).toHaveLength(0);
    moveTo('2026-03-12T10:00:00Z');
    await newsroom.publish();
    await newsroom.publish();
    expect(chat.texts()).toHaveLength(1);
    expect(chat.texts()[0]).toContain('Norland, Sudland ease export rules');
    moveTo('2026-03-13T10:00:00Z');
    await newsroom.publish();
    expect(chat.texts()).toHaveLength(1); // nothing new: silence
  });

  it('catches up once after downtime and names the window', async () => {
    const { newsroom, wire, chat, moveTo } = openDesk();
    await newsroom.publish();
    moveTo('2026-03-12T10:00:00Z');
    await newsroom.publish();
    moveTo('2026-03-15T15:00:00Z');
    wire.batches.push([copy('Norland, Sudland ease export rules', TALKS)]);
    await newsroom.gather();
    await newsroom.publish();
    expect(chat.texts()).toHaveLength(1);
    expect(chat.texts()[0]).toContain('Catch-up for 2 missed');
  });

  it('shows what a topic of the channel matches and nothing else', async () => {
    const { newsroom, wire, chat, moveTo } = openDesk();
    await newsroom.publish();
    wire.batches.push([
      copy('Norland, Sudland ease export rules', TALKS),
      copy('Three die in Vara flood', FLOOD),
      copy('Opera house opens in Sudhaven', 'The new opera house opened on Thursday with a gala.'),
    ]);
    await newsroom.gather();
    moveTo('2026-03-12T10:00:00Z');
    await newsroom.publish();
    const [text = ''] = chat.texts();
    expect(text).toContain('Vara flood');
    expect(text).toContain('export rules');
    expect(text).not.toContain('Opera');
  });

  it('never shows what was killed, also between freezing and posting', async () => {
    const { newsroom, wire, chat, moveTo } = openDesk();
    await newsroom.publish();
    wire.batches.push([copy('Three die in Vara flood', FLOOD, { guid: 'flood' })]);
    await newsroom.gather();
    chat.outcomes.push({ kind: 'later', retryAfterMs: 60_000, sentence: 'too fast' });
    moveTo('2026-03-12T10:00:00Z');
    await newsroom.publish();
    expect(chat.texts()).toHaveLength(1); // refused for now by the platform
    const kill = copy('KILL', 'Please kill.', { guid: 'flood', signal: 'kill' });
    wire.batches.push([{ ...kill, sentAt: '2026-03-12T10:01:00Z' }]);
    moveTo('2026-03-12T10:05:00Z');
    await newsroom.gather();
    await newsroom.publish();
    const later = chat.texts().slice(1).join('\n');
    expect(later).not.toContain('Vara');
    expect(later).not.toContain('killed three');
  });

  it('holds an embargo until its time', async () => {
    const { newsroom, wire, chat, reception, moveTo } = openDesk();
    await newsroom.publish();
    const embargo = { until: '2026-03-12T12:00:00Z' };
    wire.batches.push([copy('Norland, Sudland ease export rules', TALKS, { embargo })]);
    await newsroom.gather();
    moveTo('2026-03-12T10:00:00Z');
    await newsroom.publish();
    expect(chat.posted).toHaveLength(0);
    const brief = { name: 'brief', words: 'export-controls' } as const;
    const before = await reception.request(brief, asker());
    expect(JSON.stringify(before.layout)).not.toContain('Sudland');
    moveTo('2026-03-13T10:00:00Z');
    await newsroom.gather();
    await newsroom.publish();
    expect(chat.texts()[0]).toContain('Norland, Sudland ease export rules');
  });

  it('does not send again before it has looked when a send may have been taken', async () => {
    const { newsroom, wire, chat, store, moveTo } = openDesk();
    await newsroom.publish();
    wire.batches.push([copy('Three die in Vara flood', FLOOD)]);
    await newsroom.gather();
    chat.outcomes.push({ kind: 'unknown', sentence: 'the reply was lost' });
    moveTo('2026-03-12T10:00:00Z');
    await newsroom.publish();
    chat.search = { kind: 'found', messageId: 'm1' };
    moveTo('2026-03-12T10:02:00Z');
    await newsroom.publish();
    expect(chat.posted).toHaveLength(1);
    expect(await store.countDeliveries()).toEqual([{ state: 'sent', count: 1 }]);
  });

  it('switches off a channel that is gone', async () => {
    const { newsroom, wire, chat, store, moveTo } = openDesk();
    await newsroom.publish();
    wire.batches.push([copy('Three die in Vara flood', FLOOD)]);
    await newsroom.gather();
    chat.outcomes.push({ kind: 'gone', code: 'channel_not_found', sentence: 'no such channel' });
    moveTo('2026-03-12T10:00:00Z');
    await newsroom.publish();
    expect((await store.channelSettings(CHANNEL))?.offReason).toBe('no such channel');
  });
});

describe('bulletins', () => {
  const urgent = { urgency: 1, guid: 'flood' };
  const alerting = () => openDesk({ channels: [{ channel: CHANNEL, ...SERVED, alerts: 2 }] });

  it('come at once, once, and not again in the digest', async () => {
    const { newsroom, wire, chat, moveTo } = alerting();
    await newsroom.publish();
    wire.batches.push([
      copy('Three die in Vara flood', FLOOD, urgent),
      copy('Norland, Sudland ease export rules', TALKS, { urgency: 4 }),
    ]);
    moveTo('2026-03-12T09:10:00Z');
    await newsroom.gather();
    await newsroom.post();
    await newsroom.post();
    expect(chat.texts()).toHaveLength(1);
    expect(chat.texts()[0]).toContain('Bulletin');
    expect(chat.texts()[0]).toContain('Vara flood');
    moveTo('2026-03-12T10:00:00Z');
    await newsroom.publish();
    expect(chat.texts()).toHaveLength(2);
    expect(chat.texts()[1]).not.toContain('Vara flood');
    expect(chat.texts()[1]).toContain('export rules');
  });

  it('are not made of what no topic matches, of a first reading, or of old news', async () => {
    const { newsroom, wire, chat, moveTo } = alerting();
    await newsroom.publish();
    const opera = 'The new opera house opened on Thursday with a gala.';
    wire.batches.push([copy('Opera house opens in Sudhaven', opera, { urgency: 1 })]);
    await newsroom.gather();
    await newsroom.post();
    wire.batches.push([copy('Three die in Vara flood', FLOOD, urgent)]);
    await newsroom.gather();
    moveTo('2026-03-12T15:00:00Z');
    await newsroom.post();
    expect(chat.posted).toHaveLength(0);
  });

  it('are withdrawn when the story is killed', async () => {
    const { newsroom, wire, chat, moveTo } = alerting();
    await newsroom.publish();
    wire.batches.push([copy('Three die in Vara flood', FLOOD, urgent)]);
    moveTo('2026-03-12T09:10:00Z');
    await newsroom.gather();
    await newsroom.post();
    const kill = copy('KILL', 'Please kill.', { guid: 'flood', signal: 'kill' });
    wire.batches.push([{ ...kill, sentAt: '2026-03-12T09:11:00Z' }]);
    moveTo('2026-03-12T09:12:00Z');
    await newsroom.gather();
    await newsroom.post();
    expect(JSON.stringify(chat.edited.map((each) => each.payload))).toContain('withdrawn');
    expect(JSON.stringify(chat.edited.map((each) => each.payload))).not.toContain('Vara');
  });

  it.each([
    ['is not there', { kind: 'absent' } as const],
    ['is there', { kind: 'found', messageId: 'm9' } as const],
  ])('of what is killed before the platform answers, when it %s', async (_, search) => {
    const { newsroom, wire, chat, moveTo, store } = alerting();
    await newsroom.publish();
    wire.batches.push([copy('Three die in Vara flood', FLOOD, urgent)]);
    chat.outcomes.push({ kind: 'unknown', sentence: 'It did not answer.' });
    moveTo('2026-03-12T09:10:00Z');
    await newsroom.gather();
    await newsroom.post();
    const kill = copy('KILL', 'Please kill.', { guid: 'flood', signal: 'kill' });
    wire.batches.push([{ ...kill, sentAt: '2026-03-12T09:11:00Z' }]);
    moveTo('2026-03-12T09:30:00Z');
    await newsroom.gather();
    chat.search = search;
    for (const minute of [31, 41, 51]) {
      moveTo(`2026-03-12T09:${minute}:00Z`);
      await newsroom.post();
    }
    expect(chat.posted).toHaveLength(1);
    expect(chat.edited).toHaveLength(search.kind === 'found' ? 1 : 0);
    const left = await store.oldestDue(Date.parse('2026-03-13T00:00:00Z'), []);
    expect(left).toEqual([]);
  });
});

describe('gather', () => {
  it('goes on when one wire throws, and settles only what is stored', async () => {
    const { newsroom, wire, store } = openDesk();
    wire.batches.push(new Error('broken'), [copy('Three die in Vara flood', FLOOD)]);
    await newsroom.gather();
    expect(wire.settled).toBe(0);
    await newsroom.gather();
    expect(wire.settled).toBe(1);
    expect(await store.countTakes('2026-01-01T00:00:00Z')).toEqual([{ wire: 'wire', count: 1 }]);
  });

  it('takes the same copy twice as one, and a changed date alone as no news', async () => {
    const { newsroom, wire, store } = openDesk();
    const first = copy('Three die in Vara flood', FLOOD);
    wire.batches.push([first], [first], [{ ...first, sentAt: '2026-03-12T08:30:00Z' }]);
    for (let reading = 0; reading < 3; reading += 1) await newsroom.gather();
    const day = { from: '2026-01-01T00:00:00Z', to: '2027-01-01T00:00:00Z' };
    const events = await store.eventsChanged(day, 10);
    expect(events.map((event) => event.version)).toEqual([1]);
  });
});

describe('gather with a site that hangs', () => {
  it('reads the wires of other sites all the same', async () => {
    const slow = Array.from({ length: 40 }, (_, index) => new ScriptedWire(`slow-${index}`));
    const ending = Promise.withResolvers<never>();
    for (const wire of slow) wire.read = () => ending.promise;
    const other = new ScriptedWire('other');
    other.batches.push([copy('Three die in Vara flood', FLOOD)]);
    const wires = [...slow, other].map(({ name }) => {
      const url = `https://${name === 'other' ? 'other' : 'slow'}.example/${name}`;
      return { name, url, article: false, exportText: false, backfill: 86_400_000 };
    });
    const { newsroom, store } = openDesk({ wires }, [...slow, other]);
    const round = newsroom.gather();
    await expect.poll(() => store.countTakes('2026-01-01T00:00:00Z')).toHaveLength(1);
    ending.reject(new Error('broken off'));
    await round;
  });
});

describe('reception', () => {
  it('briefs a topic, with the proof of each fact, and shares it once', async () => {
    const { newsroom, wire, reception, chat } = openDesk();
    wire.batches.push([copy('Norland, Sudland ease export rules', TALKS)]);
    await newsroom.gather();
    const brief = { name: 'brief', words: 'Export controls' } as const;
    const reply = await reception.request(brief, asker());
    expect(JSON.stringify(reply.layout)).toContain('Ada Lindqvist');
    const press = { action: 'share', value: reply.id } as const;
    expect(JSON.stringify((await reception.press(press, asker())).layout)).toContain('Shared');
    await reception.press(press, asker());
    expect(chat.posted).toHaveLength(1);
  });

  it('answers from the stored stories or says that they do not tell', async () => {
    const { newsroom, wire, reception } = openDesk();
    wire.batches.push([copy('Norland, Sudland ease export rules', TALKS)]);
    await newsroom.gather();
    const ask = async (question: string): Promise<string> => {
      const reply = await reception.request({ name: 'ask', question }, asker());
      return JSON.stringify(
        reply.layout.items[0]?.blocks.filter((each) => each.kind === PLAIN.kind),
      );
    };
    expect(await ask('Where will Norland and Sudland meet again?')).toContain('Sudhaven');
    expect(await ask('Who won the chess championship?')).not.toContain('Sudhaven');
  });

  it('subscribes, echoes the next three runs, and unsubscribes', async () => {
    const { reception } = openDesk({ channels: [] });
    const schedule = [{ weekdays: [5], time: '08:30', zone: 'Asia/Tokyo' }];
    const command = { name: 'subscribe', topic: 'disasters', schedule, alerts: false } as const;
    const reply = JSON.stringify((await reception.request(command, asker())).layout);
    expect(reply.match(/Fri \d+ \w+ 2026 08:30 \(Asia\/Tokyo\)/g)).toHaveLength(6);
    const undo = { name: 'unsubscribe', topic: 'disasters' } as const;
    expect(JSON.stringify((await reception.request(undo, asker())).layout)).toContain('no longer');
  });

  it('sets several times in one command and echoes the runs of all of them', async () => {
    const { reception, store } = openDesk({ channels: [] });
    const command = readCommand('wire', 'schedule weekdays 07:30, 16:00 Asia/Tokyo');
    const { title } = (await reception.request(command, asker())).layout;
    expect(title).toContain('Set to weekdays 07:30 Asia/Tokyo; weekdays 16:00 Asia/Tokyo.');
    expect(title.match(/\w{3} \d+ \w+ 2026 \d\d:\d\d \(Asia\/Tokyo\)/g)).toHaveLength(3);
    expect((await store.channelSettings(CHANNEL))?.schedules).toHaveLength(2);
  });

  it.each(['schedule weekdays 07:30', 'subscribe disasters weekdays 07:30'])(
    'takes the zone of the desk where "/wire %s" names none, and says so',
    async (words) => {
      const { reception, store } = openDesk({ channels: [], zone: 'Asia/Tokyo' });
      const { title } = (await reception.request(readCommand('wire', words), asker())).layout;
      expect(title.match(/07:30 \(Asia\/Tokyo\)/g)).toHaveLength(3);
      expect(title).toContain("times are in Asia/Tokyo, the desk's zone");
      const settings = await store.channelSettings(CHANNEL);
      expect(settings?.schedules.map(({ zone }) => zone)).toEqual(['Asia/Tokyo']);
      const named = readCommand('wire', `${words} Europe/Paris`);
      const reply = (await reception.request(named, asker())).layout;
      expect(reply.title).toContain('07:30 (Europe/Paris)');
      expect(reply.title).not.toContain('No zone was named');
    },
  );

  it('refuses to change a channel for somebody who may not manage it', async () => {
    const { reception, store } = openDesk({ channels: [] });
    const command = {
      name: 'subscribe',
      topic: 'disasters',
      schedule: null,
      alerts: false,
    } as const;
    const reply = await reception.request(command, { ...asker(), mayManage: false });
    expect(reply.layout.title).toContain('Only people who may manage');
    expect(await store.subscriptions(null)).toEqual([]);
  });

  it('names the nearest topics for one that does not exist', async () => {
    const { reception } = openDesk();
    const command = {
      name: 'subscribe',
      topic: 'export-contols',
      schedule: null,
      alerts: false,
    } as const;
    expect((await reception.request(command, asker())).layout.title).toContain('export-controls');
  });

  it('says that neither a story nor a topic is found by free words', async () => {
    const { reception } = openDesk();
    const reply = await reception.request({ name: 'brief', words: 'herring talks' }, asker());
    expect(reply.layout.title).toMatch(
      /^No stored story is found by "herring talks", and no topic/,
    );
  });
});

function asker() {
  return { channel: CHANNEL, person: 'U1', mayManage: true, thread: null };
}
