/**
 * Words under which a page should be found too, as hidden text for the search index. It folds tones and accents by itself, but not `đ`;
 * and it matches how words begin, so that a Korean compound written in one piece needs that piece.
 */
export function searchAliases(markdown: string, language: string): string {
  const prose = markdown.replace(/^```[\s\S]*?^```$/gm, '').replace(/\]\([^)]*\)/g, ' ');
  if (language === 'vi')
    return unique(prose.match(/[\p{L}\p{M}]*[đĐ][\p{L}\p{M}]*(?:\s+[\p{L}\p{M}]+)?/gu) ?? [])
      .map(withoutStroke)
      .join('. ');
  if (language === 'ko') return unique(compounds(prose)).join('. ');
  return '';
}

const unique = (words: readonly string[]) => [...new Set(words.map((word) => word.toLowerCase()))];
const withoutStroke = (text: string) => text.replaceAll('đ', 'd').replaceAll('Đ', 'D');

/** Each two Hangul words that stand side by side, in one piece: 이미지 스트림을 gives 이미지스트림을. */
function compounds(prose: string): readonly string[] {
  return [...prose.matchAll(/(?<![가-힣])([가-힣]{1,5}) (?=([가-힣]{2,}))/g)].map(([, first = '', second = '']) => first + second);
}
