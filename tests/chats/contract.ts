/** The suite that every chat runs against a strict fake of its platform. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Chat, HearSoFar, Posting, Reception, Spoken } from '../../src/chats/chat.ts';
import { NewsroomError } from '../../src/errors.ts';
import { deliveryId } from '../../src/news/delivery-id.ts';
import type { Layout } from '../../src/news/layout.ts';
import type { Asker, Command, Press, Reply } from '../../src/news/request.ts';
import { emptyDigest, hugeDigest, LAYOUTS } from './layouts.ts';

/** What a reader of a channel sees. */
export type SeenMessage = {
  readonly id: string;
  /** id of the message in whose thread it stands */
  readonly lead: string | null;
  /** all its text, as shown */
  readonly text: string;
};

/** What happens to the next message that is posted. */
export type Fault =
  'rate-limit' | 'error-before' | 'error-after' | 'drop-after' | 'hang-after' | 'refuse-connection';

/** What came of a command or a press: how long until the platform was told, and what was shown. */
type Exchange = { readonly ackMs: number; readonly shown: string };

/** A fake platform with one bot. `open` starts the fake; the suite connects the chat. */
export type ChatHarness = {
  readonly chat: Chat;
  /** a chat of the same fake whose token is wrong */
  readonly strangerChat: Chat;
  /** the bot is in this channel */
  readonly channel: string;
  /** the bot is not in this channel */
  readonly closedChannel: string;
  messages(channel: string): readonly SeenMessage[];
  /** the next posting meets this; afterwards all is well again */
  fault(fault: Fault): void;
  /** a member of the channel types a slash command and waits for the whole answer */
  type(command: string, text: string): Promise<Exchange>;
  /** a member of the channel presses a button of a message of ours */
  press(messageId: string, label: string): Promise<Exchange>;
  /** a person who can be told something alone */
  readonly person: string;
  /** all that a person was told alone and still sees, oldest first */
  told(person: string): readonly string[];
  /** a person deletes a message of ours */
  remove(messageId: string): void;
  /** from now on no message may be edited, whoever wrote it; nor deleted, when it is to be kept */
  refuseEdits(isKept: boolean): void;
  /** all the text that a payload shows */
  textOf(payload: unknown): string;
  close(): Promise<void>;
};

/** A reception that notes what it is asked and answers with its own words. */
export class FakeReception implements Reception {
  readonly commands: { command: Command; asker: Asker }[] = [];
  readonly presses: { press: Press; asker: Asker }[] = [];
  answer: () => Promise<Layout> = async () => sentence('An answer from the desk.');
  isPrivate = true;
  /** what is heard of the answer before it is given */
  meanwhile: (hear: (text: string, added: string | null) => Promise<void>) => Promise<void> =
    async () => undefined;
  readonly said: { reply: Reply; messages: readonly Spoken[] }[] = [];

  async request(command: Command, asker: Asker, hear?: HearSoFar): Promise<Reply> {
    this.commands.push({ command, asker });
    const id = `reply-${this.commands.length}`;
    await this.meanwhile(async (text, added) => {
      const reply = { id, layout: sentence(text), events: [], private: true };
      await hear?.({ reply, added });
    });
    return this.reply(id);
  }

  async spoken(reply: Reply, messages: readonly Spoken[]): Promise<void> {
    this.said.push({ reply, messages });
  }

  async press(press: Press, asker: Asker): Promise<Reply> {
    this.presses.push({ press, asker });
    return this.reply(`press-${this.presses.length}`);
  }

  suggestTopics(words: string): readonly { slug: string; title: string }[] {
    return [{ slug: 'harbours', title: 'Harbours' }].filter(({ slug }) => slug.includes(words));
  }

  private async reply(id: string): Promise<Reply> {
    return { id, layout: await this.answer(), events: [], private: this.isPrivate };
  }
}

