import { known } from '../../support/sandbox';
import { scenario, useBench } from './bench';
import { picture } from './browser';
import { Canvas } from './ui/canvas';
import { CredentialForm } from './ui/credentialForm';

const bench = useBench();

scenario('a credential is connected through the consent page', bench, async (page) => {
	const { sandbox } = bench();
	const form = await CredentialForm.create(page);
	await form.fill(sandbox);
	await form.allow();
	await form.connected.waitFor();
	const [exchange] = sandbox.log.token();
	expect(new URLSearchParams(exchange?.body).get('grant_type')).toBe('authorization_code');
});

scenario(
	'a denied consent shows what n8n says of it, and nothing is connected',
	bench,
	async (page) => {
		const form = await CredentialForm.create(page);
		await form.fill(bench().sandbox);
		const window = await form.connect();
		await window.getByRole('button', { name: 'Deny' }).click();
		await window.getByRole('heading', { name: 'Insufficient parameters for OAuth2' }).waitFor();
		await picture(window, 'denied');
		await window.close();
		await form.notConnected.waitFor();
		expect(await form.connected.isVisible()).toBe(false);
	},
);

scenario(
	'a wrong client secret shows in the drop-downs and at the first request, with the way out',
	bench,
	async (page) => {
		const { sandbox } = bench();
		const name = `Wrong secret for ${sandbox.origin}`;
		const form = await CredentialForm.create(page);
		await form.rename(name);
		await form.fill(sandbox, 'wrong');
		// n8n takes any answer of the token endpoint with status 200 for a success.
		await form.allow();
		await form.connected.waitFor();
		const node = await (await Canvas.create(page)).addOurNode('Get related records of a record');
		await node.chooseCredential(name);
		await node.openList('module');
		await page.getByText('Correct the client secret in the credential').first().waitFor();
		await picture(page, 'wrong-secret');
		await page.keyboard.press('Escape');
		await node.write('module', 'By API Name', 'Leads');
		await node.write('recordId', 'By ID', known.lead.id);
		await node.write('relatedList', 'By API Name', 'Notes');
		await node.execute();
		const message = node.output.getByTestId('node-error-message');
		await message.waitFor();
		expect(await message.textContent()).toContain('invalid_client_secret');
		expect(sandbox.log.crm()).toEqual([]);
	},
);
