import { existsSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { ZohoCrmOAuth2Api } from '../../credentials/ZohoCrmOAuth2Api.credentials';
import packageJson from '../../package.json';
import { anchors, captures, DOCUMENTS, read, ROOT } from './documents';

const [REPOSITORY = ''] = packageJson.homepage.split('#');

/** Files beside the documents that link to them. */
const LINKING = [
	'.github/ISSUE_TEMPLATE/bug.yml',
	'nodes/ZohoCrmRelatedRecords/ZohoCrmRelatedRecords.node.json',
	'nodes/ZohoCrmRelatedRecordsTrigger/ZohoCrmRelatedRecordsTrigger.node.json',
	'credentials/ZohoCrmOAuth2Api.credentials.ts',
];

/** Whether a path of this project exists, and the heading in it, if one is named. */
function resolves(path: string, anchor: string | undefined): boolean {
	if (!existsSync(join(ROOT, path))) return false;
	return anchor === undefined || anchors(read(path)).includes(anchor);
}

/** Where a link from a document leads within this project. */
function leadsSomewhere(document: string, link: string): boolean {
	const [path = '', anchor] = link.split('#');
	const target = path === '' ? document : normalize(join(document, '..', path));
	return resolves(target, anchor);
}

describe('links', () => {
	it.each(DOCUMENTS)(
		'in %s to documents, headings, files and pictures lead somewhere',
		(document) => {
			const text = read(document);
			const links = captures(text, /\]\(([^)\s]+)\)/g);
			const pictures = captures(text, /\bsrc(?:set)?="([^"]+)"/g);
			const local = [...links, ...pictures].filter((link) => !/^https?:/.test(link));
			expect(local.filter((link) => !leadsSomewhere(document, link))).toEqual([]);
		},
	);

	it.each(LINKING)('in %s to pages on GitHub lead somewhere', (file) => {
		const links = captures(read(file), /\b(https:[^\s"')]+)/g).filter((link) =>
			link.startsWith(REPOSITORY),
		);
		expect(links).not.toEqual([]);
		expect(links.filter((link) => !isPage(link.slice(REPOSITORY.length)))).toEqual([]);

		function isPage(link: string): boolean {
			const [, path = '', anchor] = /^\/blob\/main\/([^#]+)(?:#(.+))?$/.exec(link) ?? [];
			return path !== '' && resolves(path, anchor);
		}
	});

	it('of the credential lead to its page', () => {
		expect(new ZohoCrmOAuth2Api().documentationUrl).toBe(
			`${REPOSITORY}/blob/main/docs/credential.md`,
		);
	});

	it('from the README reach every page', () => {
		const links = captures(read('README.md'), /\]\(([^)#\s]+)/g);
		const pages = DOCUMENTS.filter((path) => /^docs\/[^/]+$/.test(path));
		expect(pages.filter((page) => !links.includes(page))).toEqual([]);
	});
});
