/** Answers about what was announced, once later copy has moved it or called it off. All is invented. */
import { describe, expect, it } from 'vitest';
import { killOf, send } from '../amending/desk.ts';
import { CHANNEL, copy, openDesk } from '../fakes/newsroom.ts';

type Desk = ReturnType<typeof openDesk>;

const TALKS = copy(
  'Torea, Hanju fail to narrow gap on chip gases',
  `ASAMORI, March 12 (Tarn Press) - Torea and Hanju failed to narrow differences over export licences for chip gases at talks in Asamori on Thursday, the industry ministry said.

The next round will be held in Seomyang on March 26, the ministry said.`,
  { guid: 'talks', provider: 'Tarn Press' },
);
const MOVED = copy(
  'Torea, Hanju move next chip gas talks',
  `SEOMYANG, March 13 (Coast Agency) - The next round of talks between Torea and Hanju on export licences for chip gases has been moved to April 2, the industry ministry said on Friday.`,
  { guid: 'moved', provider: 'Coast Agency', sentAt: '2026-03-13T08:00:00Z' },
);
const STRIKE = copy(
  'Velmar dockers vote to strike',
  `VELMAR, March 12 (Tarn Press) - Dockers at the port of Velmar voted on Thursday to strike for 48 hours from March 20 after pay talks collapsed, the Harbour Workers' Union said.

The union's secretary, Lotte Brandsma, wants a rise of 9 percent.`,
  { guid: 'strike', provider: 'Tarn Press' },
);
const OFF = copy(
  'Velmar dockers call off strike',
  `VELMAR, March 13 (Tarn Press) - Dockers at the port of Velmar called off a strike planned for March 20 after the operator raised its pay offer to 6 percent, the Harbour Workers' Union said on Friday.`,
  { guid: 'off', provider: 'Tarn Press', sentAt: '2026-03-13T08:00:00Z' },
);

async function ask(desk: Desk, question: string) {
  const asker = { channel: CHANNEL, person: 'p', mayManage: false, thread: null };
  const reply = await desk.reception.request({ name: 'ask', question }, asker);
  return { reply, text: JSON.stringify(reply.layout.items[0]?.blocks) };
}

describe('an answer about what was announced', () => {
  it('tells first that it was moved, with who says so, and what was told before', async () => {
    const desk = openDesk();
    await send(desk, '2026-03-12T09:00:00Z', TALKS);
    await send(desk, '2026-03-13T09:00:00Z', MOVED);
    for (const question of [
      'When do Torea and Hanju meet next?',
      'Where will the next round be?',
    ]) {
      const { text } = await ask(desk, question);
      expect(text).toMatch(/April 2.*Told before that:.*Seomyang on March 26.*Coast Agency/);
    }
  });

  it('tells first that it was called off', async () => {
    const desk = openDesk();
    await send(desk, '2026-03-12T09:00:00Z', STRIKE);
    await send(desk, '2026-03-13T09:00:00Z', OFF);
    for (const question of [
      'When is the strike in Velmar?',
      'Will the dockers strike on March 20?',
    ]) {
      const { text } = await ask(desk, question);
      expect(text).toMatch(/called off a strike.*Told before that:.*voted on Thursday to strike/);
    }
  });

  it('is kept with the story that changes it, and stands as announced when that is killed', async () => {
    const desk = openDesk();
    await send(desk, '2026-03-12T09:00:00Z', TALKS);
    await send(desk, '2026-03-13T09:00:00Z', MOVED);
    const { reply } = await ask(desk, 'Where will the next round be?');
    const events = await desk.store.events(reply.events.map(({ id }) => id));
    expect(events.flatMap(({ stories }) => stories)).toHaveLength(2);
    await send(desk, '2026-03-13T10:00:00Z', killOf('moved', '2026-03-13T09:59:00Z'));
    const { text } = await ask(desk, 'Where will the next round be?');
    expect(text).toContain('Seomyang on March 26');
    expect(text).not.toMatch(/April 2|Told before|Coast Agency/);
  });

  it('is left as it is where another matter was called off', async () => {
    const desk = openDesk();
    await send(desk, '2026-03-12T09:00:00Z', TALKS, STRIKE);
    await send(desk, '2026-03-13T09:00:00Z', OFF);
    const { text } = await ask(desk, 'Where will the next round of talks be?');
    expect(text).toContain('Seomyang on March 26');
    expect(text).not.toMatch(/called off|Told before/);
  });
});

describe('a question whether something arranged comes about', () => {
  const NOT_TOLD = 'The stored stories do not tell';
  const MEDIATOR = copy(
    'Velmar union drops mediation',
    `VELMAR, March 13 (Coast Agency) - The meeting with the mediator Pieter Aalst on March 17 will not take place, the Harbour Workers' Union in Velmar said on Friday.`,
    { guid: 'mediator', provider: 'Coast Agency', sentAt: '2026-03-13T08:10:00Z' },
  );

  it.each([
    ['Is the strike going ahead?', 'called off a strike'],
    ['Was the strike cancelled?', 'called off a strike'],
    ['Did the mediator meet both sides?', 'will not take place'],
    ['Has the strike in Velmar been postponed?', 'called off a strike'],
  ])('%s is answered from what became of it', async (question, told) => {
    const desk = openDesk();
    await send(desk, '2026-03-12T09:00:00Z', STRIKE, TALKS);
    await send(desk, '2026-03-13T09:00:00Z', OFF, MEDIATOR);
    expect((await ask(desk, question)).text).toContain(told);
  });

  it.each([
    'Was the strike of the dockers in Ostby called off?',
    'Was the summit cancelled?',
    'Did the talks produce a deal?',
    'Did Lotte Brandsma meet Pieter Storin?',
    // two meetings were changed, and it does not say which
    'Was the meeting postponed?',
  ])('%s is not answered', async (question) => {
    const desk = openDesk();
    await send(desk, '2026-03-12T09:00:00Z', STRIKE, TALKS);
    await send(desk, '2026-03-13T09:00:00Z', OFF, MOVED, MEDIATOR);
    expect((await ask(desk, question)).text).toContain(NOT_TOLD);
  });

  it('is not answered any more when the story of it is killed', async () => {
    const desk = openDesk();
    await send(desk, '2026-03-12T09:00:00Z', STRIKE);
    await send(desk, '2026-03-13T09:00:00Z', OFF);
    await send(desk, '2026-03-13T10:00:00Z', killOf('off', '2026-03-13T09:59:00Z'));
    expect((await ask(desk, 'Was the strike cancelled?')).text).not.toContain('called off');
  });
});
