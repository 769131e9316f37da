import { brotliDecompressSync } from 'node:zlib';

/** The characters that a WOFF2 font has glyphs for: its `cmap` table, formats 4 and 12. https://www.w3.org/TR/WOFF2/, OpenType `cmap`. */
export function fontCharacters(font: Buffer): ReadonlySet<number> {
  const table = cmapOf(font);
  const characters = new Set<number>();
  for (let index = 0; index < table.readUInt16BE(2); index++) {
    const subtable = table.subarray(table.readUInt32BE(4 + index * 8 + 4));
    const format = subtable.readUInt16BE(0);
    for (const [first, last] of format === 4 ? segments4(subtable) : format === 12 ? segments12(subtable) : []) {
      for (let code = first; code <= last && code !== 0xffff; code++) characters.add(code);
    }
  }
  return characters;
}

type Segments = readonly (readonly [number, number])[];

function segments4(table: Buffer): Segments {
  const count = table.readUInt16BE(6) / 2;
  const at = (part: number, index: number) => table.readUInt16BE(14 + part * count * 2 + (part > 0 ? 2 : 0) + index * 2);
  return Array.from({ length: count }, (_, index) => [at(1, index), at(0, index)]);
}

const segments12 = (table: Buffer): Segments =>
  Array.from({ length: table.readUInt32BE(12) }, (_, index) => [table.readUInt32BE(16 + index * 12), table.readUInt32BE(20 + index * 12)]);

/** The directory of tables comes first, then all of them in one stream, one after the other. The first known tag is `cmap`; `glyf` and `loca` are the 11th and 12th. */
function cmapOf(font: Buffer): Buffer {
  if (font.toString('latin1', 0, 4) !== 'wOF2') throw new Error('expected a WOFF2 font');
  let place = 48;
  const number = () => {
    let value = 0;
    for (;;) {
      const byte = font.readUInt8(place++);
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
  };
  let before = 0;
  let found: readonly [number, number] | undefined;
  for (let table = 0; table < font.readUInt16BE(12); table++) {
    const flags = font.readUInt8(place++);
    const tag = flags & 63;
    if (tag === 63) place += 4;
    const length = number();
    const isTransformed = tag === 10 || tag === 11 ? flags >> 6 !== 3 : flags >> 6 !== 0;
    const stored = isTransformed ? number() : length;
    if (tag === 0) found = [before, before + stored];
    before += stored;
  }
  if (!found) throw new Error('the font has no cmap');
  return brotliDecompressSync(font.subarray(place, place + font.readUInt32BE(20))).subarray(...found);
}
