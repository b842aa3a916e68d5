/** What copy without fields does to its story: kills, holds, corrections and embargoes of old wires. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clean } from '../../../src/editing/clean.ts';
import { fold, keysOf } from '../../../src/editing/fold.ts';
import type { Story } from '../../../src/news/story.ts';
import type { Take } from '../../../src/news/take.ts';
import { parsed } from './parsed.ts';

const SAMPLES = join(import.meta.dirname, '../../samples');

function takesOf(text: string | Buffer): Take[] {
  const bytes = typeof text === 'string' ? Buffer.from(text, 'latin1') : text;
  const { copies } = parsed({ bytes, contentType: null, baseUrl: null });
  return copies.map((copy) => clean(copy, { wire: 'w', provider: null, file: null }));
}

function sample(name: string): Take[] {
  const folder = join(SAMPLES, name);
  const file = readdirSync(folder).find((each) => each.startsWith('source.'));
  return takesOf(readFileSync(join(folder, file ?? '')));
}

/** The story that the takes fold into, when each finds the one before by a key. */
function storyOf(takes: readonly Take[]): Story | null {
  let story: Story | null = null;
  for (const take of takes) {
    if (story !== null) expect(story.keys.some((key) => keysOf(take).includes(key))).toBe(true);
    const receivedAt = take.sentAt ?? '2026-01-01T00:00:00Z';
    story = fold(story, take, { scope: 'w', receivedAt, background: false }).story;
  }
  return story;
}

type Anpa = { number: string; line: string; body: string; time?: string };

const anpa = ({ number, line, body, time = '1000' }: Anpa): string =>
  `\x16\x16\x01${number}\x1f_desk\r\nr a\x13\x11 ${line}   03-04 0100\r\n\x02${body}` +
  `\x03\r\n\t   ^MX-WF-03-04-26 ${time}GMT<\r\n\x0c\x04`;

const FERRY = '\t   ORVIK (MX) _ The ferry sailed to Orvik with 214 people on board.\r\n';
const first = anpa({
  number: 'a0646',
  line: 'AM-Orvik-Ferry',
  body: `^AM-Orvik-Ferry,90<\r\n^Ferry sails<\r\n${FERRY}`,
});

