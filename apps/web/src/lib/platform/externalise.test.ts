import { expect, test } from 'vitest';
import { externalise, inlineLeftovers } from '../../../scripts/externalise.ts';

const page =
  '<head>\n\t<link href="/a.js" rel="modulepreload">\n<link href="/s.css" rel="stylesheet"></head><body>\n\t<script>\n\t\t{ boot(); }\n\t</script></body>';

test('an inline script moves to a file named after its text, and takes the preloads along', () => {
  const { html, scripts } = externalise(page, '/boot');
  expect(scripts).toHaveLength(1);
  expect(html).toContain(`<script src="/boot/${scripts[0]!.name}"></script>`);
  expect(html).toContain('rel="stylesheet"');
  expect(html).not.toContain('modulepreload');
  expect(scripts[0]!.text).toContain('["/a.js"]');
  expect(scripts[0]!.text).toContain('boot();');
  expect(externalise(page, '/boot').scripts[0]!.name).toBe(scripts[0]!.name);
});

test('what a strict policy would refuse is found', () => {
  expect(inlineLeftovers(externalise(page, '/boot').html)).toEqual([]);
  expect(inlineLeftovers('<script>x</script>')).toHaveLength(1);
  expect(inlineLeftovers('<style>p{}</style>')).toHaveLength(1);
  expect(inlineLeftovers('<p style="color:red">')).toHaveLength(1);
  expect(inlineLeftovers('<a onclick="x()">')).toHaveLength(1);
  expect(inlineLeftovers('<script src="/a.js"></script><p class="style=">')).toHaveLength(0);
});

test('a block of data is not code, and stays where it is', () => {
  const block = '<script type="application/json" id="carried">{"path":"/a"}</script>';
  expect(inlineLeftovers(block)).toEqual([]);
  expect(externalise(block, '/boot')).toEqual({ html: block, scripts: [] });
  expect(inlineLeftovers(block.replace('application/json', 'module'))).toHaveLength(1);
});
