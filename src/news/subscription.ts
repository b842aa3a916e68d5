/** Who follows what: channel x topic, and how the channel wants to be served. */

/** One line of a channel's timetable: weekdays (1 Monday to 7 Sunday), a local time, an IANA zone. */
export type Schedule = {
  readonly weekdays: readonly number[];
  /** local time of day, HH:MM */
  readonly time: string;
  readonly zone: string;
};

/** One line as a person typed it; `zone` null where they named none. */
export type TypedSchedule = Omit<Schedule, 'zone'> & { readonly zone: string | null };

export type Subscription = {
  readonly channel: string;
  readonly topic: string;
  /** who subscribed, as the platform names them; `config` for the configuration file */
  readonly by: string;
  readonly at: string;
};

export const AMENDMENTS = ['all', 'corrections-and-kills'] as const;
/** `corrections-and-kills`: mere updates neither edit what was posted nor add a note to it. */
export type Amendments = (typeof AMENDMENTS)[number];

/** How a channel is served. */
export type ChannelSettings = {
  readonly channel: string;
  readonly schedules: readonly Schedule[];
  /** bulletins for events of this urgency or more urgent (1 to 9); null for none */
  readonly alerts: number | null;
  /** what an empty edition does: nothing, or one line */
  readonly whenEmpty: 'silence' | 'line';
  /** what of a posted item is followed up: all that changes, or what was wrong; all when left out */
  readonly amendments?: Amendments;
  /** most items in a digest; the rest is "and N more" */
  readonly limit: number;
  /** why it is switched off, null while it is on */
  readonly offReason: string | null;
  /** no slot before this instant is ever due (ISO): when the channel was first set up */
  readonly since: string;
};
