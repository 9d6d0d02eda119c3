import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { describe, expect, it, onTestFinished } from 'vitest';
import { instantOf, millisecondsOf, secondsAfter } from '#domain/days/instant.ts';
import { startClock } from '#local/clock/clock.ts';

function keptFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'clock-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'clock.json');
}

const MOMENT = instantOf(Date.parse('2031-03-01T07:00:00Z'));

function secondsBetween(left: string, right: string): number {
  return Math.abs(Date.parse(left) - Date.parse(right)) / 1000;
}

describe('the clock', () => {
  it('starts at the time of the computer', () => {
    expect(secondsBetween(startClock({}).now(), new Date().toISOString())).toBeLessThan(1);
  });

  it('starts where it is told to, be it the past', () => {
    const past = instantOf(Date.parse('2020-01-01T00:00:00Z'));
    expect(secondsBetween(startClock({ now: past }).now(), past)).toBeLessThan(1);
  });

  it('goes forward and then runs on', async () => {
    const clock = startClock({});
    expect(clock.moveTo(MOMENT)).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(millisecondsOf(clock.now())).toBeGreaterThan(millisecondsOf(MOMENT));
    expect(secondsBetween(clock.now(), MOMENT)).toBeLessThan(1);
  });

  it('never goes back', () => {
    const clock = startClock({ now: MOMENT });
    expect(clock.moveTo(secondsAfter(MOMENT, -1))).toBe(false);
    expect(secondsBetween(clock.now(), MOMENT)).toBeLessThan(1);
  });

  it('is kept with the data', () => {
    const file = keptFile();
    startClock({ file }).moveTo(MOMENT);
    expect(secondsBetween(startClock({ file }).now(), MOMENT)).toBeLessThan(1);
  });

  it('refuses a start before the time that kept data has reached', () => {
    const file = keptFile();
    startClock({ file, now: MOMENT });
    expect(() => startClock({ file, now: secondsAfter(MOMENT, -60) })).toThrow('only goes forward');
  });

  it('is the Date of a worker, before and after it is moved', async () => {
    const clock = startClock({ now: instantOf(Date.parse('2030-01-01T12:00:00Z')) });
    const source = `
      const { parentPort, workerData } = require('node:worker_threads');
      import(workerData.script).then(({ installMovedDate }) => {
        installMovedDate(workerData.offset);
        parentPort.on('message', () => parentPort.postMessage({
          now: Date.now(), made: new Date().toISOString(), text: Date(), given: new Date(0).toISOString(),
          isDate: new Date() instanceof Date && new Date().constructor === Date, utc: Date.UTC(2000, 0, 1),
        }));
        parentPort.postMessage('ready');
      });`;
    const script = new URL('../../../local/clock/moved-date.ts', import.meta.url).href;
    const worker = new Worker(source, { eval: true, workerData: { offset: clock.offset, script }, execArgv: [] });
    onTestFinished(async () => void (await worker.terminate()));
    const next = () => new Promise<unknown>((resolve) => worker.once('message', resolve));
    await next();
    const ask = async () => {
      const answer = next();
      worker.postMessage('ask');
      return answer;
    };
    expect(await ask()).toMatchObject({
      made: expect.stringMatching(/^2030-01-01T12:00/),
      isDate: true,
      given: '1970-01-01T00:00:00.000Z',
      utc: 946684800000,
    });
    clock.moveTo(MOMENT);
    expect(await ask()).toMatchObject({
      made: expect.stringMatching(/^2031-03-01T07:00/),
      text: expect.stringContaining('2031'),
      now: expect.closeTo(millisecondsOf(MOMENT), -4),
    });
  });
});