describe('ANPA', () => {
  it.each([
    ['1stLd-Writethru', '1st Ld-Writethru', 'writethru'],
    ['2nd Ld - Writet', '2nd Ld - Writethru', 'writethru'],
    ['1stld-writethru', '1stld-writethru', 'writethru'],
    ['1st Ld', '1st Ld', 'update'],
    ['3rd Lead', '3rd Lead', 'update'],
    ['1st Add', '1st Add', 'add'],
    ['Insert', 'Insert', 'add'],
    ['CORRECTIVE', 'CORRECTIVE', 'correction'],
    ['Correction', 'Correction', 'correction'],
    ['WITHHOLD', 'WITHHOLD', 'withhold'],
    ['KILL', 'KILL', 'kill'],
    ['', '', 'new'],
  ])('reads the version "%s"', (short, long, signal) => {
    const slug = long === '' ? 'PM-Orvik-Ferry' : `PM-Orvik-Ferry, ${long}`;
    const text = anpa({
      number: 'a0650',
      line: `PM-Orvik-Ferry ${short}`,
      body: `^${slug},90<\r\n^Ferry sails<\r\n${FERRY}`,
    });
    expect(takesOf(text)[0]?.signal).toBe(signal);
  });

  it.each(['BC-Police Kill-Two', 'BC-Correction Officers', 'BC-Hold-Up', 'BC-US--Insert Coin'])(
    'takes no order from the keyword %s',
    (slug) => {
      const line = `${slug.slice(0, 24)}`;
      const body = `^${slug},90<\r\n^Ferry sails<\r\n${FERRY}`;
      expect(takesOf(anpa({ number: 'a0001', line, body }))[0]?.signal).toBe('new');
    },
  );

  it.each([
    ['^By ANNA LIS<', 'Ferry sails', 'ANNA LIS'],
    ['^By Anna Lis and Bo Ek<', 'Ferry sails', 'Anna Lis and Bo Ek'],
    ['^By sea to Orvik in a day<', 'Ferry sails', null],
  ])('reads the line %s', (line, headline, byline) => {
    const body = `^BC-Orvik-Ferry,90<\r\n^Ferry sails<\r\n${line}\r\n${FERRY}`;
    const [take] = takesOf(anpa({ number: 'a0001', line: 'BC-Orvik-Ferry', body }));
    expect(take).toMatchObject({ headline, byline });
  });

  it('takes a headline for no byline', () => {
    const body = `^BC-Orvik-Ferry,90<\r\n^By George They Did It<\r\n${FERRY}`;
    const [take] = takesOf(anpa({ number: 'a0001', line: 'BC-Orvik-Ferry', body }));
    expect(take).toMatchObject({ headline: 'By George They Did It', byline: null });
  });

  it('tells a table from a story about standings', () => {
    const table = '\t   Orvik 66 59 .528\r\n\t   Vara 40 85 .320\r\n';
    const under = (text: string) =>
      takesOf(
        anpa({
          number: 'a0001',
          line: 'BC-League Glance',
          body: `^BC-League Glance,90<\r\n^League standings<\r\n${text}`,
        }),
      );
    expect(under(table)).toEqual([]);
    expect(under(`${FERRY}${table}`)).toHaveLength(1);
    const kill = `^BC-League Glance, BULLETIN KILL,40<\r\n^BULLETIN KILL<\r\n${table}`;
    const line = 'BC-League Glance BULLETINKILL';
    expect(takesOf(anpa({ number: 'v0002', line, body: kill }))).toMatchObject([
      { signal: 'kill' },
    ]);
  });

  it('reads a correction in front of the keyword', () => {
    const body = `^BC-CORRECTED---Orvik-Ferry,90<\r\n^Ferry sails<\r\n${FERRY}`;
    const text = anpa({ number: 'a0700', line: 'BC-CORRECTED---Orvik', body, time: '1100' });
    const [take] = takesOf(text);
    expect(take?.signal).toBe('correction');
    expect(take?.replaces).toContain(takesOf(first)[0]?.replaces[0]);
  });

  it('holds the versions of a day together by the keyword, whatever the cycle', () => {
    const second = anpa({
      number: 'a0650',
      line: 'PM-Orvik-Ferry 1stLd-Writethru',
      body: `^PM-Orvik-Ferry, 1st Ld-Writethru,90<\r\n^Ferry sails again<\r\n${FERRY}`,
      time: '1100',
    });
    const story = storyOf([...takesOf(first), ...takesOf(second)]);
    expect(story?.current?.headline).toBe('Ferry sails again');
  });

  it.each([
    ['by number', 'BC-Advisory', 'Please kill the story on a ferry, a0646. It did not sail.'],
    ['by keyword', 'BC-Orvik-Ferry', 'A kill is mandatory. Make certain the story is not used.'],
  ])('kills %s', (_, keyword, sentence) => {
    const body = `^${keyword}, BULLETIN KILL,40<\r\n^BULLETIN KILL<\r\n\t   ORVIK (MX) _ ${sentence}\r\n`;
    const kill = anpa({ number: 'v0001', line: `${keyword} BULLETINKILL`, body, time: '1200' });
    expect(storyOf([...takesOf(first), ...takesOf(kill)])?.state).toBe('killed');
    expect(storyOf([...takesOf(kill), ...takesOf(first)])?.state).toBe('killed');
  });

  it('does not fold alerts of one day into each other', () => {
    const alert = (number: string, text: string): Take[] =>
      takesOf(anpa({ number, line: 'BC-NewsAlert', body: `^BC-NewsAlert,9<\r\n\t   ${text}\r\n` }));
    const [one, other] = [alert('a0001', 'Pier breaks.'), alert('a0002', 'Mine shuts.')];
    expect(keysOf(one[0] as Take).filter((key) => keysOf(other[0] as Take).includes(key))).toEqual(
      [],
    );
  });

  it('holds an advance until its day, and one without a day until it is released', () => {
    expect(sample('anpa/advance')[0]?.embargo).toEqual({ until: '2023-01-05T00:00:00-12:00' });
    expect(sample('anpa/advance-without-day')[0]?.embargo).toEqual({ until: null });
  });

  it.each([
    ['For release Sunday, Jan. 8', 's'],
    ['FOR RELEASE SUNDAY JAN. 8 AND THEREAFTER', 's'],
    ['For release at 6 p.m. Saturday, time set by source', 'a'],
    ['Hold for release until announced', 'r'],
    ['Embargoed until 11 a.m. EST Jan. 8', 'r'],
    ['$adv08', 'r'],
  ])('holds for "%s" with priority %s', (line, priority) => {
    const body = `^BC-Orvik,90<\r\n^${line}<\r\n^Ferry sails<\r\n${FERRY}`;
    const text = anpa({ number: 'a0001', line: 'BC-Orvik', body });
    const [take] = takesOf(text.replace('\nr a', `\n${priority} a`));
    expect(take?.embargo).not.toBeNull();
    expect(take?.headline).toBe('Ferry sails');
  });

  it('does not hold what is for immediate release', () => {
    const body = `^BC-Orvik,90<\r\n^For immediate release<\r\n^Ferry sails<\r\n${FERRY}`;
    const [take] = takesOf(anpa({ number: 'a0001', line: 'BC-Orvik', body }));
    expect(take?.embargo).toBeNull();
  });

  it('keeps lines for editors out of the text', () => {
    const [take] = sample('anpa/writethru');
    expect(take?.notes.every((note) => !note.public)).toBe(true);
    expect(`${take?.headline} ${take?.text}`).not.toMatch(/Eds:|555-0101|Photo|``|\x1f/);
    expect(take?.text).toContain('"We had waited for a calm sea,"');
  });

  it.each(['Embargo on oil lifted', 'For use of force, a trial', 'Hold the line, captain says'])(
    'takes "%s" for a headline',
    (headline) => {
      const body = `^BC-Orvik,90<\r\n^${headline}<\r\n${FERRY}`;
      const [take] = takesOf(anpa({ number: 'a0001', line: 'BC-Orvik', body }));
      expect(take).toMatchObject({ headline, embargo: null, signal: 'new' });
    },
  );
});

