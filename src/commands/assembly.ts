/** What house.ts hands to every command: the parts of the house, made when they are asked for. */
import type { Analyst } from '../analysts/analyst.ts';
import type { Chat } from '../chats/chat.ts';
import type { Config } from '../config.ts';
import type { Environment } from '../environment.ts';
import type { Log } from '../log.ts';
import type { Layout } from '../news/layout.ts';
import type { Problem } from '../news/problem.ts';
import type { Copy } from '../news/take.ts';
import type { Store } from '../stores/store.ts';
import type { AskHub, ReadArrival, Wire } from '../wires/wire.ts';

/** What bytes parse to. */
export type ParsedCopy = {
  readonly copies: readonly Copy[];
  readonly problems: readonly Problem[];
};

/** A table that was moved, with a hash over its rows. */
export type MovedTable = { readonly table: string; readonly rows: number; readonly hash: string };

/** A mounted handler of HTTP requests: Slack in HTTP mode, the preview page. */
export type WebHandler = (request: Request) => Response | Promise<Response>;

export type Assembly = {
  readonly environment: Environment;
  /** epoch milliseconds; starts at WIREBRIEF_CLOCK when that is set */
  readonly now: () => number;
  readonly log: Log;
  /** @throws NewsroomError `config` */
  readonly config: (file?: string) => Promise<Config>;
  /** the store of the environment: PostgreSQL, or the file in the data folder */
  readonly openStore: () => Promise<Store>;
  /** carries one store to an empty other: files or `postgres://...`; what was moved, by table */
  readonly moveStore: (from: string, to: string) => Promise<readonly MovedTable[]>;
  readonly memoryStore: () => Store;
  /** the model analyst when a key is set, else the offline one; the store keeps the day's budget */
  readonly analyst: (store: Store, config: Config | null) => Promise<Analyst>;
  /** checks the prompts, and asks the model server for a reply when a key is set */
  readonly checkModel: () => Promise<string>;
  readonly parse: (bytes: Uint8Array) => Promise<ParsedCopy>;
  /** @throws NewsroomError with a sentence when the address cannot be read */
  readonly fetchCopy: (address: string, config: Config | null) => Promise<ParsedCopy>;
  readonly wires: (config: Config, now: () => number) => Promise<readonly Wire[]>;
  /** the door for copy that is pushed, and what asks a feed's hub to push */
  readonly doors: (config: Config) => Promise<{ readArrival: ReadArrival; askHub: AskHub }>;
  /** a clock that starts at an instant (ISO) */
  readonly clockFrom: (start: string) => () => number;
  /** the platforms that have a token */
  readonly remoteChats: (config: Config, store: Store) => Promise<readonly Chat[]>;
  readonly terminalChat: (channel: string, input: NodeJS.ReadableStream | null) => Promise<Chat>;
  /** the preview page as a chat, with its web handler */
  readonly previewChat: (name: string) => Promise<{ chat: Chat; handler: WebHandler }>;
  /** a layout as lines for a person at a terminal */
  readonly terminalText: (layout: Layout) => string;
  /** serves a handler on a port; gives the address and the function that ends it */
  readonly serve: (handler: WebHandler, port: number, host: string) => Promise<Serving>;
  /** writes data or text for the person to standard output */
  readonly write: (text: string) => void;
  /** true when a person reads standard output, false when a program does */
  readonly isPerson: boolean;
  readonly input: NodeJS.ReadableStream;
  /** resolves when the process is asked to end (SIGTERM, SIGINT) */
  readonly ended: Promise<string>;
};

export type Serving = { readonly address: string; readonly close: () => Promise<void> };

/** Options as parsed from the command line. */
export type Options = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

export type CliCommand = {
  readonly name: string;
  /** `inspect FILE|DIR|URL|-` */
  readonly usage: string;
  readonly description: string;
  readonly options: Readonly<
    Record<string, { type: 'string' | 'boolean'; multiple?: boolean; description: string }>
  >;
  /** @returns the exit code: 0 done, 1 failed */
  run(assembly: Assembly, words: readonly string[], options: Options): Promise<number>;
};
