/** Does a stop end its sentence? The rules for abbreviations, initials, quotes and ellipses. */

type Stop = {
  readonly text: string;
  /** where the sentence began, so that nothing before it is looked at */
  readonly start: number;
  /** the first mark of the run of stops, and the place after its last one */
  readonly at: number;
  readonly markEnd: number;
  readonly marks: string;
  /** after the quotes and brackets that close behind the marks */
  readonly end: number;
  /** the marks are full-width: no space follows them */
  readonly wide: boolean;
  readonly limit: number;
};

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Titles and the like: a name or a thing always follows. */
const BEFORE_A_NAME =
  words(`mr mrs ms mx dr prof gen sen rep reps sens lt col maj capt sgt cpl pvt pfc
  adm gov govs rev hon pres fr msgr supt cmdr brig messrs mme mlle atty det insp amb sec ald asst
  vs v viz cf approx ca eds ft mt pt dist spc cmdt ens wm geo chas det. e.g i.e dipl ing drs mgr
  hptm smt ven sra srta dra d.h z.b u.a bzw ggf dott avv sig`);
/** A figure follows, else it is a word like another. */
const BEFORE_A_FIGURE =
  words(`no nos art arts fig figs sec vol vols ch pp p para paras nr num núm ext op
  jan feb mar apr jun jul aug sept sep oct nov dec ver lot rte hwy abs ziff s rs`);
const MONTHS = words('jan feb mar apr jun jul aug sept sep oct nov dec');
/** These may stand at the end: what follows decides. */
const ANYWHERE =
  words(`inc corp co cos ltd bros jr sr esq ph.d m.d assn dept univ est govt intl natl
  llc plc l.p s.a s.p.a n.v a.g gmbh ave blvd rd st etc al a.m p.m am pm sq bldg ariz ala ark calif
  colo conn del fla ga ill ind kan kans ky la md mass mich minn miss mo mont neb nebr nev okla ore pa
  penn tenn tex va vt wash wis wisc wyo ont que alta b.c d.c man sask dak u.s u.n u.k e.u u.s.a u.a.e
  mfg mgmt mkt min max avg yr yrs hr hrs oz lb lbs sqm km mi mph cc yahoo jeopardy usw evtl`);
/** States that are names of people too, and words: they are states behind a town ("Erie, Penn."). */
const STATES = words(`ala ark cal conn del ill ind kan la man mass miss mo ore penn wash`);
/** What opens a sentence far more often than it continues a name. */
const OPENERS =
  words(`the a an in on at he she it they we i you but and or so yet nor however his her
  its their our my your this that these those there here when while where after before as if for with
  by since some many most more much few several both each all no not what who why how which although
  though because despite under over during among until once now then today meanwhile moreover
  also still even only just instead earlier later last according asked such other others another
  another's to from of about against about officials police authorities analysts critics shares
  mr mrs ms dr sen gen let's it's he's she's they're we're i'm that's there's don't one two three
  nearly about around`);
/** Part of an hour or a date that goes on after a.m. and p.m. */
const AFTER_AN_HOUR =
  words(`monday tuesday wednesday thursday friday saturday sunday est edt cst cdt mst
  mdt pst pdt gmt utc bst cet cest jst et ct mt pt ist aest hkt jan feb mar apr may june july aug sept
  oct nov dec january february march april august september october november december local eastern
  central pacific mountain`);
const SPEECH =
  /^[\p{L}.'’-]{1,24}(?: [\p{L}.'’-]{1,24}){0,3}? (?:said|says|asked|asks|told|wrote|added|replied|shouted|cried|wondered|recalled)\b/u;

/** Does the stop end the sentence that it stands in? */
export function stopEnds(stop: Stop): boolean {
  const { text, end, limit } = stop;
  const next = nextOf(text, end, limit);
  if (next.at >= limit) return true;
  if (stop.wide) return wideStopEnds(stop, next);
  if (!next.spaced) return gluedStopEnds(stop);
  if (isLower(next.first)) return /^\p{Ll}\p{Lu}/u.test(next.word) && stop.marks === '.';
  if (/[,;:)\]–—-]/.test(next.character)) return false;
  if (stop.marks === '.' && stop.end === stop.markEnd) return plainStopEnds(stop, next);
  if (isEllipsis(stop.marks)) return ellipsisEnds(stop, next);
  if (/[!?]/.test(stop.marks)) return callEnds(stop, next);
  return true;
}

type Next = {
  readonly at: number;
  /** white space lies between the stop and what follows */
  readonly spaced: boolean;
  /** what follows, and its first letter or figure behind opening quotes */
  readonly character: string;
  readonly first: string;
  readonly word: string;
  readonly quoted: boolean;
};

const LOOK_AHEAD = 32;

