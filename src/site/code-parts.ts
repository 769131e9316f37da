/** A piece of a text in which code stands between backticks. */
export interface CodePart {
  readonly text: string;
  readonly isCode: boolean;
}

/** A text with code between backticks, in pieces. */
export function codeParts(text: string): readonly CodePart[] {
  const pieces = text.split(/`([^`]+)`/);
  return pieces.map((piece, index) => ({ text: piece, isCode: index % 2 === 1 })).filter((part) => part.text !== '');
}
