/** What is said where the words of a message are more than a platform takes in its plain form. */

const CUT_SHORT = '\n… The rest cannot be shown here.';

/**
 * The text as a platform is sent it, cut at a blank with a word of it where it would be too long.
 * @param most longest text as it is sent
 * @param written the text as it is sent, such as with its escapes
 */
export function cutToFit(
  text: string,
  most: number,
  written: (text: string) => string = (same) => same,
): string {
  const whole = written(text.toWellFormed());
  if (whole.length <= most) return whole;
  const room = most - CUT_SHORT.length;
  let kept = text.slice(0, room);
  while (written(kept).length > room) kept = kept.slice(0, Math.floor(kept.length * 0.9));
  const end = Math.max(kept.lastIndexOf('\n'), kept.lastIndexOf(' '));
  return written(kept.slice(0, end > 0 ? end : kept.length).toWellFormed()) + CUT_SHORT;
}
