/** What runs in the page: sends commands and presses, shows what comes back. No library, no address. */
export const SCRIPT = `
const lanes = document.querySelector('main');
const line = document.querySelector('input');
async function send(path, body) {
  const reply = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body) });
  lanes.innerHTML = await reply.text();
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
  const reply = await fetch('messages');
  const mark = reply.headers.get('etag') || '';
  if (mark !== known) { if (known) lanes.innerHTML = await reply.text(); known = mark; }
}, 2000);
`;