/** A layout of one sentence. */
export function sentence(text: string): Layout {
  return { title: text, items: [{ event: null, blocks: [{ kind: 'text', runs: [{ text }] }] }] };
}

const BATCH = 'batch-of-the-suite';

/** Every text of a layout's runs, headings and labels, as a reader must find it. */
export function textsOf(layout: Layout): string[] {
  return layout.items
    .flatMap((item) => item.blocks)
    .flatMap((block) => {
      if (block.kind === 'heading') return [block.text];
      if (block.kind === 'facts')
        return [block.label, ...block.lines.flat().map((run) => run.text)];
      if (block.kind === 'buttons') return block.buttons.map((button) => button.label);
      return block.kind === 'divider' ? [] : block.runs.map((run) => run.text);
    });
}

/** Text without blanks, invisible characters and notes of continuation: what must not get lost. */
function bare(text: string): string {
  return text.toWellFormed().replace(/\(continued\)|[\s\p{Cf}]+/gu, '');
}

function postingOf(chat: Chat, layout: Layout, channel: string, part = 0): Posting {
  const payload = chat.render(layout, BATCH)[part]?.payload;
  return { delivery: deliveryId(BATCH, part), channel, payload, lead: null };
}

/** Runs the suite. `open` makes a fresh fake and chat for every test. */
export function chatContract(name: string, open: () => Promise<ChatHarness>): void {
  describe(`${name} keeps the contract of a chat`, () => {
    let harness: ChatHarness;
    let reception: FakeReception;

    beforeEach(async () => {
      harness = await open();
      reception = new FakeReception();
    });
    afterEach(async () => {
      await harness.chat.disconnect();
      await harness.close();
    });

    renderingContract(() => harness);

    describe('connected', () => {
      beforeEach(() => harness.chat.connect(reception));
      postingContract(() => harness);
      listeningContract(
        () => harness,
        () => reception,
      );
    });

    it('says in a sentence that a token is wrong', async () => {
      const refused = harness.strangerChat.connect(reception);
      await expect(refused).rejects.toSatisfy(
        (error) => error instanceof NewsroomError && error.code === 'chat',
      );
      await harness.strangerChat.disconnect();
    });
  });
}

function renderingContract(harness: () => ChatHarness): void {
  it.each(Object.entries(LAYOUTS))('renders %s whole, the same way each time', (_, layout) => {
    const { chat, textOf } = harness();
    const parts = chat.render(layout, BATCH);
    expect(parts.map((part) => part.place)).toEqual(
      parts.map((_part, index) => (index === 0 ? 'lead' : 'thread')),
    );
    expect(JSON.stringify(chat.render(layout, BATCH))).toBe(JSON.stringify(parts));
    const shown = bare(parts.map((part) => textOf(part.payload)).join('\n'));
    const lost = textsOf(layout).filter((text) => text.length < 400 && !shown.includes(bare(text)));
    expect(lost).toEqual([]);
    const events = new Set(parts.flatMap((part) => part.events.map((event) => event.id)));
    const expected = layout.items.flatMap((item) => (item.event ? [item.event.id] : []));
    expect([...events]).toEqual([...new Set(expected)]);
  });

  it.each(Object.entries(LAYOUTS))('renders a part of %s alone as it stood', (_, layout) => {
    const { chat } = harness();
    const parts = chat.render(layout, BATCH);
    const total = parts.length;
    const alone = parts.flatMap((part, index) => chat.render(part.layout, BATCH, { index, total }));
    expect(JSON.stringify(alone)).toBe(JSON.stringify(parts));
  });

  it('tells the parts of one batch and of two batches apart', () => {
    const { chat } = harness();
    const payloads = ['one', 'two'].flatMap((batch) =>
      chat.render(hugeDigest, batch).map((part) => JSON.stringify(part.payload)),
    );
    expect(payloads.length).toBeGreaterThan(2);
    expect(new Set(payloads).size).toBe(payloads.length);
  });

  it('names a story only in the messages that show it', () => {
    const { chat } = harness();
    for (const part of chat.render(hugeDigest, BATCH)) {
      const shown = part.events.map(({ id }) => id.replace('event-', ''));
      const named = JSON.stringify(part.payload).match(/(?<=dredging plan )\d+/g) ?? [];
      expect(named.filter((number) => !shown.includes(number))).toEqual([]);
    }
  });

  it('says something even when there is nothing to say', () => {
    const { chat, textOf } = harness();
    const [part] = chat.render(emptyDigest, BATCH);
    expect(bare(textOf(part?.payload))).toContain(bare(emptyDigest.title));
  });
}

