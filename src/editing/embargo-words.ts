/** The words that order an embargo or lift one, as wires, ministries and companies put them. */

/** Whom a line speaks to: "Eds:", "Attention editors -", "Press release -". */
export const ADDRESSED =
  /^[^\p{L}\p{N}$]{0,12}(?:(?:(?:attn|attention|note to|notice to|hinweis an(?: die)?|achtung)[,:!]?\s{1,2})?(?:eds?|editors?|desks?|newsrooms?|clients|subscribers|redaktionen|redaktion)\b\.?\s?[:;,–—-]\s{0,3}|(?:(?:press|news|media) (?:release|statement|notice)|pressemitteilung|communiqué(?: de presse)?|comunicado(?: de prensa)?|comunicato stampa|pressmeddelande|pressemelding|achtung|attention|important|warning|please note|note)\s{0,2}[:!,–—(-]\s{0,3})/iu;
/** A subject that was forwarded: "Subject: Fwd: Embargoed until ...". */
export const MAILED = /^(?:(?:subject|betreff|objet|asunto|re|fwd?|aw|wg|tr)\s?:\s{0,3}){1,5}/iu;

export const COPY =
  '(?:story|item|material|copy|(?:press |news )?release|report|article|information|text|contents?|speech|dispatch|advance|package|data|findings|figures|results|study|document)';
const MARKS = '[^\\p{L}\\p{N}$]{0,12}';
/** What follows the word where it is an order; behind "embargoed" in prose stands what was seized. */
const BEHIND =
  '(?:\\s?\\([A-Z]{2,5}\\)\\s?:|-until\\b|\\s?\\(?\\s?(?:(?:until|till?|bis|jusqu\\S{0,4}|hasta|até|fino|tot|до|tom)(?![\\p{L}])|(?:to|for) (?=\\d|noon\\b|midnight\\b|\\p{L}{3,9}day\\b|\\p{L}{3,9}\\.? \\d))|\\s?[:：!.)\\]】]|\\s?[-–—*+]{1,3}(?:\\s|$)|\\s?\\(?\\d|\\s(?:kl|klo)\\.?\\s?\\d|\\s(?:\\p{Lu}\\p{L}{2,9}day|tomorrow|today|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes)(?![\\p{L}])|$)';
const USE = '(?:release|publication|use|broadcast|distribution|transmission)';
const WHEN =
  '(?:at|on|before|until|after|prior|only|not before|(?:up)?on delivery|from \\d|\\d|\\p{L}{3,9}day\\b|tomorrow\\b|noon\\b|midnight\\b)';

/** An order by its first words. */
export const ORDER = new RegExp(
  `^${MARKS}(?:${[
    `(?:(?:please |kindly )?(?:note|observe|respect|honou?r) (?:(?:the|this|our) )?)?(?:(?:strict(?:ly)?|full|global|press|media|news|publication|under|this is under|still under) ){0,4}embargo(?:ed)?${BEHIND}`,
    `embargoed (?:copy|release|material|advance|story|text)\\b`,
    `(?:strictly )?embargoed (?:until|till?|for|to|at|on|before)\\b`,
    `(?:this|all|the (?:following|above|attached|enclosed)|the(?= ${COPY} (?:in|of|on|below|above))) (?:${COPY}(?: (?:in|of|on) (?:this|the) ${COPY}| below| above)? )?(?:is|are|remains?) (?:strictly )?(?:under (?:strict |an )?embargo|embargoed|not for ${USE}|not to be|for ${USE} (?:at|on|after|not before)\\b)`,
    `(?:all )?(?:contents?|information|material|copy|data|findings|results)(?: \\S{1,20}){0,4} (?:is|are)? ?(?:strictly )?(?:under (?:strict |an )?embargo|embargoed) (?:until|till?|to|for)\\b`,
    `contents? (?:strictly )?embargoed (?:until|till?|to|for)\\b`,
    `not for ${USE}(?:(?:,| or| and|/)\\s?(?:for )?${USE}){0,2} (?:(?:at|on) (?:all )?)?(?:before|until|till?|prior|\\d|only after)`,
    `for (?:immediate )?${USE}(?:(?:,| or| and|/)\\s?(?:for )?${USE}){0,2} ${WHEN}`,
    `no (?:publication|release|broadcast)(?: or (?:publication|broadcast|release))? (?:before|until|prior to)\\b(?=.{0,30}(?:\\d|day\\b|noon|midnight|tomorrow))`,
    `(?:not|do not|don't) (?:for |to )?(?:be )?(?:released?|publish(?:ed)?|publication|used?|print(?:ed)?|broadcast|transmit(?:ted)?|distribut(?:ed?|ion)|post(?:ed)?)(?: or (?:broadcast|publish(?:ed)?|post(?:ed)?|used?))? (?:before|until|prior to)`,
    `(?:please )?hold (?:this |the )?(?:${COPY} )?(?:for (?:release|use)|until(?=.{0,60}(?:\\d|day\\b|noon|midnight|tomorrow|release|speech|deliver|notice|cleared|told|advised)))`,
    'for release\\b.{0,60}\\bthereafter|for use (?:in|by) (?:[ap]ms|morning|afternoon|sunday|weekend)\\b',
    '(?:note|observe|please note)(?: the)? release (?:time|date)\\b',
    'embargo (?:date|time|release|until)(?: and time)?\\s?:|release (?:date|time|at|after)\\s?:|release at will after\\b',
    'publi(?:sh(?:able)?|cation) (?:only )?(?:after|not before)\\b\\s?:?\\s?(?=\\d|\\p{L}{3,9}day\\b|\\p{L}{3,9}\\.? \\d)',
    'h\\.?f\\.?r\\.?(?=\\W)|(?:transmission|release|publication|use|distribution) of (?:this|the|material|any)\\b.{0,60} embargoed (?:until|till?|to)\\b',
    'gesperrt bis|frei (?:erst )?(?:ab|für)\\b(?=.{0,40}(?:\\buhr\\b|\\d\\. ?[\\d\\p{L}]))|(?:freigabe|veröffentlichung)\\s?(?::|erst)(?=.{0,40}\\d\\.)|nicht (?:zur veröffentlichung )?(?:veröffentlichen |verwenden |senden )?vor (?:dem|der)?\\b.{0,30}\\d|nicht zur veröffentlichung (?:vor|bis)',
    `sous embargo${BEHIND}|sous embargo strict|embargo jusqu|(?:information sous embargo|embargo strict)|(?:à )?ne pas (?:publier|diffuser|utiliser) avant|(?:publication|diffusion) interdite (?:avant|jusqu)`,
    'bajo embargo|embargad[oa]s? (?:hasta|até)|no (?:publicar|difundir|usar) (?:antes|hasta)|prohibida (?:su|la) (?:difusión|publicación) (?:hasta|antes)|não (?:publicar|divulgar) (?:antes|até)',
    'embargo fino|(?:sotto )?embargat[oa] fino|sotto embargo|non (?:pubblicare|diffondere|utilizzare) prima',
    'onder embargo|niet (?:publiceren|voor publicatie) (?:voor|vóór|tot)',
    'sperrefrist|klausul(?:ert|eret)?(?:\\s?:| (?:til|till)\\b)|embargo (?:til|till|tom|klo?)\\b|under embargo (?:til|till)\\b|ikke (?:til offentlig\\p{L}{2,9}|for publisering) (?:før|inden)|ej för publicering (?:före|innan)|julkaisuvapaa|embargossa',
    'эмбарго|не публиковать (?:до|ранее)|не для (?:печати|публикации) до',
    '\\$adv\\s?\\d|\\^?adv\\s?\\d{1,2}(?=\\W*$|\\W{1,3}(?:for|hold|release)\\b)|advance for (?:use )?(?:\\p{L}{3,9}day|\\p{L}{3,9}\\.? \\d)',
    '(?:محظور|يحظر|ممنوع) (?:النشر|نشره|نشرها)|(?:تحت )?الحظر (?:حتى|حتي)',
    'エンバーゴ|엠바고|보도유예|보도\\s?(?:시점|일시|시각)|报道时间|禁止(?:发布|報道|报道)|禁发至|请于.{2,20}后(?:发布|刊发|播发)|不得早于',
  ].join('|')})`,
  'iu',
);
/** Orders of the Far East stand behind their time, and their words name openings of seasons too. */
const EASTERN_TIME =
  '[\\d年月日時时分午前後后上下中零正〇点曜\\s:.,、（）()月火水木金土日夕朝刊用付けのはに以降まで後기사일오전후시분이부터까지년월]';
export const EASTERN = new RegExp(
  `^${MARKS}(?:配信|報道|公開|発表|情報|记者会|報道等?の?)?解禁(?:日時|時間|時刻|日|时间|时刻)?(?:\\s?[:：】〕］\\])]|は|\\s?(?=[^\\d]{0,6}\\d${EASTERN_TIME}{1,40}\\W{0,6}$))|^(?:[〈(【][^〉)】]{1,12}[〉)】])?${MARKS}(?:[〈(][^〉)]{1,12}[〉)])?(?:\\S{1,4}\\s)?${EASTERN_TIME}{2,40}(?:解禁|報道禁止|発表禁止|보도\\s?(?:해|하여|가능|요망|바랍)|엠바고|보도(?=\\s|$|\\W))|^(?:\\S{2,6}\\s?[-–:]\\s)?[^.。]{0,40}\\d[^.。]{0,12}이후\\s?보도\\s?(?:해|하여|가능|요망|바랍)|^.{0,40}\\d.{0,6}(?:以降|以後|から|まで).{0,3}(?:報道|配信|掲載|公開)(?:願い|をお願い|をお控え|はお控え|しないで|可)|^${MARKS}\\S{0,6}\\s?(?:이|본)\\s(?:자료|기사)는\\s.{2,40}(?:이후|부터)\\s?보도`,
  'u',
);
const MUST_NOT =
  '(?:(?:strictly|please|material|publication|copy|this|the) |(?:press )?release |(?:story|report|information) ){0,3}(?:(?:may|must|can|should|is|are) )?(?:not|no)\\b';
const OF_PUBLISHING =
  '(?: (?:to|be|for|permitted|allowed|or|and|online|web|print|publication|published|publish|publishing|released?|broadcast|used?|reported|reporting|post(?:ed|ing)?|transmi\\p{L}+|distribut\\p{L}+|quoted|aired|run)){1,7}';
/** "À publier à partir du 5 mars", "Da pubblicare dopo le ore 12": the same in other languages. */
const ELSEWHERE = [
  '(?:à )?(?:publier|diffuser|utiliser|libre de (?:publication|diffusion)|(?:publication|diffusion) (?:libre|autorisée)) (?:seulement |uniquement )?(?:à partir|après|dès|à compter)(?!\\p{L})',
  '(?:para |a )?(?:publicar|difundir|publicación|difusión)(?: libre| autorizada)? (?:a partir|después|desde)(?!\\p{L})',
  '(?:para |a )?(?:publicar|divulgar|publicação|divulgação)(?: livre| autorizada)? (?:só )?(?:a partir|após|depois)(?!\\p{L})',
  '(?:da |può essere )?(?:pubblicare|pubblicato|pubblicabile|diffondere|diffondibile) (?:solo )?(?:dopo|dalle|dal|a partire)(?!\\p{L})',
  'embargo do(?= .{0,12}\\d)|ambargo\\s?:|ambargolu(?!\\p{L})',
].join('|');
/** "May not be published before", "Can be used from": orders with a day or an hour that is one. */
export const TIMED = new RegExp(
  `^${MARKS}(?:${ELSEWHERE}|(?:only )?to be (?:published|used|released?|broadcast|printed) (?:only )?(?:after|from|not before)\\b|not before (?=.{3,40}$)|${MUST_NOT}${OF_PUBLISHING} (?:before|until|till|prior to)\\b|(?:can|may|free|cleared)(?: be| for)? (?:published|publication|used|use|released?|broadcast) (?:from|after|at|on)\\b|for \\p{L}{3,6}day (?:release|use|papers|editions)\\b)`,
  'iu',
);
/** The German word is an order with its time, or with what it hangs on. */
export const SPERRFRIST =
  /(?<!\p{L})sperrfrist(?!\p{L})(?! aufgehoben)(?=\s?(?:$|[:!.)+*-]|bis\b|beachten|ende|\d|\p{L}+tag))/iu;
export const HANGS_ON =
  /redebeginn|beginn der|ende der|rede|beachten|widerruf|sperrfrist\W{0,6}$/iu;

/** Said of the embargo's end; an order only with its time. */
export const ENDING =
  /^[^\p{L}\p{N}]{0,12}(?:(?:the |this )?(?:press |media |news )?embargo\s(?:(?:lifts?|ends?|expires?|will (?:be lifted|lift|end|expire)|(?:is )?to (?:be lifted|lift|end))(?:\s?[:–-]|\s(?=at\b|on\b|from\b|\d|\p{L}{3,9}day\b|tomorrow\b|noon\b|midnight\b|\p{L}{3,9}\.? \d))))/iu;
/** Said at the top of a release it names its day; elsewhere it is the beginning of a sentence. */
export const DATED_ORDER =
  /^[-–—_=*#([!: ]{0,8}(?:release\s?:|for (?:immediate )?release(?:\s?:|\s(?!of\b)))\s?/iu;
/** In capitals it is no prose, wherever it stands: "CHECK AGAINST DELIVERY - EMBARGOED UNTIL GIVEN". */
export const SHOUTED =
  /\b(?:UNDER (?:STRICT )?EMBARGO|EMBARGOED) (?:UNTIL|TILL|TO|FOR)\b|\bEMBARGO (?:UNTIL|TILL) \d|^\W{0,8}EMBARGO(?:ED)?[ -]\p{Lu}\p{Ll}|\bNOT FOR (?:RELEASE|PUBLICATION|BROADCAST|USE) (?:BEFORE|UNTIL|PRIOR)\b/u;
/** Behind a title: "Port closes [embargo 3 March]", "Port closes (EMBARGOED UNTIL 1800 GMT)". */
export const BRACKETED =
  /[([【［〔<〈][^()[\]【】［］〔〕<>〈〉]{0,30}(?:\bembargo(?:ed)?\b|\bsperrfrist\b|解禁|엠바고|эмбарго)[^()[\]【】［］〔〕<>〈〉]{0,50}[)\]】］〕>〉]/iu;
/** In a note, in the middle of a sentence. */
export const NOTED =
  /\b(?:carries|has|with|under|note|bears) (?:an? |the )?(?:strict )?embargo\b(?! (?:on|against)\b)|\bin advance for (?:use|release|publication)\b|\bembargoed (?:until|till?|for|to)\b|\bnot for (?:use|release|publication|broadcast) (?:before|until|prior)\b/iu;
/** The title of a story on embargoes: "Embargo: what it means for fishers". */
export const NO_TIME =
  /^\W{0,8}embargo\s?:\s?(?!.*(?:\d|day\b|tag\b|noon|midnight|until|till?\b|deliver|speech|publication|release|notice|hold|strict))(?:\S+\s+){2,}\p{Ll}/iu;
export const NO_ORDER = /^\W{0,8}for immediate (?:release|publication)\b(?! (?:up)?on\b)/iu;
/** An order quotes nobody. */
export const PROSE_TELLS = /\b(?:said|says|told)\b/i;
/** Prose that begins like an order: "For release on Monday, the prisoner had paid." */
export const PROSE =
  /\b(?:said|says|told|had|was|were|would|sagte|a déclaré|dijo|ha detto)\b|[,;] (?:the|a|he|she|they|it) \p{Ll}/iu;
