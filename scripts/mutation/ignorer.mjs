/**
 * A plugin of Stryker's. The text of an `Error` that a bug throws is for whoever looks for that bug: nothing decides
 * by it, so changing it proves nothing. Every other text is changed too, above all the labels of keys and signatures.
 */
export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'texts-of-bugs',
    value: {
      /** @param {{ isNewExpression(): boolean, node: { callee?: { name?: string } } }} path */
      shouldIgnore(path) {
        const bug = path.isNewExpression() && path.node.callee?.name === 'Error';
        return bug ? 'the text of a bug' : undefined;
      },
    },
  },
];
