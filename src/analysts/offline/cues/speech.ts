/** Verbs of saying that attribute a quotation. */
import { wordSet } from './words.ts';

export const SPEECH_VERBS = wordSet(
  `said says say saying told tells tell added adds adding explained explains warned warns warning
  stated states wrote writes writing tweeted posted argued argues insisted insists noted notes noting
  replied recalled recalls declared announced acknowledged admitted claimed commented conceded
  concluded confirmed continued cried asked asks denied exclaimed joked lamented maintained observed
  pointed predicted promised quipped read reads reading remarked repeated reported responded shouted
  stressed suggested testified urged vowed emphasised emphasized cautioned called calling described
  describing boasted complained countered quoted vowing demanded telling according chanted chanting
  sang screamed yelled whispered apologised apologized insisting conceded tells`,
);
/** Verbs that give a verdict in somebody's own words: they attribute a fragment, no whole sentence. */
export const VERDICT_VERBS = wordSet(
  `thanked praised praising dismissed dismissing hailed hailing condemned condemning branded dubbed
  labelled labeled denounced denouncing decried criticised criticized slammed blasted mocked likened
  compared welcomed rejected attacked blamed accused credited cited citing apologising apologizing`,
);
export const PRONOUNS = wordSet('he she');
/** Pronouns of organisations and groups. */
export const THING_PRONOUNS = wordSet('it they');
