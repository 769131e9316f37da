import type { ExpressiveCodeTheme } from '@astrojs/starlight/expressive-code';

interface Look {
  readonly dark: string;
  readonly light: string;
  readonly bold?: boolean;
}

/** One colour per part of a session, for each theme. Prompt and verb are bold too, so that colour alone carries nothing. */
export const consoleColors: Readonly<Record<string, Look>> = {
  'punctuation.prompt': { dark: '#8ba0ad', light: '#566872' },
  'entity.name.command': { dark: '#eef4f6', light: '#12222b', bold: true },
  'keyword.verb': { dark: '#6fd3dc', light: '#00626d', bold: true },
  'variable.parameter.flag': { dark: '#c9b0f2', light: '#6b3fa8' },
  'entity.name.reference': { dark: '#eec27a', light: '#84500a' },
  'constant.other.digest': { dark: '#92cf9f', light: '#1f6a35' },
  'string.quoted': { dark: '#eec27a', light: '#84500a' },
  'string.unquoted.heredoc': { dark: '#c6d2d9', light: '#33454f' },
  'variable.other': { dark: '#c9b0f2', light: '#6b3fa8' },
  'keyword.operator': { dark: '#8ba0ad', light: '#566872' },
  'constant.character.escape': { dark: '#8ba0ad', light: '#566872' },
  'comment.line': { dark: '#8ba0ad', light: '#566872' },
  'meta.command': { dark: '#eef4f6', light: '#12222b' },
  'meta.output': { dark: '#b4c1c9', light: '#41525c' },
  'markup.heading': { dark: '#eef4f6', light: '#12222b', bold: true },
  invalid: { dark: '#ff9c92', light: '#a8201a' },
};

/** Adds the colours of console sessions to a theme of Expressive Code. */
export function colorConsole(theme: ExpressiveCodeTheme): ExpressiveCodeTheme {
  for (const [scope, look] of Object.entries(consoleColors)) {
    theme.settings.push({ scope: [`${scope}.oc-console`], settings: { foreground: look[theme.type], fontStyle: look.bold ? 'bold' : '' } });
  }
  return theme;
}
