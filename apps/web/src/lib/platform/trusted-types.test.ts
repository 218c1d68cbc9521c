import { expect, test } from 'vitest';
import { kelp } from '#lib/kelp/index.ts';
import { isDrawing, isOwnScript } from './trusted-types.ts';

test('only the service worker and the account’s worker are scripts of ours', () => {
  expect(isOwnScript('/service-worker.js')).toBe(true);
  expect(isOwnScript('/_app/immutable/workers/account.worker-BLtRHmHx.js')).toBe(true);
  for (const url of [
    'https://elsewhere.example/service-worker.js',
    '//elsewhere.example/_app/immutable/workers/a.js',
    '/_app/immutable/workers/../../../x.js',
    '/_app/immutable/workers/a.js?x',
    'data:text/javascript,1',
    'blob:https://here.example/1',
  ])
    expect(isOwnScript(url), url).toBe(false);
});

test('every kelp is a drawing', () => {
  for (const days of [0, 40, 400, 4000])
    for (const [width, height] of [
      [24, 24],
      [190, 226],
      [400, 600],
    ] as const)
      expect(
        isDrawing(
          kelp({ seed: `s${days}`, days, people: 5 }, { width, height, water: true, label: 'Kelp & <b>' }),
        ),
      ).toBe(true);
});

test('markup that could act is none', () => {
  for (const markup of [
    '<svg xmlns="x"><script>1</script></svg>',
    '<svg xmlns="x" onload="1"></svg>',
    '<svg xmlns="x"><path d="" onclick="1"/></svg>',
    '<svg xmlns="x"><use href="https://elsewhere.example/a.svg#x"/></svg>',
    '<svg xmlns="x"><foreignObject><p>x</p></foreignObject></svg>',
    '<svg xmlns="x"><image href="#a"/></svg>',
    '<img src="x">',
    '<svg xmlns="x"></svg><img src="x">',
  ])
    expect(isDrawing(markup), markup).toBe(false);
});
