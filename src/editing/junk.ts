/** Agency junk: sign-offs, end marks, rulers and rights lines. */
import { isAgency } from '../news/dateline-names.ts';
import { eachParagraph, withRemoved, type Sheet, type Verdict } from './sheet.ts';

type Rule = { readonly pattern: RegExp; readonly why: string };

/** Whole paragraphs that are never part of a story. */
const RULES: readonly Rule[] = [
  { pattern: /^[-–—_=*~#. ·•]{2,200}$/, why: 'ruler' },
  { pattern: /^(?:ZCZC|NNNN)\b.{0,40}$/, why: 'transmission mark' },
  {
    pattern:
      /^[-–—_=*#([ ]{0,6}(?:30|0|ends?|END OF (?:STORY|TEXT|FILE)|the end|more|MORE|fin|ende|schluss|stop press|story ends|ends here|終|完|了)[-–—_=*#)\] .]{0,6}$/iu,
    why: 'end mark',
  },
  {
    pattern: /^(?:[-–—_ ]{0,4}(?:Copyright\b|\(c\)|©|\(C\)|All rights reserved)|©)[^]{0,500}$/iu,
    why: 'rights line',
  },
  {
    pattern:
      /^(?:This material|This content|The material|This article|Material in this)\b[^]{0,40}\bmay not be (?:published|reproduced|copied|used)[^]{0,300}$/iu,
    why: 'rights line',
  },
  {
    pattern:
      /^(?:(?:cautionary|safe harbou?r)\b[^.:]{0,60}\bstatements?\b|forward[- ]looking statements?\b|this (?:press |news )?release (?:contains|includes|may contain) (?:\w+ )?forward[- ]looking)[^]{0,600}$/i,
    why: 'legal notice',
  },
  { pattern: /^<?https?:\/\/\S{3,500}$/i, why: 'address only' },
];

const isRights = (why: string): boolean => why === 'rights line';

/** Takes out paragraphs that are furniture, wherever they stand. */
export function dropJunk(sheet: Sheet): Sheet {
  return eachParagraph(sheet, (paragraph, index, now): Verdict => {
    const rule =
      paragraph.length <= 600 ? RULES.find((each) => each.pattern.test(paragraph)) : undefined;
    if (rule === undefined) return { keep: paragraph };
    // a headline in a word ("The end") is read as copy when there is nothing else
    if (rule.why === 'end mark' && index === 0 && now.headline === null) return { keep: paragraph };
    if (!isRights(rule.why)) return { why: rule.why };
    return { why: rule.why, set: { rights: now.rights ?? paragraph } };
  });
}

const END_MARK =
  /(?<=[.!?"”')\]。])\s?(?:[-–—=*#]{1,3}\s?(?:30|0|ends?|END)\s?[-–—=*#]{1,3}|[([](?:ends?|ENDS?|End|more|MORE|fin|Ende)[)\]]|#{2,4}|# # #|\bENDS?\b)$/u;
const RIGHTS_TAIL =
  /(?<=[.!?"”')\]。])\s?(?:Copyright|©|\(c\)|\(C\)) (?:\p{L}{0,12} )?(?:19|20)\d\d[^]{0,200}$/u;
/** "(©NTB)": a holder without a year. */
const HOLDER_TAIL = /\s?[([]©\s?\p{L}[\p{L}\p{N} .&'’-]{1,30}[)\]]$/u;
/** "ab/de/dl": the initials of who wrote and edited it, in a paragraph of their own. */
const INITIALS = /^(?:\p{Ll}{1,4}[/-]){1,6}\p{Ll}{1,4}$/u;
/** "... in the port. EFE": an agency behind the last stop. */
const BARE_SIGN_OFF = /(?<=[.!?"”'’»)]) (\p{Lu}{2,6})$/u;
/** "/ritzau/": an agency between strokes, as a paragraph of its own or behind the last stop. */
const STROKES = /(?:(?<=[.!?"”'’»)])\s?|^)\/(\p{L}[\p{L} -]{1,20})\/$/u;
const SIGN_OFF =
  /(?:(?<=[.!?"”'’)\]。])\s?|^)(?:[-–—]{1,2}\s?)?[([（=]\s?((?:[\p{L}][\p{L}\p{M}\p{N}.'’&-]{0,24}[ /]?){1,4})\s?[)\]）]?$/u;
const DASH_SIGN_OFF =
  /(?:(?<=[.!?"”'’)\]。])\s{0,2}|^)(?:[-–—]{1,2}|==?)\s?((?:\p{Lu}[\p{L}&.-]{0,24} ?){1,3})$/u;

/** Takes sign-offs, end marks and rights off the end of the last paragraph, as often as they come. */
export function dropTail(sheet: Sheet, names: readonly string[]): Sheet {
  let now = sheet;
  for (let turn = 0; turn < 6; turn += 1) {
    const next = dropOneTail(now, names);
    if (next === now) return now;
    now = next;
  }
  return now;
}

function dropOneTail(sheet: Sheet, names: readonly string[]): Sheet {
  const last = sheet.paragraphs.at(-1);
  if (last === undefined) return sheet;
  const end = last.slice(-260);
  const mark = END_MARK.exec(end);
  if (mark) return withoutTail(sheet, mark[0], 'end mark');
  if (INITIALS.test(last) && sheet.paragraphs.length > 1)
    return withoutTail(sheet, last, 'initials of the desk');
  const rights = RIGHTS_TAIL.exec(end) ?? HOLDER_TAIL.exec(end);
  if (rights) {
    const line = rights[0].trim();
    return withoutTail({ ...sheet, rights: sheet.rights ?? line }, rights[0], 'rights line');
  }
  const bare = BARE_SIGN_OFF.exec(end) ?? STROKES.exec(end);
  if (bare?.[1] && isAgency(bare[1])) {
    const sources = [...sheet.sources, bare[1]];
    return withoutTail({ ...sheet, sources }, bare[0], 'agency sign-off');
  }
  const sign = SIGN_OFF.exec(end) ?? DASH_SIGN_OFF.exec(end);
  const name = sign?.[1]?.trim();
  if (!sign || !name || !isSignOff(name, { alone: sign[0].length >= last.length, names }))
    return sheet;
  if (sheet.paragraphs.length === 1 && sign[0].length >= last.length) return sheet;
  return withoutTail({ ...sheet, sources: [...sheet.sources, name] }, sign[0], 'agency sign-off');
}

/** A known agency or the provider; after the last stop of a story also a name nobody knows. */
function isSignOff(name: string, where: { alone: boolean; names: readonly string[] }): boolean {
  if (isAgency(name) || where.names.some((each) => each.toLowerCase() === name.toLowerCase()))
    return true;
  // "SDA/mf ba": an agency and the initials of its desk
  const [first = '', ...initials] = name.split(/[\s/]+/);
  if (isAgency(first) && initials.every((each) => /^\p{Ll}{1,4}$/u.test(each))) return true;
  const words = name.split(/[\s/]+/);
  return words.length <= (where.alone ? 1 : 3) && words.every((word) => /^\p{Lu}/u.test(word));
}

function withoutTail(sheet: Sheet, tail: string, why: string): Sheet {
  const last = sheet.paragraphs.at(-1) ?? '';
  const rest = last.slice(0, last.length - tail.length).trim();
  const before = sheet.paragraphs.slice(0, -1);
  return withRemoved({ ...sheet, paragraphs: rest === '' ? before : [...before, rest] }, tail, why);
}
