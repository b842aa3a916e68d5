/** Registers the slash commands with Discord, only when they have changed. */
import {
  ApplicationCommandOptionType as Kind,
  InteractionContextType,
  Routes,
  type REST,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { fingerprint } from '../../news/identity.ts';
import { COMMANDS, type CommandOption } from '../commands.ts';
import { OPTION_MAX } from './limits.ts';

/** Small notes that outlive the process: what was registered last. */
export type Notes = {
  recall(key: string): Promise<string | null>;
  remember(key: string, value: string): Promise<void>;
};

type Body = RESTPutAPIApplicationCommandsJSONBody[number];

/** The commands as `PUT /applications/{id}/commands` takes them; `wire x` is a subcommand of `wire`. */
export function commandBodies(): Body[] {
  const bodies: Body[] = [];
  const groups = new Map<string, (typeof COMMANDS)[number][]>();
  for (const command of COMMANDS) {
    const [name = ''] = command.name.split(' ');
    groups.set(name, [...(groups.get(name) ?? []), command]);
  }
  for (const [name, commands] of groups) {
    const [only] = commands;
    const single = only?.name === name;
    bodies.push({
      name,
      type: 1,
      description: single ? only.description : 'What this channel follows, and how the wires do',
      contexts: [InteractionContextType.Guild],
      options: single
        ? only.options.map(optionBody)
        : commands.map((command) => ({
            type: Kind.Subcommand as const,
            name: command.name.slice(name.length + 1),
            description: command.description,
            options: command.options.map(optionBody),
          })),
    });
  }
  return bodies;
}

function optionBody(option: CommandOption) {
  const { name, description, required } = option;
  if (option.kind === 'flag') return { type: Kind.Boolean as const, name, description, required };
  const autocomplete = option.autocomplete !== null;
  const base = { type: Kind.String as const, name, description, required };
  return { ...base, autocomplete, max_length: OPTION_MAX } as const;
}

/** Sends the commands unless the same ones were sent before. */
export async function registerCommands(
  rest: Pick<REST, 'put'>,
  application: string,
  notes: Notes,
): Promise<void> {
  const body = commandBodies();
  const key = `discord-commands:${application}`;
  const hash = fingerprint(JSON.stringify(body));
  if ((await notes.recall(key)) === hash) return;
  await rest.put(Routes.applicationCommands(application), { body });
  await notes.remember(key, hash);
}
