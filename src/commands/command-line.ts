/** The command line: which command was typed, with which words and options; and its help. */
import { NewsroomError } from '../errors.ts';
import type { CliCommand, Options } from './assembly.ts';

/** Loaded when they are asked for: `brief` on a file starts without the web side and the platforms. */
const COMMANDS: Readonly<Record<string, () => Promise<CliCommand>>> = {
  start: async () => (await import('./start.ts')).startCommand,
  demo: async () => (await import('./demo.ts')).demoCommand,
  inspect: async () => (await import('./inspect.ts')).inspectCommand,
  desk: async () => (await import('./desk.ts')).deskCommand,
  brief: async () => (await import('./brief.ts')).briefCommand,
  ask: async () => (await import('./ask.ts')).askCommand,
  agenda: async () => (await import('./agenda.ts')).agendaCommand,
  digest: async () => (await import('./digest.ts')).digestCommand,
  mend: async () => (await import('./mend.ts')).mendCommand,
  doctor: async () => (await import('./doctor.ts')).doctorCommand,
  backup: async () => (await import('./backup.ts')).backupCommand,
  export: async () => (await import('./export.ts')).exportCommand,
  'move-store': async () => (await import('./move-store.ts')).moveStoreCommand,
  eval: async () => (await import('./eval.ts')).evalCommand,
};

type Typed = {
  readonly command: CliCommand;
  readonly words: readonly string[];
  readonly options: Options;
};

/** Reads the command line. @throws NewsroomError `usage` with what was typed wrongly */
export async function readCommandLine(line: readonly string[]): Promise<Typed | 'help'> {
  const [name = 'help', ...rest] = line;
  if (['help', '--help', '-h'].includes(name)) return 'help';
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) {
    const names = Object.keys(COMMANDS).join(', ');
    throw new NewsroomError('usage', `There is no command "${name}". There are ${names}.`);
  }
  const command = await load();
  const own = Object.entries(command.options).map(
    ([option, { type, multiple }]) => [option, { type, multiple: multiple ?? false }] as const,
  );
  try {
    // imported by name, Node's module would load all that it names: what a start does without
    const { values, positionals } = process.getBuiltinModule('node:util').parseArgs({
      args: [...rest],
      allowPositionals: true,
      options: {
        config: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
        ...Object.fromEntries(own),
      },
    });
    return { command, words: positionals, options: values };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.split('. ')[0] : 'unknown option';
    throw new NewsroomError('usage', `${why}. Usage: ${command.usage}`, { cause });
  }
}

/** What there is to say about a command, or about all of them when it is null. */
export async function helpText(command: CliCommand | null): Promise<string> {
  if (command === null) {
    const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
    const lines = commands.map(({ usage, description }) => `  ${usage.padEnd(44)} ${description}`);
    return ['Wirebrief: wires in, briefs out.', '', ...lines, '', SHARED_OPTIONS].join('\n');
  }
  const lines = Object.entries(command.options).map(
    ([name, { description }]) => `  --${name.padEnd(12)} ${description}`,
  );
  return [command.usage, '', command.description, '', ...lines, SHARED_OPTIONS].join('\n');
}

const SHARED_OPTIONS = '  --config DIR   configuration folder\n  --help         this text';

/** `inspect FILE` needs a word, `agenda [--ics]` does not. */
export function needsWords({ usage }: CliCommand): boolean {
  return /^[\w-]+ [A-Z]/.test(usage);
}
