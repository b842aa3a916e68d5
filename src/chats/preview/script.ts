/** What runs in the page: sends commands and presses, shows what comes back. No library, no address. */
export const SCRIPT = `
const lanes = document.querySelector('main');
const line = document.querySelector('input');
const trouble = document.querySelector('.trouble');
async function ask(path, asking) {
  try {
    const reply = await fetch(path, asking);
    trouble.textContent = '';
    return reply;
  } catch {
    trouble.textContent = 'The bot does not answer: is it still running?';
    return null;
  }
}
function show(text) {
  const wasInside = lanes.contains(document.activeElement);
  lanes.innerHTML = text;
  if (wasInside) lanes.querySelector('article')?.focus();
}
async function send(path, body) {
  const reply = await ask(path, { method: 'POST', headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body) });
  if (reply) show(await reply.text());
}
document.querySelector('form').addEventListener('submit', (event) => {
  event.preventDefault();
  const typed = line.value.trim();
  if (typed) send('command', { line: typed });
  line.value = '';
});
document.addEventListener('click', (event) => {
  const button = event.target.closest('button[data-action], button[data-line]');
  if (!button) return;
  const { action, value, line: typed } = button.dataset;
  if (typed) send('command', { line: typed });
  else send('press', { action, value, label: button.textContent.trim().slice(0, 200),
    message: button.closest('article')?.dataset.message });
});
let known = '';
setInterval(async () => {
  const reply = await ask('messages');
  const mark = reply?.headers.get('etag') ?? known;
  if (mark !== known) { if (known) show(await reply.text()); known = mark; }
}, 2000);
`;
