import type { IExecuteFunctions } from 'n8n-workflow';
import { requireHelpers } from '../../../../nodes/ZohoCrmRelatedRecords/transport/http/context';
import { caught } from '../../../support/caught';

const contextWith = (...names: string[]): IExecuteFunctions =>
	Object.create(null, {
		helpers: { value: Object.fromEntries(names.map((name) => [name, () => undefined])) },
	});

it('an n8n with both helpers will do', () => {
	expect(() =>
		requireHelpers(contextWith('httpRequestWithAuthentication', 'refreshOAuth2Token')),
	).not.toThrow();
});

it.each([
	['refreshOAuth2Token', 'httpRequestWithAuthentication'],
	['httpRequestWithAuthentication', 'refreshOAuth2Token'],
])(
	'an n8n without %s is too old, and the error names the oldest that will do',
	(missing, there) => {
		const error = caught(() => requireHelpers(contextWith(there)));
		expect(error).toMatchObject({
			code: 'N8N_TOO_OLD',
			message: expect.stringContaining(missing),
			resolution: expect.stringContaining('1.123'),
			details: { missing },
		});
	},
);
