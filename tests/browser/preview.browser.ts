/** Drives the demo's preview page in Chromium, as a person would. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];

let demo: ChildProcess;
let browser: Browser;
let page: Page;
const outside: string[] = [];
const errors: string[] = [];

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0];
      if (address) resolve(address);
    });
    child.once('exit', (code) => reject(new Error(`the demo ended with ${code}: ${text}`)));
  });
}

beforeAll(async () => {
  const executablePath = CHROMIUM.find((path) => existsSync(path));
  if (!executablePath) throw new Error('There is no Chromium: apt-get install chromium.');
  demo = spawn(process.execPath, ['src/main.ts', 'demo'], {
    env: { ...process.env, PORT: '0' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const address = await addressOf(demo);
  browser = await chromium.launch({ executablePath, args: ARGUMENTS });
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.on('request', (request) => {
    if (!request.url().startsWith(address) && !request.url().startsWith('data:'))
      outside.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(address);
});

afterAll(async () => {
  await browser?.close();
  demo?.kill('SIGTERM');
});

const lane = (name: string) =>
  page
    .getByRole('region', { name })
    .or(page.locator(`section[aria-label="${name}"]`))
    .first();

/** The contrast of each kind of text to what is behind it (WCAG 2.2), by the element's selector. */
const CONTRASTS = `(() => {
  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (colour) => {
    const [r, g, b] = numbers(colour).map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    const colour = getComputedStyle(element).backgroundColor;
    return numbers(colour)[3] === 0 && element.parentElement ? behind(element.parentElement) : colour;
  };
  const kinds = ['h1', 'header p', 'form button', '.hints button', 'h2', '.from b', '.from i', '.from span',
    '.message p', '.message a', '.message .buttons button', '.small'];
  return Object.fromEntries(kinds.flatMap((kind) => {
    const element = document.querySelector(kind);
    if (!element) return [];
    const [a, b] = [light(getComputedStyle(element).color), light(behind(element))];
    return [[kind, (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)]];
  }));
})()`;

describe('the preview page', () => {
  it('shows the same digest as Slack and as Discord', async () => {
    for (const name of ['Slack', 'Discord']) {
      await expect.poll(() => lane(name).locator('.message').count()).toBeGreaterThan(0);
      const text = (await lane(name).textContent()) ?? '';
      expect(text).toContain('Trade desk');
      expect(text).toContain('The Hague');
    }
  });

  it('answers a typed command in both lanes', async () => {
    await page.getByLabel('Command').fill('/brief export-controls');
    await page.keyboard.press('Enter');
    await expect
      .poll(async () => (await lane('Slack').textContent()) ?? '')
      .toContain('only visible to you');
    expect(await lane('Discord').textContent()).toContain('Kenji Morikawa');
  });

  it('shares a private answer when its button is pressed', async () => {
    const shared = lane('Slack').locator('.message:not(.private)');
    const before = await shared.count();
    await lane('Slack').getByRole('button', { name: 'Share in channel' }).first().click();
    await expect.poll(() => shared.count()).toBe(before + 1);
  });

  it('names the nearest topics for one that does not exist', async () => {
    await page.getByLabel('Command').fill('/wire subscribe export-control');
    await page.keyboard.press('Enter');
    await expect
      .poll(async () => (await lane('Slack').textContent()) ?? '')
      .toMatch(/export-controls|Export controls/);
  });

  it('fits a phone without a sideways scroll', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    const [content, screen] = (await page.evaluate(
      '[document.documentElement.scrollWidth, innerWidth]',
    )) as [number, number];
    expect(content).toBeLessThanOrEqual(screen);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it.each(['light', 'dark'] as const)('is easy to read in %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    const contrasts = (await page.evaluate(CONTRASTS)) as Record<string, number>;
    expect(Object.keys(contrasts).length).toBeGreaterThan(5);
    for (const [what, contrast] of Object.entries(contrasts))
      expect(contrast, what).toBeGreaterThanOrEqual(4.5);
  });

  it('leaves the keyboard at the answer when a button was pressed', async () => {
    await lane('Slack').getByRole('button', { name: 'All facts' }).last().focus();
    const first = async () => (await lane('Slack').locator('.message').first().textContent()) ?? '';
    const before = await first();
    await page.keyboard.press('Enter');
    await expect.poll(first).not.toBe(before);
    expect(await page.evaluate('document.activeElement.tagName')).toBe('ARTICLE');
  });

  it('asks nothing of any other server and logs no error', () => {
    expect(outside).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('says that the bot has ended', async () => {
    demo.kill('SIGTERM');
    await page.getByLabel('Command').fill('/wire help');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('does not answer');
  });
});
