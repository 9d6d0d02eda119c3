import { describe, expect, it } from 'vitest';
import { readOptions } from '#local/options.ts';

describe('the options of npm start', () => {
  it('have defaults that suit a first start', () => {
    expect(readOptions([])).toEqual({ ok: true, value: { port: 4100, data: '.lapsewatch', sample: true, confirm: 'by-themselves' } });
  });

  it('are all understood', () => {
    const args = ['--port', '0', '--data', ':memory:', '--now', '2026-12-02T08:00:00+01:00', '--no-sample', '--manual-confirm'];
    const value = { port: 0, data: ':memory:', now: '2026-12-02T07:00:00.000Z', sample: false, confirm: 'manual' };
    expect(readOptions(args)).toEqual({ ok: true, value });
  });

  it('include help', () => {
    expect(readOptions(['--help'])).toEqual({ ok: true, value: 'help' });
  });

  it.each([
    ['a port that is no number', ['--port', 'abc'], '--port is a number'],
    ['a port that is too large', ['--port', '70000'], '--port is a number'],
    ['a moment without a zone', ['--now', '2026-12-02'], '--now is a moment'],
    ['a moment that does not exist', ['--now', '2026-13-02T00:00:00Z'], '--now is a moment'],
    ['an empty folder', ['--data', ''], '--data is a folder'],
    ['an unknown option', ['--prot', '1'], "Unknown option '--prot'"],
    ['an option without its value', ['--port'], '--port'],
    ['a word that is no option', ['now'], "Unexpected argument 'now'"],
  ])('refuse %s in one line', (_case, args, sentence) => {
    const refused = readOptions(args);
    expect(refused).toEqual({ ok: false, refusal: expect.stringContaining(sentence) });
    expect(refused.ok ? '' : refused.refusal).not.toContain('\n');
  });
});
