/** Our own lint rules: what the linter's configurable ones cannot say. */

interface Node {
  readonly type: string;
  readonly name?: string;
  readonly callee: Node;
  readonly arguments: readonly Node[];
  readonly object: Node;
  readonly property: Node;
}
interface Context {
  report(problem: { node: Node; message: string }): void;
}

const MESSAGE = 'Take the time from a Clock, as an argument (packages/base).';

/**
 * Dates are fine as values: `new Date(ms)` gives the same each time. Those that ask this machine for its time or
 * its time zone are not: `new Date()`, `Date()`, `Date.now()`, `new Date(2026, 1, 1)`.
 */
const noAmbientClock = {
  create(context: Context) {
    const isDate = (node: Node): boolean => node.type === 'Identifier' && node.name === 'Date';
    return {
      NewExpression(node: Node) {
        if (isDate(node.callee) && node.arguments.length !== 1) context.report({ node, message: MESSAGE });
      },
      CallExpression(node: Node) {
        if (isDate(node.callee)) context.report({ node, message: MESSAGE });
      },
      MemberExpression(node: Node) {
        if (isDate(node.object) && node.property.name === 'now') context.report({ node, message: MESSAGE });
      },
    };
  },
};

export default { meta: { name: 'holdfast' }, rules: { 'no-ambient-clock': noAmbientClock } };
