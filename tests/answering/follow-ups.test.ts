/** Questions that follow up on what was posted or shown: the whole newsroom before both fakes. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { leavesScope } from '../../src/editing/scope.ts';
import { openPlatforms, type Platforms } from '../amending/platforms.ts';
import { HOME } from '../chats/slack/harness.ts';
import { copy } from '../fakes/newsroom.ts';
import { BOT_USER } from '../fakes/slack/workspace.ts';

const LICENCES = copy(
  'Hanju, Torea speed up export licences',
  `SEOMYANG, March 12 (Tarn Press) - Hanju and Torea agreed on Thursday to decide on export licences for chipmaking gases within 30 days, but left a dispute over a list of trusted buyers open.

Hanju's delegation was led by Kaori Senda, chief of the trade bureau. The Torean side was led by Park Il-woo, deputy minister of industry.

The two sides will meet again in April in Asamori. No day was given.`,
  { guid: 'licences', provider: 'Tarn Press' },
);
const BOATS = copy(
  'Lowria seizes fishing boats off Cape Sorrow',
  `LOWRIA CITY, March 12 (Coast Agency) - The coastguard of Lowria seized 14 fishing boats off Cape Sorrow on Thursday and fined their owners $2 million, commander Ana Brito said.

Seven sailors were injured when two boats collided.`,
  { guid: 'boats', provider: 'Coast Agency' },
);

let platforms: Platforms;
beforeEach(async () => {
  platforms = await openPlatforms(['export-controls']);
});
afterEach(() => platforms.close());

const lead = (platform: 'slack' | 'discord'): string => {
  const { slack, discord } = platforms;
  const found =
    platform === 'slack'
      ? slack.workspace.messages.find((each) => each.channel === HOME && each.threadTs === null)?.ts
      : discord.world.in(discord.world.general.id)[0]?.id;
  return found ?? '';
};

/** Asks under what was posted first, and waits for the answer: in Slack the person alone sees it. */
async function askUnder(platform: 'slack' | 'discord', question: string): Promise<string> {
  const { slack, discord, seen } = platforms;
  const told = (): string[] =>
    platform === 'discord'
      ? seen().discord
      : slack.workspace.whispers.map((each) => JSON.stringify(each));
  const before = told().length;
  if (platform === 'slack') await slack.say(HOME, question, lead('slack'));
  else discord.say(question, { replyTo: lead('discord') });
  await expect.poll(() => told().length, { timeout: 5_000 }).toBeGreaterThan(before);
  return told().at(-1) ?? '';
}

describe.each(['slack', 'discord'] as const)('under a digest on %s', (platform) => {
  beforeEach(async () => {
    await platforms.send(LICENCES);
    await platforms.postDigest();
    await platforms.send(BOATS);
  });

  it('is answered from what the digest shows', async () => {
    expect(await askUnder(platform, 'who led the Torean side?')).toContain('Park Il-woo');
    expect(await askUnder(platform, 'when do they meet again?')).toContain('April');
  });

  it('is answered from what the digest shows though a name is mistyped', async () => {
    const answer = await askUnder(platform, 'who led the Toraen side?');
    expect(answer).toContain('“Toraen” is read as “Torean”');
    expect(answer).toContain('Park Il-woo');
  });

  it('is not answered from another story that it does not name', async () => {
    for (const question of ['how many sailors were injured?', 'how high was the fine?']) {
      const answer = await askUnder(platform, question);
      expect(answer).toContain('do not tell');
      expect(answer).not.toMatch(/Seven|\$2 million/);
    }
  });

  it('is answered from another story when it names that one, and says so', async () => {
    const answer = await askUnder(platform, 'how many boats did lowria seize?');
    expect(answer).toContain('The stories of this thread do not tell. Another story does:');
    expect(answer).toContain('14 fishing boats');
  });
});

describe('under what was asked for', () => {
  it('a question by name in a thread of Slack keeps to the thread', async () => {
    await platforms.send(LICENCES);
    await platforms.postDigest();
    await platforms.send(BOATS);
    const answer = await askUnder('slack', `<@${BOT_USER}> who led the Hanju side`);
    expect(answer).toContain('Kaori Senda');
  });

  it('a command in a thread of Discord keeps to the thread', async () => {
    await platforms.send(LICENCES);
    await platforms.postDigest();
    await platforms.send(BOATS);
    const { discord, newsroom, send } = platforms;
    // a thread is opened by the first note or follow-up: here by what the story tells later
    await send({ ...LICENCES, paragraphs: [...LICENCES.paragraphs, 'They will sign on May 4.'] });
    await newsroom.post();
    const thread = [...discord.world.channels.values()].find(({ parent }) => parent !== null);
    const ask = async (question: string): Promise<string> => {
      const asked = discord.command('ask', { question }, { channel: thread?.id ?? '' });
      return (await discord.answerTo(asked)).map(({ text }) => text).join('\n');
    };
    expect(thread).toBeDefined();
    expect(await ask('who led the Torean side?')).toContain('Park Il-woo');
    expect(await ask('how many sailors were injured?')).toContain('do not tell');
  });

  it('a brief that was shown to a person is what they ask about next', async () => {
    await platforms.send(LICENCES, BOATS);
    const ask = async (command: string, text: string): Promise<string> =>
      (await platforms.slack.type(command, text, { channel: HOME })).shown;
    expect(await ask('brief', 'export-controls')).toContain('Hanju, Torea');
    expect(await ask('ask', 'who led the Torean side?')).toContain('Park Il-woo');
    expect(await ask('ask', 'how many boats did Lowria seize?')).toContain('14 fishing boats');
  });
});

describe('leavesScope', () => {
  const UNDER = ['Talks in Port Mary. Ministers of Norland and South Korea met.'];
  it.each([
    ['what did marland decide?', 'On Monday Marland cut its duty.', true],
    ['what did the korean side say?', 'The chief of the Korean bank resigned.', false],
    ['how many were injured?', 'In Marland injured people were brought home.', false],
    ['what did Norland decide?', 'On Monday Norland cut its duty.', false],
    ['when on Monday?', 'It was Monday.', false],
  ])('%s', (question, elsewhere, leaves) => {
    expect(leavesScope(question, UNDER, elsewhere)).toBe(leaves);
  });
});
