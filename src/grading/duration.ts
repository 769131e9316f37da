const unitMs: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000 };

/** Milliseconds of a text such as `90s`, `15m`, `1h30m`. Throws where it is none. */
export function durationMs(text: string): number {
  if (!/^(?:\d+[smh])+$/.test(text)) throw new Error(`"${text}" is not a duration such as 90s, 15m or 1h30m`);
  return [...text.matchAll(/(\d+)([smh])/g)].reduce((sum, [, count, unit]) => sum + Number(count) * (unitMs[unit ?? ''] ?? 0), 0);
}
