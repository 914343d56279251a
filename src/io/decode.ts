import { TextDecoder } from 'node:util';
import { Failure } from '../core/failure.ts';
import { say } from '../core/language.ts';
import { words } from './words.ts';

/** The most bytes that one line may have: beyond it, a quotation mark is missing or it is no table. */
export const longestLine = 1_000_000;

const newline = 0x0a;
const carriageReturn = 0x0d;

/**
 * Decodes bytes into text, finding the encoding by content (SPEC 7): a byte order mark, else strict UTF-8,
 * else GB18030 (which holds GBK). Yields whole lines, so that a fault can be named by its line.
 * @param path what the source is called in messages
 * @throws rejected, with the line, for bytes that fit no encoding
 */
export async function* decodeLines(
  source: AsyncIterable<Uint8Array>,
  path: string,
): AsyncGenerator<string> {
  let decoder: ((bytes: Uint8Array) => string) | undefined;
  let held: Uint8Array = new Uint8Array();
  let line = 1;
  let first = true;
  const decode = (bytes: Uint8Array): string => {
    decoder ??= isAscii(bytes) ? undefined : decoderFor(bytes);
    const text = (decoder ?? ascii)(bytes);
    line += count(text);
    return text;
  };
  for await (const chunk of source) {
    let bytes = held.length > 0 ? Buffer.concat([held, chunk]) : chunk;
    if (first) {
      if (bytes.length < 4) {
        held = bytes;
        continue;
      }
      refuseSpreadsheet(bytes, path);
      const utf16 = utf16Decoder(bytes);
      if (utf16) {
        yield* decodeUtf16(utf16, bytes, source, path);
        return;
      }
      bytes = withoutBom(bytes);
      first = false;
    }
    const end = Math.max(bytes.lastIndexOf(newline), bytes.lastIndexOf(carriageReturn)) + 1;
    held = bytes.subarray(end);
    if (held.length > longestLine)
      throw tooLarge(path, line + count(ascii(bytes.subarray(0, end))));
    if (end > 0) yield decodeOr(bytes.subarray(0, end), decode, path, () => line);
  }
  const rest = first ? withoutBom(held) : held;
  if (rest.length > 0) yield decodeOr(rest, decode, path, () => line);
}

/** A record that is too large to be one. */
export function tooLarge(path: string, line: number): Failure {
  return new Failure('rejected', say(words.recordTooLarge, { path, line, most: longestLine }));
}

function decodeOr(
  bytes: Uint8Array,
  decode: (bytes: Uint8Array) => string,
  path: string,
  line: () => number,
): string {
  try {
    return decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  // Line by line, to find the one whose bytes fit nothing.
  let from = 0;
  while (from < bytes.length) {
    const at = bytes.indexOf(newline, from);
    const end = at === -1 ? bytes.length : at + 1;
    try {
      decode(bytes.subarray(from, end));
    } catch {
      break;
    }
    from = end;
  }
  throw new Failure('rejected', say(words.encodingUnknown, { path, line: line() }));
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const gb18030 = new TextDecoder('gb18030', { fatal: true });

/** The decoder that the first bytes beyond ASCII ask for. @throws TypeError where neither fits */
function decoderFor(bytes: Uint8Array): (bytes: Uint8Array) => string {
  try {
    utf8.decode(bytes);
    return (some) => utf8.decode(some);
  } catch {
    gb18030.decode(bytes);
    return (some) => gb18030.decode(some);
  }
}

const ascii = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

function isAscii(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte > 0x7f) return false;
  return true;
}

function count(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

function withoutBom(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

function utf16Decoder(bytes: Uint8Array): TextDecoder | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le', { fatal: true });
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be', { fatal: true });
  return undefined;
}

async function* decodeUtf16(
  decoder: TextDecoder,
  begun: Uint8Array,
  rest: AsyncIterable<Uint8Array>,
  path: string,
): AsyncGenerator<string> {
  let line = 1;
  const decode = (bytes: Uint8Array | undefined) => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      throw new Failure('rejected', say(words.encodingUnknown, { path, line }));
    }
  };
  const text = decode(begun);
  line += count(text);
  yield text;
  for await (const chunk of rest) {
    const more = decode(chunk);
    line += count(more);
    yield more;
  }
  yield decode(undefined);
}

function refuseSpreadsheet(bytes: Uint8Array, path: string): void {
  const magic = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  if (magic === '504b0304' || magic === 'd0cf11e0') {
    throw new Failure('rejected', say(words.fileIsSpreadsheet, { path }));
  }
}
