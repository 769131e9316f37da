/** A port by number or by name. */
export const portValue = (text: string): number | string => (/^\d+$/.test(text) ? Number(text) : text);
