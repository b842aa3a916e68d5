/** Text from outside where Slack reads text as markup. */

/**
 * Text that Slack reads as mrkdwn, with nothing in it that takes effect: `&`, `<` and `>` are escaped
 * (docs.slack.dev/messaging/formatting-message-text), and a zero-width space parts the marks of styles
 * and emoji names from their words.
 */
export function harmless(text: string): string {
  const unmarked = text.replace(/[*_~`]|:(?=[\w+'-])|@(?=\w)/g, '$&\u200b');
  return unmarked.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
