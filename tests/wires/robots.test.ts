/** robots.txt as RFC 9309 has it. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRobots, isPageAllowed, readRobots } from '../../src/wires/robots.ts';
import { startFeedServer, type FeedServer } from '../fakes/feeds/server.ts';
import { surroundingsFor } from './bench.ts';

const allows = (text: string, path: string): boolean =>
  isPageAllowed(readRobots(text), new URL(`https://harbour.example${path}`));

describe('rules', () => {
  it.each([
    ['', '/a', true],
    ['User-agent: *\nDisallow: /', '/a', false],
    ['User-agent: *\nDisallow:', '/a', true],
    ['User-agent: *\nDisallow: /a', '/abc', false],
    ['User-agent: *\nDisallow: /a', '/b', true],
    ['User-agent: *\nDisallow: /A', '/a', true],
    ['User-agent: *\nDisallow: /a\nAllow: /a/b', '/a/b/c', true],
    ['User-agent: *\nAllow: /a\nDisallow: /a', '/a', true],
    ['User-agent: *\nDisallow: /*.pdf$', '/x/report.pdf', false],
    ['User-agent: *\nDisallow: /*.pdf$', '/x/report.pdf?page=2', true],
    ['User-agent: *\nDisallow: /*/print', '/2026/03/print', false],
    ['User-agent: *\nDisallow: /a*c*e$', '/abcde', false],
    ['User-agent: *\nDisallow: /a*c*e$', '/abcdef', true],
    ['User-agent: *\nDisallow: /a$', '/ab', true],
    ['User-agent: *\nDisallow: /*?session=', '/news?session=4', false],
    ['User-agent: *\nDisallow: /', '/robots.txt', true],
    ['User-agent: *\nDisallow: /caf%C3%A9', '/café/menu', false],
    ['User-agent: *\nDisallow: /café', '/caf%c3%a9', false],
    ['User-agent: *\nDisallow: /%7Edesk', '/~desk/x', false],
    ['User-agent: *\r\nDisallow: /a # not for robots\r\n', '/a', false],
    ['Disallow: /', '/a', true],
    ['<html><body>Not found</body></html>', '/a', true],
  ])('%j and %s: %s', (text, path, expected) => {
    expect(allows(text, path)).toBe(expected);
  });

  it('goes by the groups of our own name, all of them, before those for everybody', () => {
    const text = [
      'User-agent: otherbot',
      'User-agent: WIREBRIEF/2.0',
      'Disallow: /private',
      'Crawl-delay: 4',
      'Sitemap: https://harbour.example/map.xml',
      '',
      'User-agent: *',
      'Disallow: /',
      'User-agent: wirebrief',
      'Disallow: /drafts',
    ].join('\n');
    expect(allows(text, '/news')).toBe(true);
    expect(allows(text, '/private/1')).toBe(false);
    expect(allows(text, '/drafts/1')).toBe(false);
    expect(readRobots(text).delayMs).toBe(4_000);
  });

  it('reads anything, and in a moment', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.string({ maxLength: 80 }), (text, path) => {
        const group = `User-agent: *\nDisallow: ${text}`;
        expect(typeof allows(group, `/${path}`)).toBe('boolean');
      }),
    );
    const started = performance.now();
    const pattern = `/${'*a'.repeat(900)}$`;
    const lines = Array.from({ length: 2_500 }, () => `Disallow: ${pattern}`).join('\n');
    expect(allows(`User-agent: *\n${lines}`, `/${'a'.repeat(1_900)}b`)).toBe(true);
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});

describe('asking', () => {
  let site: FeedServer;
  beforeEach(async () => {
    site = await startFeedServer();
  });
  afterEach(() => site.close());

  it.each([
    [200, 'User-agent: *\nDisallow: /no', true, false],
    [404, '', true, true],
    [403, '', true, true],
    [429, '', false, false],
    [503, '', false, false],
  ])('takes a %i as RFC 9309 says', async (status, body, yes, no) => {
    site.set('/robots.txt', { status, body });
    const { fetcher, surroundings } = surroundingsFor();
    const ask = createRobots(fetcher, surroundings.now);
    const may = async (path: string): Promise<boolean> => {
      const url = new URL(path, site.address);
      return isPageAllowed(await ask(url), url);
    };
    expect([await may('/yes'), await may('/no')]).toEqual([yes, no]);
    expect(site.asked('/robots.txt')).toHaveLength(1);
  });

  it('asks again after a day, and after an hour when the site could not say', async () => {
    const { fetcher, clock, surroundings } = surroundingsFor();
    const ask = createRobots(fetcher, surroundings.now);
    const url = new URL('/a', site.address);
    site.set('/robots.txt', { status: 500 });
    await ask(url);
    clock.now += 61 * 60_000;
    site.set('/robots.txt', { body: 'User-agent: *\nDisallow: /a' });
    expect(isPageAllowed(await ask(url), url)).toBe(false);
    clock.now += 23 * 3_600_000;
    site.set('/robots.txt', { body: '' });
    expect(isPageAllowed(await ask(url), url)).toBe(false);
    clock.now += 2 * 3_600_000;
    expect(isPageAllowed(await ask(url), url)).toBe(true);
    expect(site.requests).toHaveLength(3);
  });
});