const nop = (number: string, top: string, text: string): string =>
  `\x01eno${number} 4 i 90  nop ${number}\r\n\r\nSela/\r\n\x02${top} =\r\n\r\n${text}\r\n` +
  `\x03131${number} GMT Nov 26\r\n\x04`;

describe('IPTC 7901', () => {
  const story = nop('100', 'Talks in Sela could fail', 'Port Sela (nop) - Talks could fail.');

  it.each([
    ['a kill', 'KILL KILL KILL', 'Please kill item nop 0100.', 'killed'],
    ['a hold', 'HOLD HOLD HOLD', 'Please hold item nop 100.', 'held'],
  ])('follows the number of %s', (_, top, text, state) => {
    const order = nop('200', top, text);
    expect(storyOf([...takesOf(story), ...takesOf(order)])?.state).toBe(state);
  });

  it('reads the headline and the order that stand above STX', () => {
    const above = (number: string, top: string, text: string): string =>
      nop(number, '', text).replace('Sela/\r\n\x02 =', `Sela/\r\n${top} =\r\n\x02`);
    const [take] = takesOf(above('100', 'Talks in Sela could fail', 'Port Sela (nop) - Talks.'));
    expect([take?.slug, take?.headline]).toEqual(['Sela', 'Talks in Sela could fail']);
    const kill = above('200', 'KILL KILL KILL', 'Please kill item nop 0100.');
    expect(storyOf([...takesOf(story), ...takesOf(kill)])?.state).toBe('killed');
  });

  it('does not kill what is to be used instead', () => {
    const order = nop('200', 'KILL KILL KILL', 'Please kill item nop 099. Please use nop 100.');
    expect(takesOf(order)[0]?.replaces.join()).not.toContain('nop-100');
  });

  it('follows the headline of a lead and of a correction', () => {
    for (const [prefix, signal] of [
      ['1ST LEAD', 'update'],
      ['REFILE', 'correction'],
      ['KORR', 'correction'],
    ]) {
      const lead = nop(
        '200',
        `${prefix}\r\nTalks in Sela could fail`,
        'Port Sela (nop) - No talks.',
      );
      const takes = [...takesOf(story), ...takesOf(lead)];
      expect(takes[1]?.signal).toBe(signal);
      expect(storyOf(takes)?.current?.text).toBe('No talks.');
    }
  });

  it('holds copy under embargo', () => {
    expect(sample('iptc7901/embargo')[0]?.embargo).toEqual({ until: '2026-03-02T14:00:00+01:00' });
    const [coral] = sample('iptc7901/embargo-english');
    expect(coral?.embargo).toEqual({ until: '2026-03-03T19:00:00Z' });
    expect(coral?.text).not.toMatch(/EMBARGO/);
  });

  it.each(['Sperrfrist: 18. November 2026, 14 Uhr', 'EMBARGOED UNTIL 1900 GMT Nov 18'])(
    'holds for "%s" above the text',
    (line) => {
      const text = nop('100', 'Study out', 'Orvik (nop) - A study.').replace(
        'Sela/',
        `Sela/\r\n${line}`,
      );
      expect(takesOf(text)[0]).toMatchObject({ slug: 'Sela', headline: 'Study out' });
      expect(takesOf(text)[0]?.embargo?.until).toMatch(/^2026-11-18/);
    },
  );

  it('never shows the notebook', () => {
    const [take] = sample('iptc7901/story');
    expect(take?.text).not.toMatch(/NOTEBOOK|publication|5550|Greta/);
    expect(take?.notes.some((note) => note.public)).toBe(false);
  });
});

