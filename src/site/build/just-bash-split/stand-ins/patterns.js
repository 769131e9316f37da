/**
 * Patterns of the shell itself (globs, `${x//a/b}`, `[[ x =~ y ]]`) on the browser's own engine instead of 52 kB of RE2. grep, sed, awk
 * and jq keep RE2 and bring it along. A pattern that could take for ever here is refused.
 */
export const a = (pattern, flags = '') => new b(compile(pattern, flags));

function compile(pattern, flags) {
  const translated = pattern.replace(/\[:(\w+):\]/g, (whole, name) => classes[name] ?? whole).replaceAll('(?P<', '(?<');
  if (hasNestedRepetition(translated)) throw new SyntaxError(`Invalid regular expression: /${pattern}/: repetition within repetition`);
  return new RegExp(translated, flags);
}

const classes = {
  alnum: '0-9A-Za-z',
  alpha: 'A-Za-z',
  blank: ' \\t',
  cntrl: '\\x00-\\x1f\\x7f',
  digit: '0-9',
  graph: '!-~',
  lower: 'a-z',
  print: ' -~',
  punct: '!-\\/:-@\\[-`{-~',
  space: '\\s',
  upper: 'A-Z',
  word: '\\w',
  xdigit: '0-9A-Fa-f',
};

/**
 * A repeated group that repeats within, such as `(a+)+`, or that can begin in two ways, such as `(a|ab)*`: what makes an engine that
 * goes back over its steps take for ever.
 */
export function hasNestedRepetition(pattern) {
  const groups = [];
  for (let at = 0; at < pattern.length; at += 1) {
    const character = pattern[at];
    if (character === '\\') at += 1;
    else if (character === '[') at = endOfClass(pattern, at);
    else if (character === '(') groups.push({ start: at + 1, repeats: false });
    else if (character === ')') {
      const { start = at, repeats = false } = groups.pop() ?? {};
      const isRepeated = repetition.test(pattern.slice(at + 1));
      const group = pattern.slice(start, at);
      if (isRepeated && ((repeats && !isSeparated(group)) || isAmbiguous(group))) return true;
      if (groups.length > 0 && (repeats || isRepeated)) groups.at(-1).repeats = true;
    } else if (groups.length > 0 && repetition.test(pattern.slice(at))) groups.at(-1).repeats = true;
  }
  return false;
}

const repetition = /^(?:[*+]|\{\d+,)/;

// a mark that nothing else in the group can match holds its rounds apart: `(\.[0-9]+)*`, `([a-z]+-)+`
function isSeparated(group) {
  const inner = group.replace(/^\?(?::|<\w+>)/, '').replace(/(\w)-(\w)/g, '$1$2');
  const mark = /^\\?([-._/:@,;=])(?![*+?{])/.exec(inner)?.[1] ?? /([-._/:@,;=])$/.exec(inner)?.[1];
  const isDot = /^\.|[^\\]\./.test(inner);
  return mark !== undefined && !isDot && !/[|(]|\[\^|\\[DWS]/.test(inner) && inner.split(mark).length === 2;
}

// alternatives that begin with different letters exclude each other
function isAmbiguous(group) {
  const starts = group
    .replace(/^\?(?::|<\w+>)/, '')
    .split('|')
    .map((alternative) => alternative[0]);
  return starts.length > 1 && (new Set(starts).size < starts.length || !starts.every((start) => /[\w-]/.test(start ?? '')));
}

function endOfClass(pattern, start) {
  let at = start + 1;
  if (pattern[at] === '^') at += 1;
  if (pattern[at] === ']') at += 1;
  while (at < pattern.length && pattern[at] !== ']') at += pattern[at] === '\\' ? 2 : 1;
  return at;
}

/** The interface that just-bash gives its patterns, over a RegExp. */
export class b {
  constructor(regex) {
    this.native = regex;
  }
  get source() {
    return this.native.source;
  }
  get flags() {
    return this.native.flags;
  }
  get global() {
    return this.native.global;
  }
  get ignoreCase() {
    return this.native.ignoreCase;
  }
  get multiline() {
    return this.native.multiline;
  }
  get lastIndex() {
    return this.native.lastIndex;
  }
  set lastIndex(index) {
    this.native.lastIndex = index;
  }
  test(text) {
    this.native.lastIndex = 0;
    return this.native.test(text);
  }
  exec(text) {
    const found = this.native.exec(text);
    if (found?.[0] === '' && this.native.global) this.native.lastIndex += 1;
    return found;
  }
  match(text) {
    this.native.lastIndex = 0;
    return text.match(this.native);
  }
  replace(text, replacement) {
    this.native.lastIndex = 0;
    return text.replace(this.native, typeof replacement === 'string' ? (...found) => expand(replacement, found) : replacement);
  }
  split(text, limit) {
    return text.split(this.native, limit);
  }
  search(text) {
    return text.search(this.native);
  }
  matchAll(text) {
    return text.matchAll(this.native);
  }
}

// `\x` is x, `$1` and `${name}` are groups; all else stands for itself
function expand(replacement, found) {
  const names = typeof found.at(-1) === 'object' ? found.at(-1) : {};
  return replacement.replace(/\\([\s\S])|\$(\d+)|\$\{(\w+)\}/g, (whole, escaped, number, name) => {
    if (escaped !== undefined) return escaped;
    if (number !== undefined) return typeof found[number] === 'string' ? found[number] : '';
    return name in names ? (names[name] ?? '') : whole;
  });
}
