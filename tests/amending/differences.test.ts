/** Sources that differ, in what was posted: told when it comes up, and told again when it is settled. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Copy } from '../../src/news/take.ts';
import { copy } from '../fakes/newsroom.ts';
import { openPlatforms, type Platforms } from './platforms.ts';

const kestrel = (toll: string): Copy =>
  copy(
    `Flood in Marenta valley kills ${toll}`,
    `A flash flood swept through the Marenta valley on Thursday, killing ${toll} people, the regional governor, Ilda Corvane, said.

Rescuers were searching for six people who are missing. Corvane ordered the evacuation of two villages.`,
    { guid: 'kestrel', provider: 'Kestrel News' },
  );
const port = (toll: string): Copy =>
  copy(
    `${toll} dead as Marenta river floods valley`,
    `Three bridges were washed away by the flood in the Marenta valley on Thursday, and ${toll} people were killed, police said.

Governor Ilda Corvane flew over the area by helicopter.`,
    { guid: 'port', provider: 'Port Wire', signal: 'new' },
  );

let platforms: Platforms;
beforeEach(async () => {
  platforms = await openPlatforms(['disasters']);
});
afterEach(() => platforms.close());

describe.each(['slack', 'discord'] as const)('on %s', (platform) => {
  it('a difference that comes up is told, and so is that it is settled', async () => {
    const { send, seen, postDigest } = platforms;
    await send(kestrel('11'));
    await postDigest();
    await send(port('nine'));
    const [item, note] = seen()[platform];
    expect(item).toMatch(/Update v2[^]*sources differ: Port Wire nine[^]*Kestrel News 11/);
    expect(note).toMatch(/^thread: [^]*sources differ: /);
    await send({ ...port('11'), signal: 'writethru' });
    const [settled, , last] = seen()[platform];
    expect(settled).not.toMatch(/[Ss]ources differ/);
    expect(last).toMatch(/^thread: [^]*v3: [^]*now both say 11/);
  });
});
