/** Discord's limits for what Wirebrief sends (Discord: Message, Components reference, Commands). */

/** Components of one message, counted with everything nested. */
export const COMPONENTS_MAX = 40;
/** Characters of all text displays of one message together. */
export const TEXT_MAX = 4_000;
export const ROW_BUTTONS_MAX = 5;
export const LABEL_MAX = 80;
export const CUSTOM_ID_MAX = 100;
/** Choices of one autocompletion, and the length of a choice's name and value. */
export const CHOICES_MAX = 25;
export const CHOICE_MAX = 100;
export const THREAD_NAME_MAX = 100;
/** Messages that one history call returns at most. */
export const HISTORY_PAGE = 100;
/** Longest address that is linked; Discord states none for text, 512 for a button. */
export const LINK_MAX = 1_000;
/** Longest text option of a command that is taken (Discord allows 6,000). */
export const OPTION_MAX = 500;
