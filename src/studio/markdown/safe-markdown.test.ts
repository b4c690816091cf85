import { expect, test, vi } from 'vitest';
import { sanitizeHtml, toSafeHtml } from './safe-markdown.ts';

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '![x](https://example.org/spy.png)',
  '<a href="javascript:alert(1)">x</a>',
  '[x](javascript:alert(1))',
  '<iframe src="https://example.org"></iframe>',
  '<form action="/api"><button>go</button></form>',
  '<p style="position:fixed">x</p>',
  '<svg onload=alert(1)></svg>',
  '<div id="root">x</div>',
])('%s can do nothing', (markdown) => {
  const html = toSafeHtml(markdown);
  expect(html).not.toMatch(/<(script|img|iframe|form|button|svg)|on\w+=|javascript:|style=|id=/i);
});

test('what is harmless stays, and links leave in a tab of their own', () => {
  const html = toSafeHtml('# Note\n\n**best** of [these](https://example.org)\n\n|a|b|\n|-|-|\n|1|2|');
  expect(html).toContain('<strong>best</strong>');
  expect(html).toContain('<table>');
  expect(html).toMatch(/<a [^>]*href="https:\/\/example.org"/);
  expect(html).toContain('rel="noopener noreferrer nofollow"');
});

test.each(['<img src=x onerror=alert(1)>', 'a <b ONclick = "x()">b</b>', '<p title="a"onload=x>\n\nc'])(
  'not even the parser sees a handler of %s',
  (markdown) => {
    const parse = vi.spyOn(DOMParser.prototype, 'parseFromString');
    toSafeHtml(markdown);
    expect(parse).toHaveBeenCalled();
    expect(parse.mock.calls.map(([html]) => html).join(' ')).not.toMatch(/\bon\w+\s*=/i);
    parse.mockRestore();
  },
);

test('what only looks like a handler stays as it was written', () => {
  expect(toSafeHtml('turn on1 = 2, `<b onclick=x>`, <b>on2 = 3</b>')).toContain(
    'turn on1 = 2, <code>&lt;b onclick=x&gt;</code>, <b>on2 = 3</b>',
  );
});

test('a table that a notebook wrote stays, and loses what would act or restyle', () => {
  const parse = vi.spyOn(DOMParser.prototype, 'parseFromString');
  const html = sanitizeHtml(
    '<style>p{}</style><script>x</script><table border="1"><tr><td onclick="x()" bgcolor="red">1</td></tr></table>',
  );
  expect(html).toBe('<table><tbody><tr><td>1</td></tr></tbody></table>');
  expect(parse.mock.calls.map(([text]) => text).join(' ')).not.toMatch(/\bon\w+\s*=/i);
  parse.mockRestore();
});
