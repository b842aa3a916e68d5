/** The app manifest: Slack's limits, the commands there are, and no scope more than is used. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { COMMANDS } from '../../../src/chats/commands.ts';
import { ALL_SCOPES, OPTIONAL_SCOPES } from '../../fakes/slack/workspace.ts';

/** The part of Slack's manifest schema (version 2) that the manifest uses, with its limits. */
const manifestSchema = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(2), minor_version: z.int().min(0) }),
  display_information: z.strictObject({
    name: z.string().min(1).max(35),
    description: z.string().min(1).max(140),
    long_description: z.string().min(174).max(4_000),
    background_color: z.string().regex(/^#(?:[0-9a-f]{3}){1,2}$/i),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.literal(false),
      messages_tab_enabled: z.literal(true),
      messages_tab_read_only_enabled: z.literal(true),
    }),
    bot_user: z.strictObject({
      display_name: z.string().regex(/^[a-z0-9._-]{1,80}$/),
      always_online: z.boolean(),
    }),
    slash_commands: z
      .array(
        z.strictObject({
          command: z.string().regex(/^\/[a-z0-9_-]{1,31}$/),
          description: z.string().min(1).max(2_000),
          usage_hint: z.string().max(1_000),
          should_escape: z.boolean(),
        }),
      )
      .max(50),
  }),
  oauth_config: z.strictObject({
    scopes: z.strictObject({
      bot: z.array(z.string()).max(255),
      bot_optional: z.array(z.string()).max(255),
    }),
  }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ bot_events: z.array(z.string()).max(100) }),
    interactivity: z.strictObject({ is_enabled: z.literal(true) }),
    org_deploy_enabled: z.literal(false),
    socket_mode_enabled: z.literal(true),
    token_rotation_enabled: z.literal(false),
  }),
});

const FILE = new URL('../../../config/slack-manifest.yaml', import.meta.url);
const manifest = manifestSchema.parse(parse(readFileSync(FILE, 'utf8')));

describe('the Slack manifest', () => {
  it('lists the commands there are', () => {
    const listed = manifest.features.slash_commands.map(({ command }) => command);
    const known = COMMANDS.map(({ name }) => `/${name.split(' ')[0]}`);
    expect(new Set(listed)).toEqual(new Set(known));
  });

  it('asks for the scopes that the fake asks for, and no others', () => {
    expect(new Set(manifest.oauth_config.scopes.bot)).toEqual(new Set(ALL_SCOPES));
    expect(manifest.oauth_config.scopes.bot_optional).toEqual(OPTIONAL_SCOPES);
  });

  it('hears mentions and messages in channels', () => {
    const events = manifest.settings.event_subscriptions.bot_events;
    expect(events).toEqual(['app_mention', 'message.channels', 'message.groups']);
  });
});
