/** Slugs: one keyword in every spelling, and words of a story that only look like orders. */
import { describe, expect, it } from 'vitest';
import { readSlug } from '../../src/news/slug.ts';

describe('the keyword of a slug', () => {
  it.each([
    'BC-Orno-Ferry',
    'AM-ORNO--FERRY, 1st Ld',
    'PMs-Orno Ferry, Bjt,0900',
    'BC-Orno--Ferry, 1st Ld-Writethru,320',
    'BC-Orno--Ferry 1st Ld - Writethru',
    'orno_ferry 2nd lead',
    'orno-ferry-3rd-ld-writethru',
    'BC-Orno--Ferry,4th Ld-Writethru a,a0400,320',
    '1st Ld-Writethru, Orno-Ferry',
    'Orno-Ferry, CORRECTIVE, 2nd',
    'Orno-Ferry, BULLETIN KILL',
    'URGENT Orno-Ferry',
    'NEWSALERT-Orno-Ferry',
    'Orno-Ferry/bulletin',
  ])('is one in %s', (written) => {
    expect(readSlug(written)).toMatchObject({
      keyword: 'orno-ferry',
      isVersion: true,
      isTelling: true,
    });
  });

  it.each([
    ['Orno-Ferry', 'orno-ferry'],
    ['ORNO-FERRY/ (UPDATE 1)', 'orno-ferry'],
    ['Police Kill', 'police-kill'],
    ['Lead-Paint', 'lead-paint'],
    ['G7-2026', 'g7-2026'],
    ['Hold-Orno', 'hold-orno'],
  ])('is no version: %s', (written, keyword) => {
    expect(readSlug(written)).toMatchObject({ keyword, isVersion: false, isTelling: true });
  });

  it.each(['BC-US--APNewsAlert', 'BC-EU--Digest', 'news-budget', 'x', '', 'AMs-', null])(
    'is none in %s',
    (written) => {
      expect(readSlug(written)).toBeNull();
    },
  );

  it.each([
    ['AM-Orno-Ferry, 1st Ld', true],
    ['AMs-Orno Ferry', true],
    ['PM-Orno-Ferry', false],
    ['BC-Orno-Ferry', false],
    ['AM-Ferry', false],
    ['AM-Orno-Weather', false],
    ['AM-Wall Street', false],
  ])('may carry on the day before: %s %s', (written, carriesOn) => {
    expect(readSlug(written)?.carriesOn).toBe(carriesOn);
  });

  it('is read of any text in linear time', () => {
    expect(readSlug(`BC-${', 1st Ld-Writethru'.repeat(9_000)}`)).toBeNull();
    expect(readSlug('BC-'.repeat(60))).not.toBeUndefined();
  });
});
