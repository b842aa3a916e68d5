/** compose.yaml: what it starts fits the program and its image. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { readEnvironment } from '../src/environment.ts';

type Service = {
  readonly image?: string;
  readonly build?: string;
  readonly env_file?: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly deploy?: { readonly replicas: number };
  readonly healthcheck?: { readonly test: readonly string[] };
};

const ROOT = resolve(import.meta.dirname, '..');
const compose = parse(readFileSync(resolve(ROOT, 'compose.yaml'), 'utf8')) as {
  readonly services: Readonly<Record<'postgres' | 'wirebrief', Service>>;
  readonly volumes: Readonly<Record<string, null>>;
};
const { postgres, wirebrief } = compose.services;

/** As compose fills in what stands in `${NAME:?...}`. */
const filled = (text: string): string => text.replace(/\$\{(\w+):\?[^}]*\}/g, 'chosen-$1');

it('three replicas share the database that it starts', () => {
  expect(wirebrief.deploy?.replicas).toBe(3);
  const { DATABASE_URL = '', PORT } = wirebrief.environment;
  const { databaseUrl, port } = readEnvironment({ DATABASE_URL: filled(DATABASE_URL), PORT });
  const url = new URL(databaseUrl ?? '');
  expect([url.protocol, url.hostname, url.port]).toEqual(['postgres:', 'postgres', '5432']);
  expect(url.username).toBe(postgres.environment['POSTGRES_USER']);
  expect(url.pathname).toBe(`/${postgres.environment['POSTGRES_DB']}`);
  expect(url.password).toBe(filled(postgres.environment['POSTGRES_PASSWORD'] ?? ''));
  expect(wirebrief.depends_on?.['postgres']?.condition).toBe('service_healthy');
  expect(postgres.healthcheck?.test.join(' ')).toContain('pg_isready');
  const [from, to] = /^(\d+)-(\d+):(\d+)$/.exec(wirebrief.ports?.[0] ?? '')?.slice(1) ?? [];
  expect(Number(to) - Number(from) + 1).toBe(3);
  expect(wirebrief.ports?.[0]).toMatch(new RegExp(`:${port}$`));
});

it('no password stands in it, and all that it mounts is there', () => {
  expect(JSON.stringify(compose)).not.toMatch(/password["']?:\s*["'](?!\$\{)/i);
  expect(postgres.environment['POSTGRES_PASSWORD']).toMatch(/^\$\{POSTGRES_PASSWORD:\?/);
  const places = [...postgres.volumes, ...wirebrief.volumes].map(
    (each) => each.split(':')[0] ?? '',
  );
  for (const place of places)
    if (place.startsWith('.')) expect(existsSync(resolve(ROOT, place)), place).toBe(true);
    else expect(Object.keys(compose.volumes)).toContain(place);
  expect(existsSync(resolve(ROOT, wirebrief.build ?? '', 'Dockerfile'))).toBe(true);
});
