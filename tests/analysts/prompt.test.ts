/** Prompts are checked when they are loaded, and render the same words for the same values. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadPrompt, readPrompt, renderPrompt } from '../../src/analysts/prompt.ts';
import { loadPrompts } from '../../src/analysts/openai/openai.ts';

const GOLDEN = join(import.meta.dirname, '../golden/prompts');
const UPDATE = process.env['UPDATE_GOLDEN'] === '1';

const good = `---
name: card
version: 2
values: [title]
---
Fixed words.

===
Title: {{title}}
`;

describe('readPrompt', () => {
  it('reads front matter, fixed words and template', () => {
    expect(readPrompt(good, 'card.md')).toEqual({
      name: 'card',
      version: 2,
      values: ['title'],
      system: 'Fixed words.',
      template: 'Title: {{title}}',
    });
  });

  it.each([
    ['an unknown key', good.replace('version', 'colour: red\nversion'), 'colour'],
    ['no version', good.replace('version: 2\n', ''), 'version'],
    ['a version of words', good.replace('version: 2', 'version: new'), 'version'],
    ['a missing place', good.replace('{{title}}', 'none'), '{{title}} is missing'],
    ['an undeclared place', good.replace('{{title}}', '{{title}} {{tone}}'), '{{tone}}'],
    ['a place among fixed words', good.replace('Fixed', '{{title}}'), 'below the line'],
    ['no parting line', good.replace('===\n', ''), '"==="'],
    ['no front matter', 'Title: {{title}}', 'front matter'],
    ['front matter that is no YAML', good.replace('[title]', '[title'), 'YAML'],
  ])('refuses %s with a sentence that names it', (_, text, clue) => {
    expect(() => readPrompt(text, 'prompts/card.md')).toThrow(clue);
    expect(() => readPrompt(text, 'prompts/card.md')).toThrow('prompts/card.md');
  });

  it('refuses a file that is not there, and values that nothing gives', () => {
    expect(() => loadPrompt('prompts', 'poem', [])).toThrow('prompts/poem.md');
    expect(() => loadPrompt('prompts', 'card', ['title'])).toThrow('nothing gives');
    expect(() => loadPrompt('prompts', 'card', ['mood'])).toThrow('{{mood}}');
  });
});

describe('renderPrompt', () => {
  it('puts a value in once and never reads it again', () => {
    const prompt = readPrompt(good, 'card.md');
    expect(renderPrompt(prompt, { title: '{{title}} $& $1' })).toBe('Title: {{title}} $& $1');
  });
});

/** Set UPDATE_GOLDEN=1 to write the rendered prompts anew. */
describe('golden prompts', () => {
  const values = {
    nonce: '0f0f0f0f0f0f0f0f0f',
    title: 'Two countries reopen crossings',
    candidates: '- person: Edda Brisk, foreign minister\n- time: Tuesday = 2032-03-02',
    question: 'Where will they meet next?',
    sentences: '[S1] Norvale and Tessaria agreed.\n[S2] They will meet again in Port Lessing.',
  };
  it.each(['card', 'answer'] as const)('%s', (name) => {
    const prompt = loadPrompts('prompts')[name];
    const text = `${prompt.system}\n\n=== user ===\n\n${renderPrompt(prompt, values)}\n`;
    const file = join(GOLDEN, `${name}.txt`);
    if (UPDATE) writeFileSync(file, text);
    expect(text).toBe(readFileSync(file, 'utf8'));
    expect(prompt.system).not.toMatch(/\{\{/);
  });
});
