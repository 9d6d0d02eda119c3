import { describe, expect, it } from 'vitest';
import { fitSms } from '#domain/messages/fit-sms.ts';
import { gsm7Length, toGsm7 } from '#domain/messages/gsm7.ts';

describe('A3 GSM-7', () => {
  it.each([
    ['German stays as it is', 'Größe Äpfel Übung öde', 'Größe Äpfel Übung öde'],
    ['decomposed letters are put together', 'Gro\u0308ße', 'Größe'],
    ['accents the alphabet lacks are dropped', 'Ça va, Łukasz Şahin Ñandú', 'Ça va, Lukasz Sahin Ñandu'],
    ['Cyrillic', 'Жуков Щербань Київ', 'Zhukov Shcherban Kiyiv'],
    ['Greek', 'Αθήνα', 'Athina'],
    ['punctuation', '“quoted” – and… ‘so’', '"quoted" - and... \'so\''],
    ['ligatures and fractions', 'ﬁn ½', 'fin 1/2'],
    ['what cannot be written is left out', '田中 Sales 🎉', 'Sales'],
  ])('%s', (_case, text, written) => {
    expect(toGsm7(text)).toBe(written);
    expect(gsm7Length(toGsm7(text))).toBe(written.length);
  });

  it('counts two for a character of the extension, and nothing for text in another alphabet', () => {
    expect(gsm7Length('a€')).toBe(3);
    expect(gsm7Length('{[~]}')).toBe(10);
    expect(gsm7Length('ł')).toBeUndefined();
  });
});

describe('A3 two parts', () => {
  const link = `https://lapsewatch.example/r/${'x'.repeat(120)}`;

  it('leave the link complete and cut the text where names alone do not do', () => {
    const sms = fitSms(() => 'word '.repeat(100), link);
    expect(sms.length).toBeLessThanOrEqual(305);
    expect(sms).toMatch(/^word .*\.\.\. https/);
    expect(sms.endsWith(` ${link}`)).toBe(true);
  });

  it('shorten names before words', () => {
    const sms = fitSms((clean) => `${clean('Ä{'.repeat(100), 'x')} ${'word '.repeat(45)}end`, link.slice(0, 60));
    expect(sms).toMatch(/^[Ä{]+\.\.\. word .* end https/);
  });

  it('send the link alone where nothing else has room', () => {
    const long = `https://lapsewatch.example/r/${'x'.repeat(300)}`;
    expect(fitSms(() => 'words', long)).toBe(long);
  });
});
