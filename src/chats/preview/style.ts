/** The page's style sheet: two columns on a desk, one on a phone, light and dark. */
export const STYLE = `
:root { color-scheme: light dark; --page: #f3f4f6; --card: #fff; --ink: #1d1c1d; --soft: #616061;
  --line: #dddfe3; --accent: #1264a3; --mark: #007a5a; --on-mark: #fff; --field: #fff; }
@media (prefers-color-scheme: dark) { :root { --page: #121417; --card: #1b1e23; --ink: #e8e8ea;
  --soft: #a5a8ad; --line: #32363d; --accent: #6ab2f0; --mark: #3fb68b; --on-mark: #06231a; --field: #14161a; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink);
  font: 15px/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
header { max-width: 1240px; margin: 0 auto; padding: 28px 20px 8px; }
h1 { font-size: 22px; margin: 0; }
header p { color: var(--soft); margin: 2px 0 0; }
form { max-width: 1240px; margin: 0 auto; padding: 8px 20px; display: flex; gap: 8px; }
input { flex: 1; min-width: 0; font: inherit; padding: 10px 14px; border: 1px solid var(--line);
  border-radius: 10px; background: var(--field); color: inherit; }
input:focus-visible, button:focus-visible, a:focus-visible { outline: 2px solid var(--accent);
  outline-offset: 2px; }
.hints { max-width: 1240px; margin: 0 auto; padding: 0 20px 8px; color: var(--soft); font-size: 13px; }
.hints button { padding: 2px 9px; font-size: 12.5px; margin: 2px 4px 2px 0; }
button { font: inherit; font-size: 13.5px; font-weight: 600; padding: 5px 13px; border-radius: 8px;
  border: 1px solid var(--line); background: var(--card); color: inherit; cursor: pointer; }
button:hover { border-color: var(--accent); }
form button { background: var(--mark); border-color: var(--mark); color: var(--on-mark); padding: 10px 18px; }
.trouble { max-width: 1240px; margin: 0 auto; padding: 0 20px; font-weight: 600; }
.message:focus { outline: none; }
main { max-width: 1240px; margin: 0 auto; padding: 8px 20px 60px; display: grid; gap: 20px;
  grid-template-columns: repeat(2, minmax(0, 1fr)); align-items: start; }
@media (max-width: 860px) { main { grid-template-columns: minmax(0, 1fr); } }
.lane > h2 { font-size: 13px; letter-spacing: .06em; text-transform: uppercase; color: var(--soft);
  margin: 8px 2px; }
.message { background: var(--card); border: 1px solid var(--line); border-radius: 12px;
  padding: 14px 16px; margin: 0 0 14px; overflow-wrap: anywhere; }
.message.thread { margin-left: 26px; }
.message.private { border-style: dashed; }
.from b, .from i { flex: none; white-space: nowrap; }
.from { display: flex; gap: 9px; align-items: baseline; margin-bottom: 6px; font-size: 13px;
  color: var(--soft); }
.from b { color: var(--ink); font-size: 15px; }
.from i { font-style: normal; background: var(--line); color: var(--ink); border-radius: 4px;
  font-size: 10px; font-weight: 700; padding: 1px 5px; }
.message h3 { font-size: 18px; line-height: 1.3; margin: 4px 0 6px; }
.message p { margin: 5px 0; white-space: pre-line; }
.message ul { margin: 3px 0 8px; padding-left: 21px; }
.message a { color: var(--accent); text-decoration: none; }
.message a:hover { text-decoration: underline; }
.message hr { border: 0; border-top: 1px solid var(--line); margin: 14px 0; }
.message code { font: 13px/1.4 ui-monospace, monospace; background: var(--page); border-radius: 4px;
  padding: 1px 5px; }
.small { color: var(--soft); font-size: 12.5px; }
.buttons { display: flex; flex-wrap: wrap; gap: 8px; margin: 9px 0 3px; }
.container { border: 1px solid var(--line); border-left: 4px solid var(--accent); border-radius: 9px;
  padding: 9px 13px; margin: 11px 0; }
.section { display: flex; gap: 12px; align-items: flex-start; justify-content: space-between; }
.section > button { flex: none; }
.unknown { color: var(--soft); }
`;
