/** What web pages put between the paragraphs of a story: calls to readers, players, embedded posts. */
import { isAgency } from '../news/dateline-names.ts';
import { eachParagraph, type Sheet } from './sheet.ts';

/** A call to readers is shorter than this, and so is all that stands in one paragraph of a frame. */
const LONGEST_CHARACTERS = 600;

/** Lines that are never copy, whatever stands behind them. */
const ALWAYS =
  /^(?:story continues(?: below)?(?: (?:this )?advertisement)?|article continues below|advertisements?|sponsored(?: content)?|loading|something is loading|photos?|videos?|images?|gallery|copy link|share|print|comments?|skip to (?:main )?content|replay more videos|just watched|must watch|most (?:read|viewed|popular|recent)|more on this story|related (?:topics|stories|articles|coverage|content|links)|our standards|editors['’]? picks|recommended(?: for you)?|(?:press|news|media) (?:release|statement)|pressemitteilung|communiqué de presse|comunicado de prensa|comunicato stampa|thanks for (?:signing up|subscribing)|back to top|read more)\b[ .:…!|-]*$/i;

/** "Related: …", "READ MORE | …": the headline of another story behind a label. */
const LABELLED =
  /^(?:(?:read|see|watch|hear|learn)(?: more| also| next| too| this)?|also read|related(?: \w{1,12})?|more|recommended|listen)\s?[:|»›>][^]{2,200}$/i;

/** A verb that calls on the reader; on its own it says nothing, people are told to watch in copy too. */
const CALL =
  /^(?:please )?(?:sign up|subscribe|send this|share this|click|tap|download|follow|like|watch|listen|read|get|receive|join|log ?in|register|enter|e-?mail|call|chat|visit|use|enable|update|turn on|support|become|donate|see|find|access|explore|discover|order|buy|check out|got|do you have|have you got|we pay|want|stay|never miss|to (?:play|watch|view|read|continue)|by (?:clicking|signing|subscribing|submitting)|your (?:browser|e-?mail)|this (?:video|content|page|browser)|thank you for)\b/i;

/** What a call to readers is about. */
const ABOUT =
  /\b(?:newsletters?|inbox|e-?mails?|apps?|podcasts?|subscri(?:be|bers?|ptions?|bing)|this (?:page|article|story|video|button)|here|(?:on|in) (?:facebook|twitter|instagram|telegram|whatsapp|linkedin|youtube|x|tiktok|google news|messenger|apple news)|facebook messenger|notifications?|terms (?:of (?:service|use)|and conditions)|privacy policy|cookies|javascript|browser|video player|free trial|account|password|breaking news alerts?|push alerts?|latest (?:\w+ ){1,5}news|more stories|your stories|a story|videos too|reprints|website|personali[sz]ed feed)\b/i;

/** Lines that only a page's frame holds: consent, players, accounts. */
const FRAME =
  /\b(?:terms of service and privacy policy|accept our terms|we use cookies|enable javascript|more accessible video player|this video can(?:not| ?not) be played|marketing emails from|delivered (?:right |straight |directly )?to your inbox|sign up for our|subscribe to our|download (?:the|our) [a-z ]{2,30} app\b)/i;

/** "… pic.twitter.com/abc -- Name (@handle) May 4, 2031": another's words, copied in with no speaker. */
const EMBEDDED_POST =
  /(?:\bpic\.(?:twitter|x)\.com\/|\(@\w{1,20}\)\s{0,2}(?:\p{L}{3,10}\.? \d{1,2}, \d{4}|\d{1,2} \p{L}{3,10} \d{4})$)/u;

/** "CNN --": whose copy it is, in a paragraph of its own. */
const SOURCE_ALONE = /^[([]?(\p{Lu}[\p{L}.&’' ]{1,30}?)[)\]]?\s{0,2}[-–—]{1,2}$/u;

/** A headline of another story, set in capitals between paragraphs that are not. */
const LINKED_HEADLINE = /^(?=(?:[^\p{L}]*\p{L}){20})[^\p{Ll}.!?*]{24,200}[!?'"’”]{0,2}$/u;

/** "Photo LONDON — At least …": the label of a picture, run into the copy behind it. */
const GLUED =
  /^(?:Photo|Video|Image) (?=\p{Lu}{4}[\p{L} .,]{0,40}(?:\([^()]{2,20}\) )?[-–—]{1,2} )/u;

/** The buttons of a page, as text within the first paragraph. */
const BUTTON =
  /\s?\bClick to (?:print|share(?: on [\p{L} +]{1,20})?|e-?mail (?:a|this) [\p{L} ]{1,24})(?: \(Opens in new window\))\s?/giu;

/** The mark of a list, and the hour of an entry on a page that is written as things happen. */
const ENTRY_MARK =
  /^(?:[*•·▪●◦‣] {1,3}(?=\S)|[([]?\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)? ?(?:GMT|UTC|BST|CET|CEST|EST|EDT|ET|PT|local time)[)\]]?(?: ?[-–—:|])? (?=["“]?\p{Lu}))/u;

const withoutGlue = (paragraph: string): string =>
  paragraph.replace(GLUED, '').replace(ENTRY_MARK, '').replace(BUTTON, ' ').trim();

/** Words of orders about the copy: what holds one is read as an order first. */
const ORDER_WORD =
  /\b(?:embargo(?:ed)?|for release|not for (?:use|publication|release)|sperrfrist|kill|withdrawn|withhold|disregard|corrects?|correction)\b/i;

function reasonFor(paragraph: string): string | null {
  if (paragraph.length > LONGEST_CHARACTERS || ORDER_WORD.test(paragraph)) return null;
  if ([ALWAYS, FRAME, LABELLED].some((each) => each.test(paragraph))) return 'page furniture';
  if (CALL.test(paragraph) && ABOUT.test(paragraph) && !isTold(paragraph)) return 'page furniture';
  if (EMBEDDED_POST.test(paragraph)) return 'embedded post';
  const [, source] = SOURCE_ALONE.exec(paragraph) ?? [];
  return source !== undefined && isAgency(source.trim()) ? 'source line' : null;
}

/** Copy tells of somebody: it has a speaker, a past or words in quotation marks. */
function isTold(paragraph: string): boolean {
  return /["“”]|\b(?:said|says|told|was|were|had|has been)\b/u.test(paragraph);
}

/** Takes out what is no copy. When nothing else is there, it stands: nothing is lost. */
export function dropFurniture(sheet: Sheet): Sheet {
  const bare = eachParagraph(sheet, (paragraph) => {
    const why = reasonFor(paragraph);
    return why === null ? { keep: withoutGlue(paragraph) } : { why };
  });
  return bare.paragraphs.length === 0 ? sheet : bare;
}

/**
 * Takes out headlines of other stories, below the lede. Only for copy whose orders have been read:
 * embargoes and kills are written in capitals too.
 */
export function dropLinkedHeadlines(sheet: Sheet): Sheet {
  const { paragraphs } = sheet;
  const inCapitals = paragraphs.filter((each) => LINKED_HEADLINE.test(each)).length;
  if (inCapitals * 3 > paragraphs.length) return sheet;
  return eachParagraph(sheet, (paragraph, index) =>
    index > 0 && LINKED_HEADLINE.test(paragraph)
      ? { why: 'headline of another story' }
      : { keep: paragraph },
  );
}
