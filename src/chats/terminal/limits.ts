/** What a terminal bears. */
export const TERMINAL_LIMITS = {
  /** columns of text; narrower than the 80 that every terminal has */
  columns: 78,
} as const;
