import { ZohoCrmOAuth2Api } from '../../credentials/ZohoCrmOAuth2Api.credentials';
import { codes, firstColumn, read, table } from './documents';

const page = read('docs/credential.md');
const { properties } = new ZohoCrmOAuth2Api();
const property = (name: string) => properties.find((candidate) => candidate.name === name);

it('all default scopes are in the table, and no others', () => {
	const scopes = String(property('enabledScopes')?.default).split(',');
	expect(firstColumn(page, 'Scope').sort()).toEqual(scopes.sort());
});

it('all data centers are in the table, with the accounts server they sign in at', () => {
	const documented = table(page, 'Data Center');
	const values = (property('dataCenter')?.options ?? []).flatMap((option) =>
		'value' in option ? [String(option.value)] : [],
	);
	expect(documented.flatMap(([, value = '']) => codes(value)).sort()).toEqual(values.sort());
	const authUrl = String(property('authUrl')?.default);
	for (const [, value = '', , server = ''] of documented) {
		if (value !== '`custom`') expect(authUrl).toContain(`${codes(value).join()}: "${server}"`);
	}
});