function postingContract(harness: () => ChatHarness): void {
  it.each(Object.entries(LAYOUTS))('posts %s, the lead and its thread', async (_, layout) => {
    const { chat, channel, messages } = harness();
    const parts = chat.render(layout, BATCH);
    let lead: string | null = null;
    for (const [index, part] of parts.entries()) {
      const posting = { delivery: deliveryId(BATCH, index), channel, payload: part.payload, lead };
      const outcome = await chat.post(posting);
      expect(outcome.kind).toBe('sent');
      if (outcome.kind === 'sent') lead ??= outcome.messageId;
    }
    const seen = messages(channel);
    expect(seen.map((message) => message.lead)).toEqual(
      parts.map((part) => (part.place === 'lead' ? null : lead)),
    );
  });

  it('waits as long as the platform asks', async () => {
    const { chat, channel, messages, fault } = harness();
    fault('rate-limit');
    const outcome = await chat.post(postingOf(chat, sentence('Wait.'), channel));
    expect(outcome.kind).toBe('later');
    if (outcome.kind === 'later') expect(outcome.retryAfterMs).toBeGreaterThanOrEqual(1_000);
    expect(messages(channel)).toEqual([]);
  });

  it('tries later when nobody was there to hear it', async () => {
    const { chat, channel, fault } = harness();
    fault('refuse-connection');
    const outcome = await chat.post(postingOf(chat, sentence('Nobody.'), channel));
    expect(outcome.kind).toBe('later');
  });

  it.each(['error-after', 'drop-after', 'hang-after'] as const)(
    'does not know, looks, and finds what was taken (%s)',
    async (fault) => {
      const { chat, channel, messages, fault: meet } = harness();
      const posting = postingOf(chat, sentence('Taken.'), channel);
      const since = Date.now() - 60_000;
      meet(fault);
      expect((await chat.post(posting)).kind).toBe('unknown');
      const [message] = messages(channel);
      expect(messages(channel)).toHaveLength(1);
      expect(await chat.find(posting, since)).toEqual({ kind: 'found', messageId: message?.id });
    },
  );

  it('does not know, looks, and finds that nothing was taken', async () => {
    const { chat, channel, messages, fault } = harness();
    const posting = postingOf(chat, sentence('Not taken.'), channel);
    fault('error-before');
    expect(['unknown', 'later']).toContain((await chat.post(posting)).kind);
    expect(await chat.find(posting, Date.now() - 60_000)).toEqual({ kind: 'absent' });
    expect(messages(channel)).toEqual([]);
  });

  it('finds a message in a thread, and no other delivery', async () => {
    const { chat, channel } = harness();
    const lead = await chat.post(postingOf(chat, hugeDigest, channel));
    if (lead.kind !== 'sent') throw new Error('the lead was not posted');
    const posting = { ...postingOf(chat, hugeDigest, channel, 1), lead: lead.messageId };
    const since = Date.now() - 60_000;
    expect(await chat.find(posting, since)).toEqual({ kind: 'absent' });
    const second = await chat.post(posting);
    if (second.kind !== 'sent') throw new Error('the second part was not posted');
    expect(await chat.find(posting, since)).toEqual({
      kind: 'found',
      messageId: second.messageId,
    });
  });

  it('says that a channel is closed to it, and cannot be read', async () => {
    const { chat, closedChannel } = harness();
    const posting = postingOf(chat, sentence('Closed.'), closedChannel);
    expect((await chat.post(posting)).kind).toBe('gone');
    expect((await chat.find(posting, 0)).kind).toBe('unreadable');
  });

  it('tells one person, and nobody in the channel', async () => {
    const { chat, channel, person, messages, told } = harness();
    const reader = { person, replies: ['a-reply-of-yesterday'] };
    const posting = { ...postingOf(chat, sentence('For you alone.'), channel), reader };
    expect((await chat.post(posting)).kind).toBe('sent');
    expect(told(person)).toEqual([expect.stringContaining('For you alone.')]);
    expect(messages(channel)).toEqual([]);
  });

  it('never takes a person who cannot be reached for a channel that is gone', async () => {
    const { chat, channel } = harness();
    const reader = { person: '999', replies: [] };
    const posting = { ...postingOf(chat, sentence('For nobody.'), channel), reader };
    expect((await chat.post(posting)).kind).toBe('refused');
  });

  it('says of an edit that the message is gone, and answers beside it', async () => {
    const { chat, channel, messages, remove } = harness();
    const first = await chat.post(postingOf(chat, sentence('Soon gone.'), channel));
    if (first.kind !== 'sent') throw new Error('it was not posted');
    remove(first.messageId);
    const edit = await chat.edit(postingOf(chat, sentence('Too late.'), channel), first.messageId);
    expect(edit).toMatchObject({ kind: 'refused', isClosed: true });
    const beside = postingOf(chat, sentence('In the channel.'), channel, 0);
    const note = {
      ...beside,
      delivery: deliveryId('note', 0),
      payload: chat.render(sentence('In the channel.'), 'note')[0]?.payload,
    };
    expect((await chat.post(note)).kind).toBe('sent');
    expect(messages(channel).map(({ text }) => text)).toEqual([
      expect.stringContaining('In the channel.'),
    ]);
  });

  it('takes back what it may no longer edit, as often as asked', async () => {
    const { chat, channel, messages, refuseEdits } = harness();
    const lead = await chat.post(postingOf(chat, sentence('Stays.'), channel));
    if (lead.kind !== 'sent') throw new Error('it was not posted');
    const second = { ...postingOf(chat, hugeDigest, channel, 1), lead: lead.messageId };
    const part = await chat.post(second);
    if (part.kind !== 'sent') throw new Error('the second part was not posted');
    refuseEdits(false);
    expect(await chat.edit(second, part.messageId)).toMatchObject({ kind: 'refused' });
    for (let times = 0; times < 2; times += 1)
      expect(await chat.remove?.(second, part.messageId)).toEqual(part);
    expect(messages(channel).map(({ id }) => id)).toEqual([lead.messageId]);
  });

  it('says that a message may not be taken back', async () => {
    const { chat, channel, messages, refuseEdits } = harness();
    const posting = postingOf(chat, sentence('Stays.'), channel);
    const sent = await chat.post(posting);
    if (sent.kind !== 'sent') throw new Error('it was not posted');
    refuseEdits(true);
    const kind = (await chat.remove?.(posting, sent.messageId))?.kind;
    expect(['refused', 'gone']).toContain(kind);
    expect(messages(channel)).toHaveLength(1);
  });

  it('opens a thread for a note, by the name it is given, and notes again in it', async () => {
    const { chat, channel, messages } = harness();
    const lead = await chat.post(postingOf(chat, sentence('The item.'), channel));
    if (lead.kind !== 'sent') throw new Error('it was not posted');
    for (const name of ['one', 'two']) {
      const payload = chat.render(sentence(`Note ${name}.`), name)[0]?.payload;
      const posting = { delivery: deliveryId(name, 0), channel, payload, lead: lead.messageId };
      expect((await chat.post({ ...posting, threadName: 'The digest of today' })).kind).toBe(
        'sent',
      );
      expect((await chat.find(posting, Date.now() - 60_000)).kind).toBe('found');
    }
    const notes = messages(channel).filter((each) => each.lead !== null);
    expect(notes.map((each) => each.lead)).toEqual([lead.messageId, lead.messageId]);
  });

  it('replaces a message, as often as asked', async () => {
    const { chat, channel, messages } = harness();
    const first = await chat.post(postingOf(chat, sentence('The first words.'), channel));
    if (first.kind !== 'sent') throw new Error('it was not posted');
    const posting = postingOf(chat, sentence('The corrected words.'), channel);
    for (let times = 0; times < 2; times += 1) {
      expect(await chat.edit(posting, first.messageId)).toEqual(first);
    }
    const seen = messages(channel);
    expect(seen).toHaveLength(1);
    expect(seen[0]?.text).toContain('corrected');
    expect(seen[0]?.text).not.toContain('first');
    expect(await chat.find(posting, Date.now() - 60_000)).toEqual({
      kind: 'found',
      messageId: first.messageId,
    });
  });
}

