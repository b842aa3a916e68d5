/** Invented stories, each known by one invented word that stands in no other; some are urgent. */

export type Story = {
  readonly word: string;
  /** what stands before the headline */
  readonly mark: string;
  readonly headline: string;
  readonly text: string;
};

const SYLLABLES = ['bra', 'ke', 'lo', 'mu', 'ni', 'pa', 're', 'so', 'tu', 'va', 'we', 'zi'];
function invented(random: () => number, syllables: number): string {
  const word = Array.from(
    { length: syllables },
    () => SYLLABLES[Math.floor(random() * SYLLABLES.length)] ?? 'ba',
  ).join('');
  return `${word[0]?.toUpperCase()}${word.slice(1)}`;
}

/**
 * The story of a number. Nearly all its words are invented, so that no two stories can be taken for
 * one event.
 */
export function storyOf(number: number, random: () => number, urgentShare: number): Story {
  const digits = number.toString().replace(/\d/g, (digit) => SYLLABLES[Number(digit)] ?? '');
  const word = `${invented(random, 2)}${digits}x`;
  const name = (): string => invented(random, 4);
  const thing = (): string => name().toLowerCase();
  const mark = random() < urgentShare ? 'URGENT: ' : '';
  const headline = `${word} ${thing()} ${thing()} in ${name()}`;
  const first = `The ${word} ${thing()} in ${name()} has ${thing()} its ${thing()}, ${name()} ${name()} said.`;
  const second = `${name()} ${thing()} the ${thing()} ${thing()} and the ${thing()} of ${name()}.`;
  return { word, mark, headline, text: `${first} ${second}` };
}

const item = (guid: string, title: string, text: string, at: string): string =>
  `<item><guid isPermaLink="false">${guid}</guid><title>${title}</title><pubDate>${new Date(at).toUTCString()}</pubDate><description>${text}</description></item>`;

/** A feed file with new stories and with kills of earlier ones. */
export function feedOf(stories: readonly Story[], kills: readonly Story[], at: string): string {
  const items = [
    ...stories.map(({ word, mark, headline, text }) => item(word, `${mark}${headline}`, text, at)),
    ...kills.map(({ word, headline }) =>
      item(word, `KILL: ${headline}`, 'Editors: please kill this story. It is wrong.', at),
    ),
  ];
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Test Wire</title><link>https://wire.example/</link><description>Invented</description>${items.join('')}</channel></rss>`;
}
