import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';
import { unpackedBrowser } from './browser-binary.ts';

/** Flags of the package that would make this browser laxer, or let it end with its first window, unlike the one a person uses. */
const NOT_LIKE_PEOPLES = ['--disable-web-security', '--allow-running-insecure-content', '--single-process', '--no-zygote'];
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-gpu',
  '--disable-quic',
];

/** A headless Chromium that comes out of an npm package: nothing is downloaded, and it talks to nobody but the page. */
export async function openBrowser(): Promise<Browser> {
  const folder = await unpackedBrowser();
  chromium.setGraphicsMode = false;
  return playwright.launch({
    executablePath: `${folder}/chromium`,
    args: [...chromium.args.filter((flag) => !NOT_LIKE_PEOPLES.includes(flag)), ...QUIET, '--no-sandbox'],
    env: { ...process.env, FONTCONFIG_FILE: `${folder}/fonts.conf`, LD_LIBRARY_PATH: `${folder}/al2023/lib` },
  });
}
