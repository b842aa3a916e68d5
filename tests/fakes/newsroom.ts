/** A newsroom to test with: memory store, wires that give what a test hands them, a chat that records. */
import { createOfflineAnalyst } from '../../src/analysts/offline/offline.ts';
import type { Chat, Outcome, Posting, Search } from '../../src/chats/chat.ts';
import { renderTerminal } from '../../src/chats/terminal/render.ts';
import type { Config } from '../../src/config.ts';
import { silentLog } from '../../src/log.ts';
import { blankCopy, type Copy } from '../../src/news/take.ts';
import { createNewsroom } from '../../src/newsroom.ts';
import { createReception } from '../../src/reception/reception.ts';
import { shareReply } from '../../src/answering/sharing.ts';
import { createMemoryStore } from '../../src/stores/memory.ts';
import type { Store } from '../../src/stores/store.ts';
import { freshBookmark, type Reading, type Wire } from '../../src/wires/wire.ts';

export const CHANNEL = 'terminal:desk';

/** Copy of a story: what a format would give. */
export function copy(headline: string, text: string, more: Partial<Copy> = {}): Copy {
  const guid = more.guid ?? headline.toLowerCase().replaceAll(' ', '-');
  const paragraphs = text.split('\n\n');
  return {
    ...blankCopy('rss'),
    headline,
    paragraphs,
    sentAt: '2026-03-12T08:00:00Z',
    ...more,
    guid,
  };
}

/** A wire that gives, at each reading, the next batch it was handed. */
export class ScriptedWire implements Wire {
  readonly name: string;
  readonly batches: (readonly Copy[] | Error)[] = [];
  settled = 0;

  constructor(name: string) {
    this.name = name;
  }

  read(bookmark: Parameters<Wire['read']>[0]): Promise<Reading> {
    const batch = this.batches.shift() ?? [];
    if (batch instanceof Error) return Promise.reject(batch);
    const known = bookmark ?? freshBookmark(this.name, null);
    const lastReadAt = '2026-03-12T09:00:00Z';
    return Promise.resolve({
      found: batch.map((each) => ({ copy: each, file: null })),
      problems: [],
      bookmark: { ...known, lastReadAt },
      settle: () => {
        this.settled += 1;
        return Promise.resolve();
      },
    });
  }
}

/** A chat that records what it was given and answers with the next outcome it was handed. */
export class RecordingChat implements Chat {
  readonly platform = 'terminal';
  readonly posted: Posting[] = [];
  readonly edited: Posting[] = [];
  readonly outcomes: Outcome[] = [];
  readonly editOutcomes: Outcome[] = [];
  search: Search = { kind: 'absent' };
  /** takes a message back; absent as long as no test sets it */
  remove?: NonNullable<Chat['remove']>;

  render(layout: Parameters<Chat['render']>[0]): ReturnType<Chat['render']> {
    return renderTerminal(layout);
  }

  connect(): Promise<void> {
    return Promise.resolve();
  }

  post(posting: Posting): Promise<Outcome> {
    this.posted.push(posting);
    return Promise.resolve(
      this.outcomes.shift() ?? { kind: 'sent', messageId: `m${this.posted.length}` },
    );
  }

  edit(posting: Posting, messageId: string): Promise<Outcome> {
    this.edited.push(posting);
    return Promise.resolve(this.editOutcomes.shift() ?? { kind: 'sent', messageId });
  }

  find(): Promise<Search> {
    return Promise.resolve(this.search);
  }

  status(): string {
    return 'recording';
  }

  disconnect(): Promise<void> {
    return Promise.resolve();
  }

  /** The texts of everything posted, in order. */
  texts(): string[] {
    return this.posted.map((posting) => (posting.payload as { text: string }).text);
  }
}

const TOPICS: Config['topics'] = [
  {
    slug: 'export-controls',
    title: 'Export controls',
    words: ['export'],
    phrases: [],
    names: [],
    codes: [],
    exclude: [],
  },
  {
    slug: 'disasters',
    title: 'Disasters',
    words: ['earthquake', 'flood'],
    phrases: [],
    names: [],
    codes: [],
    exclude: [],
  },
];

/** The configuration of a newsroom with one wire and one channel. */
export function deskConfig(config: Partial<Config> = {}): Config {
  return {
    name: 'Test desk',
    zone: 'UTC',
    wires: [{ name: 'wire', push: true, article: false, exportText: false, backfill: 86_400_000 }],
    channels: [
      {
        channel: CHANNEL,
        topics: ['export-controls', 'disasters'],
        schedule: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], time: '10:00', zone: 'UTC' }],
        alerts: false,
        whenEmpty: 'silence',
        limit: 10,
      },
    ],
    subscribing: 'managers',
    editors: [],
    model: { dailyTokens: 0 },
    limits: { lease: 45_000, grace: 15_000 },
    network: { allowPrivate: [] },
    topics: TOPICS,
    folder: '/',
    ...config,
  };
}

/** A whole newsroom with one wire unless others are given, one channel and a clock that the test moves. */
export function openDesk(
  config: Partial<Config> = {},
  wires?: readonly Wire[],
  store: Store = createMemoryStore(),
) {
  const clock = { now: Date.parse('2026-03-12T09:00:00Z') };
  const whole = deskConfig(config);
  const wire = new ScriptedWire('wire');
  const chat = new RecordingChat();
  const now = (): number => clock.now;
  const parts = { config: whole, store, analyst: createOfflineAnalyst(), now, log: silentLog };
  const newsroom = createNewsroom({ ...parts, wires: wires ?? [wire], chats: [chat] });
  const share = (id: string, asker: Parameters<typeof shareReply>[2]): Promise<string> =>
    shareReply({ store, chats: [chat], now, post: newsroom.post }, id, asker);
  const reception = createReception({ ...parts, chats: [chat], share });
  const moveTo = (instant: string): void => {
    clock.now = Date.parse(instant);
  };
  const { topics } = whole;
  return { newsroom, reception, store, wire, chat, topics, moveTo };
}
