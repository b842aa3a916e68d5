/** Times to come that name no day: "overnight", "at 8 p.m.", "a week later", "at the end of the season". */
import { HOUR } from './next.ts';

const UNIT = '(?:minutes?|hours?|days?|weeks?|fortnights?|months?|years?)';
const COUNT =
  '(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|a few|\\d{1,3})';

/** In lower-case words. With a verb in the present tense they tell of what is arranged. */
export const UNDATED_TIME = new RegExp(
  [
    `\\bat ${HOUR}`,
    '\\bat the same (?:meeting|session|sitting)\\b',
    '\\b(?:the same (?:day|evening|night|afternoon)|overnight|midweek)(?=[,.;]|$| (?:on|in|at|to|from|for|and|with|as)\\b)',
    '\\bin the (?:morning|afternoon|evening)(?=[,.;]|$| (?:and|with|at|to|before|after)\\b)',
    '\\b(?:before|after) the (?:close|bell)\\b',
    '\\blater in the (?:day|week|month|year|season)\\b',
    '\\bat the (?:end of the (?:season|month|week|summer|term|school year|day)|turn of the (?:year|month))\\b',
    '\\bbefore the (?:year|month|week) is out\\b',
    '\\b(?:this|the) coming (?:week|month|season)\\b',
    // "the first win in nine years" looks back
    `(?<!\\b(?:first|only|second|third|\\w{2,10}(?:est|th)) (?:[\\w’'-]{1,16} ){1,6})\\bin (?:the next |another |about |around )?${COUNT} (?:or (?:so|\\w+) )?${UNIT}(?: or so)?(?:['’]s?)?(?: time)?(?=[,.;]|$| (?:and|with|at|to|on|from)\\b)`,
    '\\bin (?:the next (?:day|hour|week|month) or (?:so|two)|a matter of (?:hours|days|weeks))\\b',
    `\\b(?:the (?:next|following) (?:day|week|month|year|morning|evening)|the (?:day|week|month) after|${COUNT} ${UNIT} later)(?=[,.; ]|$)`,
    '\\bover the (?:following|coming|next) (?:[\\w-]{1,12} )?(?:hours|days|weeks|months|fortnight)\\b',
    '\\bin the (?:next round|(?:quarter-?|semi-?)?finals?|last (?:eight|four|16)|play-?offs?|(?:second|return|first) leg)(?=[,.;]|$| (?:on|in|at|and)\\b)',
  ].join('|'),
);
