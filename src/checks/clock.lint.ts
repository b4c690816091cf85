/** A rule of our own for oxlint: `new Date()` without arguments asks the machine for the time. */

type Node = {
  readonly callee: { readonly type: string; readonly name?: string };
  readonly arguments: readonly unknown[];
};
type Context = { report(problem: { node: Node; message: string }): void };

const message = 'Take the time from the clock port.';

const noAmbientTime = {
  meta: { type: 'problem', schema: [] },
  create(context: Context) {
    const check = (node: Node) => {
      const isDate = node.callee.type === 'Identifier' && node.callee.name === 'Date';
      if (isDate && node.arguments.length === 0) context.report({ node, message });
    };
    return { NewExpression: check, CallExpression: check };
  },
};

const plugin = { meta: { name: 'atelier' }, rules: { 'no-ambient-time': noAmbientTime } };

// oxlint-disable-next-line import/no-default-export -- the linter loads a plugin by its default export
export default plugin;
