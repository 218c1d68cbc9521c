import type { AxeResults, RunOptions } from 'axe-core';
import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** WCAG 2.2 AA and best practice. */
const ALL = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What another theme or another width can change. */
const BY_LOOK = ['color-contrast', 'target-size'];

/**
 * Findings of axe on the page as it stands, as "address rule: element"; empty when there is nothing to mend.
 * axe is put into a page once, and stays there while the app goes from page to page.
 */
export async function findings(page: Page, which: 'all' | 'look'): Promise<string[]> {
  const there = await page.evaluate(() => 'axe' in window);
  if (!there) await page.evaluate(axe.source);
  const options: RunOptions = {
    resultTypes: ['violations'],
    runOnly: which === 'all' ? { type: 'tag', values: ALL } : { type: 'rule', values: BY_LOOK },
  };
  const violations = await page.evaluate(async (how) => {
    const { run } = (
      window as unknown as { axe: { run(of: Document, how: RunOptions): Promise<AxeResults> } }
    ).axe;
    const { violations: found } = await run(document, how);
    return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  }, options);
  return violations.map((found) => `${page.url()} ${found}`);
}

/** All findings with the page whole in view: what the bar at its foot covers until it is scrolled up is not too small. */
export async function findingsInView(page: Page): Promise<string[]> {
  const phone = page.viewportSize() ?? { width: 360, height: 740 };
  await page.setViewportSize({ width: phone.width, height: 6000 });
  const found = await findings(page, 'all');
  await page.setViewportSize(phone);
  return found;
}
