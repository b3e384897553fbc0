/** The look of the report: by the reader's choice of light or dark, and dark on white on paper. */
export const style = `
:root{color-scheme:light dark;--text:#1d2733;--quiet:#5c6875;--back:#f5f6f8;--card:#fff;--line:#d9dee5;--error:#b3261e;--warning:#a86400;--information:#2567b8;--hint:#7b8794;--mark:#ffe9a8;--link:#1a5fb4}
@media (prefers-color-scheme:dark){:root{--text:#e3e8ee;--quiet:#9aa6b3;--back:#14181d;--card:#1d232a;--line:#333c47;--error:#ff8a80;--warning:#f0b755;--information:#82b8f5;--hint:#97a3b0;--mark:#5d4a12;--link:#8ab8f5}}
*{box-sizing:border-box}
body{margin:0;background:var(--back);color:var(--text);font:15px/1.5 system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
main{max-width:1180px;margin:0 auto;padding:32px 24px 64px}
h1{font-size:26px;margin:0}h2{font-size:19px;margin:36px 0 10px}h3{font-size:15px;margin:22px 0 8px}
a{color:var(--link)}
.quiet,figcaption,time{color:var(--quiet)}
.number{font-variant-numeric:tabular-nums;text-align:right;font-weight:600}
.tiles{display:flex;flex-wrap:wrap;gap:12px;margin:20px 0}
.tile{flex:1 1 110px;background:var(--card);border:1px solid var(--line);border-radius:10px;padding:12px 16px}
.tile b{display:block;font-size:26px;line-height:1.2;font-variant-numeric:tabular-nums}.tile span{color:var(--quiet);font-size:13px}
.tile.error b{color:var(--error)}.tile.warning b{color:var(--warning)}.tile.information b{color:var(--information)}
figure{margin:0;background:var(--card);border:1px solid var(--line);border-radius:10px;padding:14px 18px}
figcaption{font-size:13px;margin-bottom:8px}
.figures{display:flex;flex-wrap:wrap;gap:16px;align-items:flex-start}
.kinds{flex:2 1 460px}.months{flex:1 1 320px}.months svg{max-width:100%;height:auto}
table{border-collapse:collapse;width:100%;font-size:14px}
.kinds th{font-weight:400;text-align:left;padding:2px 12px 2px 0;white-space:nowrap}.kinds td{padding:2px 6px;white-space:nowrap}
td.wide,th.wide{width:26%}.kinds td.wide{width:38%}.letters td:nth-child(2),.letters td:nth-child(3){white-space:nowrap}
.letters{background:var(--card);border:1px solid var(--line);border-radius:10px;border-spacing:0;border-collapse:separate}
.letters th{font-size:12px;color:var(--quiet);text-align:left;font-weight:600}.letters th,.letters td{padding:6px 12px;border-bottom:1px solid var(--line)}
.letters tr:last-child td{border-bottom:0}.letters td:first-child{overflow-wrap:anywhere}
.bar{width:100%;height:10px;display:block}
rect.error{fill:var(--error)}rect.warning{fill:var(--warning)}rect.information{fill:var(--information)}rect.hint{fill:var(--hint)}
svg text{fill:var(--text);font:13px system-ui,"Segoe UI",Roboto,Arial,sans-serif}
svg .date,svg .span,svg .count{fill:var(--quiet);font-size:12px;font-variant-numeric:tabular-nums}svg text.number{font-size:12px}
svg .span{font-style:italic;font-size:11px}svg .disputed{fill:var(--error);font-size:12px}
svg .axis{stroke:var(--line);stroke-width:2}svg .event{fill:var(--card);stroke:var(--information);stroke-width:2.5}svg .conflict{fill:var(--error)}
.letter{margin-top:44px;border-top:2px solid var(--line);padding-top:8px}
.letter h2{margin:14px 0 0;overflow-wrap:anywhere}.letter>p{margin:2px 0 0}
.items{margin:10px 0 0;padding:0;list-style:none;font-size:14px}.items li{margin:2px 0}
.verdict{font-weight:600}
.columns{display:flex;gap:24px;align-items:flex-start;margin-top:14px}.columns>.findings{flex:1;min-width:0}.timeline{flex:0 0 auto;max-width:100%}
.timeline svg{max-width:100%;height:auto;display:block}
.finding{background:var(--card);border:1px solid var(--line);border-left:4px solid var(--hint);border-radius:8px;padding:10px 16px 12px;margin:0 0 12px}
.finding.error{border-left-color:var(--error)}.finding.warning{border-left-color:var(--warning)}.finding.information{border-left-color:var(--information)}
.finding p{margin:4px 0}.finding .head{font-size:13px;color:var(--quiet);margin:0}
.severity{font-weight:700;text-transform:uppercase;letter-spacing:.04em;font-size:11px}
.error .severity{color:var(--error)}.warning .severity{color:var(--warning)}.information .severity{color:var(--information)}
.message{font-weight:600}
blockquote{margin:6px 0;padding:6px 12px;border-left:2px solid var(--line);overflow-wrap:anywhere;font-family:Georgia,"Times New Roman",serif}
mark{background:var(--mark);color:inherit;padding:0 2px;border-radius:3px}
.small{font-size:13px;color:var(--quiet)}
.dismissed .finding{opacity:.8}
.show{display:flex;flex-wrap:wrap;gap:16px;font-size:14px;margin:12px 0 0}
body:has(#show-information:not(:checked)) .finding.information,body:has(#show-hint:not(:checked)) .finding.hint,body:has(#show-warning:not(:checked)) .finding.warning{display:none}
footer{margin-top:48px;color:var(--quiet);font-size:13px}
.figures>*{min-width:0;max-width:100%}
@media screen and (max-width:820px){main{padding:20px 14px 40px}.kinds,.months{flex-basis:100%}.kinds td.quiet,.letters th:nth-child(n+3):nth-child(-n+5),.letters td:nth-child(n+3):nth-child(-n+5){display:none}.kinds th{white-space:normal;overflow-wrap:anywhere}.columns{flex-direction:column-reverse}.columns>.findings{width:100%}}
@media print{
:root{color-scheme:light;--text:#000;--quiet:#444;--back:#fff;--card:#fff;--line:#bbb;--error:#a01010;--warning:#8a5200;--information:#1a4f90;--hint:#666;--mark:#ffe9a8;--link:#000}
@page{margin:18mm 16mm}
body{font-size:10.5pt}main{max-width:none;padding:0}.tiles{gap:8px}.tile{flex:1 1 76px;padding:8px 10px}.letters th,.letters td{padding:4px 8px}.letters td:first-child{min-width:12em}.show{display:none}a{text-decoration:none}
.finding,figure,.tile,tr,.items{break-inside:avoid}h2,h3,.head{break-after:avoid}
.overview+.letter,.letter+.letter{break-before:page}.columns{display:block}.timeline{margin-bottom:12px;width:max-content}
rect,mark,.finding{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}`;
