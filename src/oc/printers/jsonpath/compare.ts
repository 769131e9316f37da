/** `==`, `<` and the like between two basic values (client-go third_party/forked/golang/template funcs.go). */
export function compareValues(left: unknown, right: unknown, operator: string): boolean {
  const test = operators[operator];
  if (!test) throw new Error(`unrecognized filter operator ${operator}`);
  const [a, b] = [basic(left), basic(right)];
  if (typeof a !== typeof b) throw new Error('incompatible types for comparison');
  if (typeof a === 'boolean' && operator !== '==' && operator !== '!=') throw new Error('invalid type for comparison');
  return test(a, b);
}

type Basic = string | number | boolean;

const operators: Readonly<Record<string, (a: Basic, b: Basic) => boolean>> = {
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

function basic(value: unknown): Basic {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  throw new Error('invalid type for comparison');
}
