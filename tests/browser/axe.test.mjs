// Nothing on any page breaks the rules of WCAG 2.2 AA that a program can check.

import assert from 'node:assert/strict';
import test from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { browse, everything, visit } from './site.mjs';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

for (const scheme of ['light', 'dark']) {
  for (const width of [320, 1280]) {
    test(`axe finds nothing at ${width} px, ${scheme}`, async (t) => {
      const visitor = await visit(await browse(t), { width, scheme });
      for (const path of await everything()) {
        await t.test(path, async () => {
          await visitor.go(path);
          const { violations } = await new AxeBuilder({ page: visitor.page }).withTags(rules).analyze();
          assert.deepEqual(violations.flatMap(named), []);
        });
      }
    });
  }
}

// One line for each place that breaks a rule.
function named({ id, nodes }) {
  return nodes.map((node) => `${id}: ${node.target} ${node.failureSummary.replace(/\s+/g, ' ')}`);
}
