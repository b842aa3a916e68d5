/** Dates as feeds write them, and what is none. */
import { describe, expect, it } from 'vitest';
import { readFeedDate } from '../../../src/wires/formats/feed-dates.ts';

describe('the date of a feed', () => {
  it.each([
    ['2026-03-05T10Z', '2026-03-05T10:00:00Z'],
    ['2026-3-5T6:29:06Z', '2026-03-05T06:29:06Z'],
    ['2026-064', '2026-03-05T00:00:00Z'],
    ['1772704800', '2026-03-05T10:00:00Z'],
    ['1772704800000', '2026-03-05T10:00:00Z'],
    ['Thu, 2026/03/05 08:19:53 EDT', '2026-03-05T12:19:53Z'],
    ['March 5, 2026 4:29 PM', '2026-03-05T16:29:00Z'],
    ['Thu, 05 Mar 2026 7:48:21 PM GMT', '2026-03-05T19:48:21Z'],
    ['Thu,05 Mar 2026 19:48:21 GMT', '2026-03-05T19:48:21Z'],
    ['Thu, 05 Mar 2026 00:00:00 GMT+0200', '2026-03-04T22:00:00Z'],
    ['Thu, 05 Mar 2026 19:48:21 MEZ', '2026-03-05T18:48:21Z'],
    ['jeu., 05 mars 2026 16:29:06 +0100', '2026-03-05T15:29:06Z'],
    ['Do, 05 Mär 2026 16:29:06 +0100', '2026-03-05T15:29:06Z'],
    ['05.03.2026 16:29', '2026-03-05T16:29:00Z'],
    ['2026年3月5日 16:29', '2026-03-05T16:29:00Z'],
  ])('%s', (written, instant) => {
    expect(Date.parse(readFeedDate(written) ?? '')).toBe(Date.parse(instant));
  });

  it.each(['Thu, 31 Jun 2026 19:48:21 GMT', '2026-13-05', '2026-400', 'soon', '05/03/2026', ''])(
    'is none: %s',
    (written) => {
      expect(readFeedDate(written)).toBeNull();
    },
  );
});
