/** What marks a defect of ours in an answer: a stack, or a value that was never meant to be shown. */
export const defects =
  /TypeError|RangeError|ReferenceError|Cannot (?:read|set|convert)|is not (?:a function|iterable)|native code|\bundefined\b|\[object Object\]|\.ts:\d+/;
