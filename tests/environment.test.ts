import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readEnvironment } from '../src/environment.ts';
import { redactor } from '../src/log.ts';

describe('readEnvironment', () => {
  it('leaves off what has no token', () => {
    const environment = readEnvironment({});
    expect(environment).toMatchObject({
      slack: null,
      discord: null,
      model: null,
      databaseUrl: null,
    });
    expect(environment).toMatchObject({ configFolder: 'config', dataFolder: 'data', port: 8080 });
  });

  it('treats an empty variable as none', () => {
    expect(readEnvironment({ SLACK_BOT_TOKEN: '', DISCORD_TOKEN: '  ' }).slack).toBeNull();
  });

  it('reads a secret from the file that NAME_FILE names', () => {
    const folder = mkdtempSync(join(tmpdir(), 'wirebrief-secret-'));
    try {
      const file = join(folder, 'token');
      writeFileSync(file, 'xoxb-from-file\n');
      const environment = readEnvironment({
        SLACK_BOT_TOKEN_FILE: file,
        SLACK_APP_TOKEN: 'xapp-1',
      });
      expect(environment.slack).toMatchObject({ botToken: 'xoxb-from-file', appToken: 'xapp-1' });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it.each([
    [{ PORT: 'many' }, 'PORT must be a number'],
    [{ PORT: '70000' }, 'PORT must be a number'],
    [{ WIREBRIEF_CLOCK: 'noon' }, 'WIREBRIEF_CLOCK must be an instant'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of'],
    [{ DATABASE_URL: 'mysql://u:secret@h/d' }, 'DATABASE_URL must be postgres://'],
    [{ SLACK_API_URL: 'slack.example' }, 'SLACK_API_URL must be an http or https address'],
    [{ DISCORD_TOKEN_FILE: '/nowhere/token' }, 'DISCORD_TOKEN_FILE names cannot be read'],
  ])('refuses %o with a sentence', (variables, sentence) => {
    expect(() => readEnvironment(variables)).toThrow(sentence);
  });

  it('tells everything that is wrong at once', () => {
    const read = () => readEnvironment({ PORT: '-1', LOG_LEVEL: 'loud', WIREBRIEF_CLOCK: 'noon' });
    for (const name of ['PORT', 'LOG_LEVEL', 'WIREBRIEF_CLOCK'])
      expect(read).toThrow(`${name} must be`);
  });

  it.each(['sqlite:data/x.db', 'file:///tmp/x.db', 'data/x.db', 'postgresql://h/d'])(
    'takes the database %s',
    (address) => expect(readEnvironment({ DATABASE_URL: address }).databaseUrl).toBe(address),
  );

  it('knows every secret, so that none is ever written', () => {
    const { secrets } = readEnvironment({
      SLACK_BOT_TOKEN: 'xoxb-secret-1',
      SLACK_APP_TOKEN: 'xapp-secret-2',
      DISCORD_TOKEN: 'discord-secret-3',
      OPENAI_API_KEY: 'sk-secret-4',
      WIREBRIEF_PUSH_TOKEN: 'push-secret-5',
      DATABASE_URL: 'postgres://user:secret-6@localhost/news',
    });
    const redact = redactor(secrets);
    const line = redact(
      `xoxb-secret-1 xapp-secret-2 discord-secret-3 sk-secret-4 push-secret-5 secret-6`,
    );
    expect(line).not.toContain('secret-');
  });
});