function nextOf(text: string, end: number, limit: number): Next {
  let at = end;
  while (at < limit && /\s/.test(text[at] ?? '')) at += 1;
  const ahead = text.slice(at, Math.min(limit, at + LOOK_AHEAD));
  const [opening = ''] = /^["'“”‘’«„‹([{`¿¡*•]{0,4}/.exec(ahead) ?? [];
  const rest = ahead.slice(opening.length);
  const [word = ''] = /^[\p{L}\p{M}\p{N}'’.-]{1,24}/u.exec(rest) ?? [];
  const first = String.fromCodePoint(rest.codePointAt(0) ?? 32);
  const quoted = /["“”‘«„`']/.test(opening);
  return { at, spaced: at > end, character: ahead[0] ?? '', first, word, quoted };
}

const isLower = (character: string): boolean => /\p{Ll}/u.test(character);

function wideStopEnds({ text, end, markEnd }: Stop, next: Next): boolean {
  if (next.spaced || end === markEnd) return true;
  // 「……。」と述べた: the quotation is the object of a verb that follows
  return !/[\p{Script=Hiragana},、，]/u.test(text[end] ?? '');
}

/** No space after the stop: a decimal, an address, or a slip of the typist. */
function gluedStopEnds({ text, at, end, markEnd, marks }: Stop): boolean {
  if (/[।॥؟۔]/.test(marks)) return true;
  if (end > markEnd) return /^["'”’»)\]]\p{Lu}\p{Ll}/u.test(text.slice(end - 1, end + 2));
  if (!/\p{Ll}{3}$/u.test(text.slice(Math.max(0, at - 3), at))) return false;
  const [word] = /^["“]?\p{Lu}\p{Ll}{0,12}(?=\s)/u.exec(text.slice(end, end + 16)) ?? [];
  return word !== undefined && OPENERS.has(word.replace(/^["“]/, '').toLowerCase());
}

/** A single full stop with nothing closing behind it. */
function plainStopEnds(stop: Stop, next: Next): boolean {
  const { text, start, at } = stop;
  const before = text.slice(Math.max(start, at - 24), at);
  const [word = ''] = /[\p{L}\p{M}\p{N}.'’&]{1,24}$/u.exec(before) ?? [];
  const plain = word.replace(/^[.'’]{1,24}/, '').toLowerCase();
  if (/^\d{1,3}$/.test(word)) return !isListNumber(stop, word, next);
  if (/^\p{Lu}$/u.test(word)) return initialEnds(before, next);
  if (/\b[ap]\. m$/.test(before)) return abbreviationEnds('p.m', next);
  if (BEFORE_A_NAME.has(plain)) return false;
  if (BEFORE_A_FIGURE.has(plain) && isAbbreviated(word, plain)) {
    if (/[\p{N}#]/u.test(next.first)) return false;
    return !MONTHS.has(plain) || opens(next);
  }
  const dotted = /^(?:\p{L}\.){1,6}\p{L}$/u.test(word);
  if (!dotted && !(ANYWHERE.has(plain) && isAbbreviated(word, plain))) return true;
  if (STATES.has(plain) && !isBehindATown(before, word)) return true;
  return abbreviationEnds(plain, next);
}

function isBehindATown(before: string, word: string): boolean {
  return /\p{L},\s$/u.test(before.slice(0, before.length - word.length));
}

/** "no", "art", "la", "man" and "miss" are words as well: only with a capital are they abbreviations. */
function isAbbreviated(word: string, plain: string): boolean {
  if (LOWER_CASE_ABBREVIATIONS.has(plain) || plain.includes('.')) return true;
  return /^\p{Lu}/u.test(word) && !/^\p{Lu}{2,}$/u.test(word);
}
const LOWER_CASE_ABBREVIATIONS =
  words(`etc al pp nr fig figs vol vols approx sq km lbs lb oz mph hrs hr
  yrs yr jan feb sept oct nov dec inc corp ltd bros usw evtl avg`);

function isListNumber({ start, at }: Stop, word: string, next: Next): boolean {
  // "1. The first point", and the German "am 3. Oktober"
  return (
    start + word.length === at ||
    (/^\p{Lu}/u.test(next.word) && GERMAN_MONTHS.has(next.word.replace(/\.$/, '')))
  );
}
const GERMAN_MONTHS = words(
  `Januar Februar März April Mai Juni Juli August September Oktober November Dezember`,
);

function opens(next: Next): boolean {
  return next.quoted || OPENERS.has(next.word.toLowerCase().replace(/\.$/, ''));
}

function initialEnds(before: string, next: Next): boolean {
  if (before === 'I' || / I$/.test(before)) return opens(next) && !/^\p{Lu}\.$/u.test(next.word);
  return opens(next) && !/^(?:A|I)$/.test(next.word) && /[\p{Ll}\d] \p{Lu}$/u.test(before);
}

function abbreviationEnds(plain: string, next: Next): boolean {
  if (opens(next)) return true;
  if (/^[ap]\.?m$/.test(plain)) {
    return (
      !AFTER_AN_HOUR.has(next.word.toLowerCase().replace(/\.$/, '')) && /^\p{Lu}/u.test(next.word)
    );
  }
  return false;
}

const isEllipsis = (marks: string): boolean =>
  marks.includes('…') || /^\.[. ]*\.[. ]*\.?$/.test(marks);

function ellipsisEnds({ text, at, end, markEnd, marks }: Stop, next: Next): boolean {
  if (end > markEnd) return true;
  if (/\.{4}/.test(marks.replaceAll(' ', ''))) return true;
  const afterSpace = /\s/.test(text[at - 1] ?? '');
  return afterSpace ? opens(next) && !next.quoted : /^\p{Lu}/u.test(next.first);
}

/** A question or a call: "Why?" Smith asked is one sentence, Yahoo! Japan is a name. */
function callEnds({ text, at, end, markEnd, marks }: Stop, next: Next): boolean {
  if (end > markEnd) return !SPEECH.test(text.slice(next.at, next.at + 100));
  if (marks !== '!') return true;
  const [word = ''] = /[\p{L}]{1,12}$/u.exec(text.slice(Math.max(0, at - 12), at)) ?? [];
  return opens(next) || !/^(?:yahoo|jeopardy|E)$/i.test(word);
}
