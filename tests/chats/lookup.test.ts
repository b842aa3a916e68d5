/** The platform's name cannot be looked up: nothing was sent, and whoever runs the bot is told why. */
import { afterEach, expect, it } from 'vitest';
import { deliveryId } from '../../src/news/delivery-id.ts';
import { FakeReception, sentence } from './contract.ts';
import { chatFor, openFake } from './discord/harness.ts';
import { chatBefore, HOME_CHANNEL, openSlack } from './slack/harness.ts';

/** No name under it ever resolves (RFC 6761, section 6.4). */
const NOWHERE = 'http://platform.invalid/';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

it('Slack is posted to again', async () => {
  const slack = await openSlack();
  closing.push(() => slack.close());
  const chat = chatBefore(slack, { apiUrl: NOWHERE, timeoutMs: 5_000 });
  const payload = chat.render(sentence('The quake was felt far away.'), 'batch')[0]?.payload;
  const posting = { delivery: deliveryId('batch', 0), channel: HOME_CHANNEL, payload, lead: null };
  expect(await chat.post(posting)).toMatchObject({
    kind: 'later',
    isEverywhere: true,
    sentence: 'Slack cannot be reached from here.',
  });
});

it('Discord is told to be out of reach', async () => {
  const fake = await openFake();
  closing.push(() => fake.stop());
  const chat = chatFor(fake, { apiUrl: NOWHERE, requestTimeoutMs: 5_000 });
  closing.push(() => chat.disconnect());
  await expect(chat.connect(new FakeReception())).rejects.toThrow(/Discord.*reach/);
});