describe('ninjs', () => {
  it('kills by status and id alone, in either spelling', () => {
    const takes = [...sample('ninjs/one-text'), ...sample('ninjs/cancelled')];
    expect(storyOf(takes)?.state).toBe('killed');
  });

  it('never lets a known or unknown status of doubt be usable', () => {
    const takes = sample('ninjs/withheld-and-unknown');
    expect(takes.map(({ usable }) => usable)).toEqual([false, false, true]);
  });

  it.each([['2026-05-20T14:00:00Z'], ['soon'], [''], [true]])('holds for embargoed %j', (value) => {
    const [take] = takesOf(JSON.stringify({ uri: 'u', headline: 'h', embargoed: value }));
    expect(take?.embargo).not.toBeNull();
  });
});

describe('ninjs of other houses', () => {
  it.each(['embargoedTill', 'embargoedUntil', 'embargo', 'embargo_until'])(
    'holds for %s',
    (name) => {
      const until = '2026-05-20T14:00:00+02:00';
      const [take] = takesOf(JSON.stringify({ uri: 'u', headline: 'h', [name]: until }));
      expect(take?.embargo).toEqual({ until });
    },
  );

  it('goes by the time that stands beside a mere yes', () => {
    const item = {
      uri: 'u',
      headline: 'h',
      embargoed: true,
      embargoedUntil: '2026-05-20T14:00:00Z',
    };
    const [take] = takesOf(JSON.stringify(item));
    expect(take?.embargo).toEqual({ until: '2026-05-20T14:00:00Z' });
  });
});

describe('e-mail', () => {
  it.each([
    ['Re: Ferry line', 'Please kill the story sent earlier today. A kill is mandatory.', true],
    ['KILL: Ferry line', 'The ferry does not sail at all.', true],
    ['Re: Ferry line', 'The ferry sails at nine, the owner said after a reader asked.', false],
  ])('that answers another is about it when it is an order: %s, %s', (subject, text, isAbout) => {
    const [answer] = takesOf(
      `Message-ID: <2@x.example>\nIn-Reply-To: <1@x.example>\nDate: Wed, 4 Mar 2026 07:12:00 GMT\n` +
        `From: X <x@x.example>\nSubject: ${subject}\n\n${text}\n`,
    );
    expect(answer?.replaces.includes('1@x.example')).toBe(isAbout);
  });

  it.each([
    '---------- Forwarded message ---------',
    '-----Original Message-----',
    'Begin forwarded message:',
  ])('holds for the subject that it forwards below "%s"', (mark) => {
    const [take] = takesOf(
      `Message-ID: <f@x.example>\nDate: Wed, 4 Mar 2026 07:12:00 GMT\nFrom: X <x@x.example>\n` +
        `Subject: FW: for tomorrow\n\nPlease use.\n\n${mark}\n\nFrom: Harbour <h@x.example>\n` +
        `Subject: Embargoed until 5 March 2026 06:00 GMT: Port shuts\n\nThe port of Ulvik shuts for a week.\n`,
    );
    expect(take).toMatchObject({
      headline: 'Port shuts',
      embargo: { until: '2026-03-05T06:00:00Z' },
      text: 'The port of Ulvik shuts for a week.',
    });
    expect(take?.notes.every((note) => !note.public)).toBe(true);
  });

  it('kills by the subject', () => {
    const mail = (subject: string, id: string): string =>
      `Message-ID: <${id}@x.example>\nDate: Wed, 4 Mar 2026 07:12:00 GMT\nFrom: X <x@x.example>\n` +
      `Subject: ${subject}\n\nThe ferry to Orvik sailed again on Wednesday morning.\n`;
    const takes = [
      ...takesOf(mail('Ferry line to Orvik resumes', '1')),
      ...takesOf(mail('KILL: Ferry line to Orvik resumes', '2')),
    ];
    expect(storyOf(takes)?.state).toBe('killed');
  });
});
