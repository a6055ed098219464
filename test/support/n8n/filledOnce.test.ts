import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filledOnce } from './filledOnce';

let parent: string;
let folder: string;

beforeEach(() => {
	parent = mkdtempSync(join(tmpdir(), 'filled-once-'));
	folder = join(parent, 'below', 'thing-1.0');
});

afterEach(() => rmSync(parent, { recursive: true, force: true }));

/** Fills a folder with one file of this name. */
const withFile = (name: string) => async (partial: string) => {
	await Promise.resolve(writeFileSync(join(partial, name), ''));
};

it('fills a folder, and leaves nothing beside it', async () => {
	await filledOnce(folder, withFile('a'));
	expect(readdirSync(folder)).toEqual(['a']);
	expect(readdirSync(join(parent, 'below'))).toEqual(['thing-1.0']);
});

it('leaves a complete folder alone', async () => {
	await filledOnce(folder, withFile('a'));
	await filledOnce(folder, withFile('b'));
	expect(readdirSync(folder)).toEqual(['a']);
});

it('has no folder after a failure, and starts afresh the next time', async () => {
	const breaksOff = async (partial: string) => {
		await withFile('half')(partial);
		throw new Error('No network');
	};
	await expect(filledOnce(folder, breaksOff)).rejects.toThrow('No network');
	expect(existsSync(folder)).toBe(false);
	await filledOnce(folder, withFile('a'));
	expect(readdirSync(folder)).toEqual(['a']);
});

it('fills once for two at the same time: the second waits for the first', async () => {
	jest.spyOn(console, 'log').mockImplementation();
	let started = (): void => undefined;
	const hasStarted = new Promise<void>((resolve) => (started = resolve));
	let finish = (): void => undefined;
	const mayFinish = new Promise<void>((resolve) => (finish = resolve));
	const first = filledOnce(folder, async (partial) => {
		started();
		await mayFinish;
		await withFile('first')(partial);
	});
	await hasStarted;
	const second = filledOnce(folder, withFile('second'));
	finish();
	await Promise.all([first, second]);
	expect(readdirSync(folder)).toEqual(['first']);
});
