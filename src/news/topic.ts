/** A topic: what a channel can follow. */
export type Topic = {
  readonly slug: string;
  readonly title: string;
  readonly words: readonly string[];
  readonly phrases: readonly string[];
  readonly names: readonly string[];
  /** subject codes, `medtop:04000000` */
  readonly codes: readonly string[];
  /** words, phrases and codes whose stories are left out */
  readonly exclude: readonly string[];
};

/** Why a story is in a topic, for `digest --dry-run`. */
export type TopicMatch = {
  readonly topic: string;
  readonly by: 'word' | 'phrase' | 'name' | 'code';
  /** the entry of the topic that matched and the words of the copy that it matched */
  readonly entry: string;
  readonly found: string;
};