function listeningContract(harness: () => ChatHarness, reception: () => FakeReception): void {
  it('hands a command over and answers in private', async () => {
    const { channel, type, messages } = harness();
    const { ackMs, shown } = await type('ask', 'when is the second reading?');
    expect(ackMs).toBeLessThan(1_000);
    expect(shown).toContain('An answer from the desk.');
    const [asked] = reception().commands;
    expect(asked?.command).toEqual({ name: 'ask', question: 'when is the second reading?' });
    expect(asked?.asker).toMatchObject({ channel, thread: null });
    expect(messages(channel)).toEqual([]);
  });

  it('acknowledges at once and answers when the answer is there', async () => {
    let ready = (): void => {};
    const isReady = new Promise<void>((resolve) => (ready = resolve));
    reception().answer = async () => {
      await isReady;
      return sentence('A slow answer.');
    };
    const exchange = harness().type('brief', 'harbours');
    setTimeout(ready, 400);
    const { ackMs, shown } = await exchange;
    expect(ackMs).toBeLessThan(300);
    expect(shown).toContain('A slow answer.');
  });

  it('answers a failure with a sentence that shows no inside', async () => {
    reception().answer = () => Promise.reject(new Error('secret inside'));
    const { shown } = await harness().type('ask', 'anything?');
    expect(shown).not.toContain('secret');
    expect(shown).toContain('Something went wrong');
    reception().answer = () => Promise.reject(new NewsroomError('store', 'The disk is full.'));
    expect((await harness().type('ask', 'anything?')).shown).toContain('The disk is full.');
  });

  it('hands a press over with its value and leaves the message alone', async () => {
    const { chat, channel, press, messages } = harness();
    const posted = await chat.post(postingOf(chat, LAYOUTS.digest ?? emptyDigest, channel));
    if (posted.kind !== 'sent') throw new Error('it was not posted');
    const before = messages(channel);
    const { ackMs, shown } = await press(posted.messageId, 'All facts');
    expect(ackMs).toBeLessThan(1_000);
    expect(shown).toContain('An answer from the desk.');
    const [pressed] = reception().presses;
    const message = posted.messageId;
    expect(pressed?.press).toEqual({ action: 'card', value: 'event-1', message });
    expect(pressed?.asker.channel).toBe(channel);
    expect(messages(channel)).toEqual(before);
  });

  it('lets a running answer finish when it disconnects', async () => {
    let ready = (): void => {};
    const isReady = new Promise<void>((resolve) => (ready = resolve));
    let isAsked = (): void => {};
    const asked = new Promise<void>((resolve) => (isAsked = resolve));
    reception().answer = async () => {
      isAsked();
      await isReady;
      return sentence('The last answer.');
    };
    const exchange = harness().type('ask', 'one more?');
    await asked;
    const gone = harness().chat.disconnect();
    setTimeout(ready, 100);
    await gone;
    expect((await exchange).shown).toContain('The last answer.');
  });
}
