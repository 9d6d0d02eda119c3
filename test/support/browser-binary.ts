import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import chromium, { inflate } from '@sparticuz/chromium';
import * as z from 'zod';

const MODULES = fileURLToPath(new URL('../../node_modules/', import.meta.url));
const PACKAGE = `${MODULES}@sparticuz/chromium/`;
/** Only the fonts that came along: pictures look alike on every machine, and one without any font can draw a form. */
const fontsIn = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir prefix="relative">fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>
`;

/** The unpacked browser: a folder with `chromium`, the fonts it is given, and the libraries a bare machine lacks. */
export async function unpackedBrowser(): Promise<string> {
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(`${PACKAGE}package.json`, 'utf8')));
  const folder = `${MODULES}.cache/chromium-${version}`;
  if (!existsSync(folder)) await unpackInto(folder);
  return folder;
}

/** Unpacked beside and then renamed, because another test file may be doing the same: whoever is second throws its own away. */
async function unpackInto(folder: string): Promise<void> {
  await mkdir(`${MODULES}.cache`, { recursive: true });
  const own = mkdtempSync(`${MODULES}.cache/unpacking-`);
  await unpack(own);
  writeFileSync(`${own}/fonts.conf`, fontsIn(folder));
  try {
    renameSync(own, folder);
  } catch (error) {
    rmSync(own, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

/** The package always unpacks into the folder for temporary files, which it asks for when it is called. */
async function unpack(folder: string): Promise<void> {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  const unpacking = [chromium.executablePath(), inflate(`${PACKAGE}bin/al2023.tar.br`)];
  if (before === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before;
  await Promise.all(unpacking);
}
