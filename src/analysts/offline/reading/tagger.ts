/**
 * The tagger: wink-nlp with its English model, of which only parts of speech and lemmas are asked for.
 * It is loaded with the first card: a bot that only waits keeps the model out of its memory.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type winkNLP from 'wink-nlp';
import type winkModel from 'wink-eng-lite-web-model';
import { placesOf } from './places.ts';

type Tagger = ReturnType<typeof winkNLP>;

/** The part of the model's file that is not ready for use as it stands there. */
type Core = {
  lexicon: string | Uint32Array;
  xpansions: string | Uint32Array;
  readonly features: { readonly [name: string]: Feature };
  readonly packing: { readonly layout: { readonly [name: string]: Layout }; efList?: string[] };
  readonly pos: { readonly hash: Readonly<Record<string, number>> };
};
type Feature = {
  readonly list: (string | Set<number>)[];
  hash?: Record<string, number>;
  index?: number;
  intrinsicSize?: number;
  maxIndex?: number;
};
type Layout = readonly [
  unknown,
  mask: number,
  shift: number,
  isPacked: number,
  isElementary: number,
];

const load = createRequire(import.meta.url);
const PARTS = 'wink-eng-lite-web-model/dist';
const LEXICON = '"lexicon":"';

/**
 * The model keeps every word that it meets for ever, and copy has new ones every day, its figures among
 * them: some 300 bytes each. After so many it is opened anew, which takes a tenth of a second.
 */
const NEW_WORDS_MAX = 50_000;

type Opened = {
  readonly nlp: Tagger;
  readonly words: readonly unknown[];
  /** words of the lexicon; what the model numbers higher it had never met */
  readonly known: number;
};
let opened: Opened | undefined;

/** The tagger, opened when it is first asked for. Nothing that it gives is kept for the next call. */
export function tagger(): Tagger {
  return open().nlp;
}

/** Is it a word of English, or a name that English copy often has? One word in small letters. */
export function isKnownWord(word: string): boolean {
  const { nlp, known } = open();
  const [id] = nlp.readDoc(word).tokens().out(nlp.its.uniqueId);
  return Number(id) < known;
}

function open(): Opened {
  if (!opened || opened.words.length > opened.known + NEW_WORDS_MAX) opened = openAnew();
  return opened;
}

/**
 * The model from its package's own parts. Its main file also loads what is never asked for here (named
 * entities, sentiment, stems), and the core twice.
 */
function openAnew(): Opened {
  const winkNlp = load('wink-nlp') as typeof winkNLP;
  const core = readCore();
  const words = core.features['lexeme']?.list ?? [];
  const known = words.length;
  const part = (name: string): unknown => load(`${PARTS}/${name}.js`);
  const model = {
    core: () => core,
    sbd: part('load-sbd-model'),
    pos: part('load-pos-model'),
    ner: unread,
    negation: unread,
    sa: unread,
    metaCER: part('load-cer-meta-model'),
    featureFn: part('feature'),
    addons: { lemmatize: part('lemmatize') },
  };
  return { nlp: winkNlp(model as unknown as typeof winkModel, ['pos']), words, known };
}

/**
 * The core of the model, made ready where it lies. What the package's own load-core-model does with
 * two more copies of it, which takes twice the time and keeps 17 MB for ever. It is no module of Node's,
 * for those are kept as they are changed.
 */
function readCore(): Core {
  const bytes = readFileSync(load.resolve(`${PARTS}/languages/cur/models/eng-core-web-model.json`));
  const from = bytes.indexOf(LEXICON) + LEXICON.length;
  const to = bytes.indexOf('"', from);
  const lexicon = bytes.toString('latin1', from, to);
  // Two thirds of the file are this one string. What stands before it is moved up to what stands
  // behind it, so that neither the parser nor another copy has to do with it.
  bytes.copy(bytes, to - from, 0, from);
  const core = JSON.parse(bytes.toString('utf8', to - from)) as Core;
  const { features, packing, pos } = core;
  core.lexicon = numbersOf(lexicon);
  core.xpansions = numbersOf(core.xpansions);
  packing.efList = [];
  for (const [name, [, mask, shift, isPacked, isElementary]] of Object.entries(packing.layout)) {
    const feature = features[name];
    if (isPacked === 0 && feature) index(feature, mask >>> shift);
    if (isElementary === 1) packing.efList.push(name);
  }
  if (features['lexeme']) index(features['lexeme']);
  const clusters = features['posClusters']?.list ?? [];
  for (const [at, names] of clusters.entries())
    clusters[at] = new Set(
      String(names)
        .split('_')
        .map((name) => pos.hash[name] ?? 0),
    );
  return core;
}

/** A part of the model that is not asked for: named entities, negation and sentiment. */
function unread() {
  return { machines: ['[0,0,[],[],[],[]]'], transformers: [] };
}

/** The place of every entry by its name. */
function index(feature: Feature, maxIndex?: number): void {
  const { list } = feature;
  feature.hash = placesOf(list as readonly string[]);
  feature.index = feature.intrinsicSize = list.length;
  if (maxIndex !== undefined) feature.maxIndex = maxIndex;
}

function numbersOf(base64: string | Uint32Array): Uint32Array {
  const bytes = Buffer.from(String(base64), 'base64');
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
}
